/**
 * What can be the name of a speaker, and what only looks like one.
 *
 * A word before a colon is no speaker by itself ("Note: …", "so: …"). It must be a word for
 * a part in an interview, or look like a name and come back. Who asks is told by such words
 * or by question marks, never by number: in real files Speaker 2 often is the interviewer.
 *
 * Rules: docs/spec/import.md, I10 to I13.
 */

/** Source of a pattern for a label: letters first, at most 60 characters, no sentence marks. */
export const LABEL = "[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{N} .,'’_#&/()\\-–]{0,58}?";

const ASKS =
  "interviewer|interviewerin|interviewers|int|iv|researcher|moderator|moderatorin|mod|facilitator|chercheur|chercheuse|enquêteur|enquêtrice|intervieweur|intervieweuse|forscher|forscherin|fragesteller|entrevistador|entrevistadora|intervistatore|intervistatrice|cyfwelydd|holwr|ymchwilydd|hwylusydd|question|cwestiwn|frage|采访者|访谈者|インタビュアー|聞き手";
const ANSWERS =
  "interviewee|respondent|resp|participant|informant|interviewe|interviewé|interviewée|répondant|répondante|participante|befragte|befragter|teilnehmer|teilnehmerin|entrevistado|entrevistada|intervistato|intervistata|cyfwelai|cyfranogwr|cyfrannwr|ymatebydd|answer|ateb|antwort|受访者|话し手";
const VOICES =
  "speaker|unknown speaker|unknown|unidentified speaker|unidentified|siaradwr|sprecher|sprecherin|locuteur|locutrice|person|voice|male|female|male voice|female voice|male speaker|female speaker";
const TAIL = "\\s*\\.?\\s*(?:#?\\s*\\d{1,3}|[a-h])?(?:\\s*\\([^)]{1,40}\\))?";

const asks = new RegExp(`^(?:${ASKS})${TAIL}$`, "iu");
const answers = new RegExp(`^(?:${ANSWERS})${TAIL}$`, "iu");
const part = new RegExp(`^(?:${ASKS}|${ANSWERS}|${VOICES})${TAIL}$`, "iu");
// Single letters and codes: I, Q, A, R2, P01, S01, id1, INT1. Capitals only, since "a: …" is speech.
const code = /^(?:[A-Z]|[A-Z]{1,3}\s?\d{1,3}|id\s?\d{1,3}|ID\s?\d{1,3})$/u;
const asksCode = /^(?:I|Q|IV|INT)\s?\d{0,2}$/u;

const NO_SPEAKER = new Set(
  (
    "note|notes|nb|n.b|n.b.|ps|p.s|example|examples|for example|warning|caution|tip|tips|summary|overview|conclusion|introduction|background|goal|goals|objective|objectives|aim|aims|purpose|" +
    "name|age|gender|sex|date|time|times|place|location|venue|duration|length|position|job|job title|title|occupation|profile|description|subject|topic|topics|re|from|to|cc|sent|e-mail|email|phone|tel|address|" +
    "website|url|http|https|www|file|filename|audio|audio file|language|source|sources|step|section|chapter|figure|table|key|legend|total|status|update|todo|action|actions|result|results|reason|reasons|remember|important|" +
    "first|second|third|firstly|secondly|finally|yes|no|ok|okay|well|so|and|but|because|however|also|then|like|or|the thing is|the question is|the problem is|i mean|i said|he said|she said|they said|i thought|" +
    "speakers|siaradwyr|sprecherinnen|participants|participantes|attendees|present|apologies|transcript|transcription|transcribed by|recording|recorded|recorded on|interview|interview date|interview transcript|date of interview|" +
    "dyddiad|lleoliad|enw|oed|rôl|nodyn|nodiadau|crynodeb|cefndir|datum|ort|alter|nom|âge|lieu|durée|nome|idade|data|local|kind|author|host institution|" +
    "minute|minutes|min|mins|hour|hours|second|seconds|sec|secs|munud|munudau|awr|oriau|minuten|stunden|heures|minutos|" +
    "laughter|laughs|laughing|inaudible|crosstalk|pause|music|applause|silence|unintelligible|foreign|noise|sighs|coughs|chwerthin|anghlywadwy|rires|lachen|anonymous|redacted"
  ).split("|"),
);

const CONNECT = new Set([
  "de",
  "da",
  "do",
  "dos",
  "das",
  "di",
  "del",
  "della",
  "van",
  "von",
  "der",
  "den",
  "ter",
  "la",
  "le",
  "el",
  "al",
  "bin",
  "ibn",
  "ap",
  "ab",
  "ferch",
  "y",
  "yr",
  "of",
  "the",
  "and",
  "&",
  "from",
  "at",
  "ac",
  "a",
  "o",
]);

/** A word or code for a part in an interview: "Interviewer", "Speaker 1", "Cyfwelydd", "R2". */
export function isPart(label: string): boolean {
  return part.test(label) || code.test(label);
}

/** The label says that this speaker asks. */
export function saysItAsks(label: string): boolean {
  return asks.test(label) || asksCode.test(label);
}

/** The label says that this speaker answers. */
export function saysItAnswers(label: string): boolean {
  return answers.test(label);
}

/** The words are a word for who asks or who answers, and nothing besides. */
export function saysItsPart(words: string): boolean {
  return saysItAsks(words.trim()) || saysItAnswers(words.trim());
}

/** Headings, particles and stage directions that stand before colons and are nobody. */
export function isNobody(label: string): boolean {
  return NO_SPEAKER.has(
    label
      .toLowerCase()
      .replace(/[.,!?…\s]+$/u, "")
      .trim(),
  );
}

/** Written like a name: up to six capitalised words, or a short word in a script without capitals. */
export function isNameLike(label: string): boolean {
  if (isNobody(label)) return false;
  const bare = label
    .replace(/\s*\([^)]*\)/g, "")
    .replace(/,/g, " ")
    .trim();
  const words = bare.split(/\s+/).filter(Boolean);
  const [first] = words;
  if (first === undefined || words.length > 6) return false;
  if (/^[\p{Lo}\p{M}]{1,8}$/u.test(bare.replace(/\s/g, ""))) return true;
  // A full stop belongs to an initial or a title; elsewhere a sentence has ended and this is no name.
  if (words.some((word) => word.endsWith(".") && word.length > 5)) return false;
  return words.every(
    (word, at) =>
      /^\p{Ll}?['’]?\p{Lu}/u.test(word) ||
      (at > 0 &&
        (/^\p{N}+$/u.test(word) || /^[-–#/&]$/.test(word) || CONNECT.has(word.toLowerCase())) &&
        at < words.length) ||
      /^[\p{Lo}\p{M}]+$/u.test(word),
  );
}

/** One speaker under one key, however the label was spaced or capitalised. */
export function keyOf(label: string): string {
  return label.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}

/**
 * Which of the labels seen are speakers.
 *
 * @param seen - how often each label stood where a speaker could stand, by label as written
 * @param lines - how many lines or captions could have carried one
 * @param sure - the layout itself marks speakers (a time beside the name, a voice tag)
 * @returns keys of the accepted labels; empty where the evidence is too thin
 */
export function elect(seen: ReadonlyMap<string, number>, lines: number, sure: boolean): ReadonlySet<string> {
  const counts = new Map<string, { label: string; count: number }>();
  for (const [label, count] of seen) {
    const key = keyOf(label);
    const entry = counts.get(key);
    counts.set(key, { label: entry?.label ?? label, count: (entry?.count ?? 0) + count });
  }
  const accepted = new Map<string, number>();
  const most = [...counts.values()].reduce((top, { label, count }) => (isPart(label) ? Math.max(top, count) : top), 0);
  for (const [key, { label, count }] of counts) {
    if (isNobody(label)) continue;
    const named = isNameLike(label);
    if (isPart(label) ? count >= (label.length <= 2 ? Math.max(2, most * 0.03) : 1) : named && count >= (sure ? 1 : 2))
      accepted.set(key, count);
    else if (sure && count >= 3) accepted.set(key, count);
  }
  let total = [...accepted.values()].reduce((sum, count) => sum + count, 0);
  const recurring = [...accepted].filter(([, count]) => count >= 2).length;
  const parts = [...accepted.keys()].some((key) => isPart(counts.get(key)?.label ?? ""));
  const share = total / Math.max(1, lines);
  const told = parts && (accepted.size >= 2 ? share >= 0.02 : recurring >= 1 && share >= 0.1);
  const enough = total >= 2 && (sure || told || (recurring >= 2 && share >= 0.1) || share >= 0.5);
  if (!enough) return new Set();
  // Once a file is known to label its speakers, a name that speaks only once is a speaker too.
  if (share >= 0.3) {
    for (const [key, { label, count }] of counts) {
      if (
        count === 1 &&
        !accepted.has(key) &&
        isNameLike(label) &&
        !isNobody(label) &&
        label.split(/\s+/).length <= 4
      ) {
        accepted.set(key, count);
        total += count;
      }
    }
  }
  return new Set(accepted.keys());
}
