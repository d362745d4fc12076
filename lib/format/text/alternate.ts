/**
 * Speech in which nobody is named: interviews typed as paragraphs that take turns, or as questions with answers below.
 *
 * Nothing here is taken for granted: without a person's word each paragraph stays a turn of nobody, and the preview offers
 * the reading that fits. The speakers then are "1" and "2", or "Q" and "A", for the file has no names for them.
 *
 * Rules: docs/spec/import.md, I83 and I84.
 */
import type { Dialect } from "#lib/domain/import/draft.ts";
import type { Piece, Read } from "#lib/format/import/piece.ts";

/** A paragraph of nobody; `strong` where all of it is bold. */
export type Paragraph = Piece & Readonly<{ strong?: boolean }>;
export type Unlabelled = Extract<Dialect, "alternate" | "questions">;

const LEAST = 6; // paragraphs

/** The reading that fits, null where none does. */
export function unlabelled(paragraphs: readonly Paragraph[]): Unlabelled | null {
  const body = paragraphs.slice(headingsAbove(paragraphs)).filter((_, at, list) => !isHeading(list, at));
  if (body.length < LEAST) return null;
  const asked = body.map(isAsked);
  const questions = asked.filter(Boolean).length;
  const share = questions / body.length;
  const running = asked.filter((one, at) => one && asked[at + 1] === true).length;
  const ended = body.filter((one) => isAsked(one) || /[.!…。！]["”’»“)\]]*$/u.test(one.text)).length;
  if (ended < body.length * 0.6 || questions < 3) return null; // captions and lists, not paragraphs of speech
  const apart = share >= 0.2 && share <= 0.6 && running <= questions * 0.1;
  if (apart && share >= 0.3) return "questions";
  const at = (parity: number) => {
    const half = asked.filter((_, index) => index % 2 === parity);
    return half.filter(Boolean).length / half.length;
  };
  const [low = 0, high = 0] = [at(0), at(1)].toSorted((a, b) => a - b);
  if (ended >= body.length * 0.75 && questions >= 4 && high >= 0.3 && low <= high * 0.55) return "alternate";
  return apart ? "questions" : null;
}

/**
 * Rows of a table that say when and what, but not who: by a person's word as turns of two, else as they are, with an offer
 * where a reading fits.
 */
export function rowsOfNobody(pieces: readonly Piece[], dialect: Dialect | undefined): Read {
  if (dialect === "alternate" || dialect === "questions")
    return { dialect, pieces: takeTurns(pieces, dialect), warnings: [] };
  const fits = dialect === undefined ? unlabelled(pieces) : null;
  return { dialect: "table", pieces, warnings: fits === null ? [] : [{ code: `speakers.${fits}` }] };
}

/** Paragraphs as turns of two speakers. Headings, and what stands above the first turn, belong to nobody. */
export function takeTurns(paragraphs: readonly Paragraph[], how: Unlabelled): Piece[] {
  const first = how === "alternate" ? headingsAbove(paragraphs) : paragraphs.findIndex(isAsked);
  let turn = 0;
  const pieces: Piece[] = [];
  for (const [at, one] of paragraphs.entries()) {
    const piece = bare(one);
    if (at < first || first < 0 || (how === "questions" && !isAsked(one) && isHeading(paragraphs, at))) {
      pieces.push(piece);
      continue;
    }
    const label = how === "alternate" ? String((turn % 2) + 1) : isAsked(one) ? "Q" : "A";
    turn += 1;
    const last = pieces.at(-1);
    // An answer of several paragraphs is one turn, unless each has its own time.
    if (how === "questions" && last?.label === label && piece.startMs === null) last.text += `\n\n${piece.text}`;
    else pieces.push({ ...piece, label });
  }
  return pieces;
}

/** A paragraph as a piece of speech, without its looks. */
export function bare({ label, text, startMs, endMs }: Paragraph): Piece {
  return { label, text, startMs, endMs };
}

/** Ends with a question mark, or stands out in bold as a sentence. */
function isAsked({ text, strong }: Paragraph): boolean {
  if (/[?？؟]["”’»“)\]*_\s]*$/u.test(text)) return true;
  return (strong === true || /^(\*\*|__)[^*_]+\1$/u.test(text)) && /[.!…:]["”’»)\]*_]*$/u.test(text);
}

/** A few words without an end, unless they answer the question just before. */
function isHeading(paragraphs: readonly Paragraph[], at: number): boolean {
  const { text } = paragraphs[at] ?? { text: "" };
  if (/^#{1,6}\s/u.test(text)) return true;
  const before = paragraphs[at - 1];
  if (before && isAsked(before)) return false;
  return text.split(/\s+/).length <= 6 && !/[.!?…。？！:,;]["”’»“)\]*_]*$/u.test(text);
}

function headingsAbove(paragraphs: readonly Paragraph[]): number {
  const first = paragraphs.findIndex((_, at) => !isHeading(paragraphs, at));
  return first < 0 ? 0 : first;
}
