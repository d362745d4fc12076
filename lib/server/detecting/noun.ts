/**
 * Proper nouns by wink-nlp and its small English model; in lines without capitals, words that its lexicon does not know.
 *
 * The lexicon holds the words of every day and hardly a name, so what it lacks is mostly a name. It knows no Welsh: there what is
 * written large within a sentence is taken. Works offline. Rules: docs/spec/identifier.md, I64 and I65.
 */
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import type { ItemEntity, ItemToken } from "wink-nlp";
import type { Finder, Hit, Kind } from "#lib/domain/detect/hit.ts";
import { portionsOf } from "./lines.ts";
import type { Portion } from "./lines.ts";

type Token = Readonly<{ start: number; end: number; word: string; proper: boolean; known: boolean }>;

const nlp = winkNLP(model);
// oxlint-disable-next-line typescript/unbound-method -- they name what is asked for; nothing calls them on `its`
const [POS, TYPE, NUMBER] = [nlp.its.pos, nlp.its.type, nlp.its.uniqueId];
/** Words of the lexicon are numbered first; what a text adds comes behind. */
const LEXICON = Number(nlp.readDoc("qzxqv").tokens().itemAt(0).out(NUMBER));

const ENTITY: Readonly<Record<string, Kind>> = {
  DATE: "time",
  TIME: "time",
  DURATION: "time",
  MONEY: "quantity",
  PERCENT: "quantity",
};

/** Words written large that everybody shares; alone they name nobody. */
const SHARED = new Set(
  (
    "i i'm i've i'll i'd mr mrs ms mx dr article articles section act acts law laws code court courts government commission convention council councils councillor councillors committee board department ministry minister president parliament state states " +
    "agent chamber protocol rule rules registrar judge judgment case applicant applicants respondent government's paragraph part chapter annex appendix schedule table figure page note report section sections service services team " +
    "member members director manager officer head chief interviewer participant speaker moderator question answer name date time timestamp location contact phone email address id username user title subject description condition status error " +
    "today yesterday tomorrow god internet web ai it ok okay pdf ip url hr cv tv pc api sms faq covid brexit lord sir madam mum dad mom project programme university college school hospital trust authority police church union"
  ).split(" "),
);
/** Words that begin sentences, which the model takes for names. */
const SPOKEN =
  /^(?:i|i['’]\p{L}+|it['’]s|that['’]s|there['’]s|my|the|a|an|in|at|on|to|for|from|our|your|his|her|their|and|but|so|or|if|when|we|you|he|she|they|yeah|yes|no|well|okay|um|er|hello|hi|thanks|please)$/iu;
const LABEL =
  /^(?:[A-Z]{1,3}\d{0,3}|(?:interviewer|participant|speaker|respondent|moderator|facilitator|cyfwelydd|siaradwr|cyfranogwr)(?: ?[A-Z\d]{1,3})?)$/iu;

/** Letters with a sign that the model does not know (ŵ, ć) end a word for it: what was found is set on the edges of whole words. */
function toWords(text: string, one: Hit): Hit {
  const before =
    /(?:[\p{L}\p{M}]+-)*[\p{L}\p{M}]*$/u.exec(text.slice(Math.max(0, one.start - 40), one.start))?.[0].length ?? 0;
  const after = /^[\p{L}\p{M}]*(?:-[\p{L}\p{M}]+)*/u.exec(text.slice(one.end, one.end + 40))?.[0].length ?? 0;
  return { ...one, start: one.start - before, end: one.end + after };
}

/** Whether what was found is a speaker's label, or one word that everybody shares. */
function isIdle(text: string, { start, end }: Hit): boolean {
  const words = text.slice(start, end);
  if (SHARED.has(words.toLowerCase().replaceAll("’", "'"))) return true;
  const begins = start === 0 || /[\n\s]/u.test(text.charAt(start - 1));
  return begins && /^\s?\d{0,3}:/u.test(text.slice(end, end + 5)) && LABEL.test(words);
}

export const properNouns: Finder = (text) =>
  portionsOf(text)
    .flatMap((portion) => (portion.welsh ? largeIn(portion) : read(portion)))
    .map((one) => toWords(text, one))
    .filter((one) => !isIdle(text, one));

function read(portion: Portion): Hit[] {
  const { words, start, plain } = portion;
  const document = nlp.readDoc(words);
  const tokens: Token[] = [];
  let at = 0;
  document.tokens().each((token: ItemToken) => {
    const word = token.out();
    const found = words.indexOf(word, at);
    if (found === -1 || found - at > 400) return;
    at = found + word.length;
    const isWord = token.out(TYPE) === "word" && /\p{L}/u.test(word);
    tokens.push({
      start: start + found,
      end: start + at,
      word,
      proper:
        isWord &&
        token.out(POS) === "PROPN" &&
        word.length > 1 &&
        !SPOKEN.test(word) &&
        (plain || /\p{Lu}|\d/u.test(word)),
      known: !isWord || Number(token.out(NUMBER)) < LEXICON,
    });
  });
  const hits = runs(tokens, words, start, (token) => token.proper, "proper-noun", 0.5);
  if (plain) hits.push(...runs(tokens, words, start, isUnknown, "unknown-word", 0.4));
  let from = 0;
  document.entities().each((entity: ItemEntity) => {
    const kind = ENTITY[String(entity.out(TYPE))];
    const value = entity.out();
    const found = words.indexOf(value, from);
    if (found === -1) return;
    from = found + value.length;
    if (kind !== undefined && /\d|\p{Lu}/u.test(value))
      hits.push(hit(start + found, start + from, kind, "entity", 0.5));
  });
  return hits;
}

/** Inflected forms and compounds are not in the lexicon either. */
function isUnknown({ known, word }: Token): boolean {
  return (
    !known &&
    word.length > 2 &&
    /^\p{L}[\p{L}\p{M}'’]*$/u.test(word) &&
    !/(?:ing|ness|ised|ized|isation|able|ibly|ively|ally|ment|wise|less)s?$/u.test(word)
  );
}

/** Neighbouring tokens that are meant, with "of" between two. */
function runs(
  tokens: readonly Token[],
  words: string,
  offset: number,
  isMeant: (token: Token) => boolean,
  reason: string,
  score: number,
): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const first = tokens[at];
    if (first === undefined || !isMeant(first)) continue;
    let last = first;
    for (let next = at + 1; next < tokens.length; next += 1) {
      const token = tokens[next];
      if (token === undefined || !/^[ \u00a0'’.&-]{0,2}$/u.test(words.slice(last.end - offset, token.start - offset)))
        break;
      if (endsSentence(last, token)) break;
      if (isMeant(token)) {
        last = token;
        at = next;
      } else if (!/^(?:[-'’&.]|of)$/u.test(token.word) || !isNext(tokens[next + 1], isMeant)) break;
      else last = token;
    }
    hits.push(hit(first.start, last.end, "other", reason, score));
  }
  return hits;
}

/** A full stop, but for that of an initial or a title. */
function endsSentence(before: Token, { word }: Token): boolean {
  return word === "." && before.word.length > 2 && !/^(?:mrs|prof|rev|cllr|cyng|parch|capt|sgt)$/iu.test(before.word);
}

function isNext(token: Token | undefined, isMeant: (token: Token) => boolean): boolean {
  return token !== undefined && isMeant(token);
}

/** Words written large within a sentence, as Welsh writes names. */
function largeIn({ words, start, plain }: Portion): Hit[] {
  if (plain) return [];
  const found = words.matchAll(
    /(?<=[\p{L}\p{M}\p{N},;’'] (?:["“‘(])?)\p{Lu}[\p{L}\p{M}]*(?:[ '’-](?:(?:y|yr|ap|ab) )?\p{Lu}[\p{L}\p{M}]*)*/gu,
  );
  return Array.from(found, ({ 0: name, index }) =>
    hit(start + index, start + index + name.length, "other", "capital", 0.5),
  );
}

function hit(start: number, end: number, kind: Kind, reason: string, score: number): Hit {
  return { start, end, kind, detector: "noun", reason, score, layer: "wide" };
}
