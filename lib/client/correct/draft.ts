/**
 * A correction in the making: what a person has changed, by line, so that it still lies where it belongs when a colleague
 * corrects the text in the meantime. Knows nothing of React or storage. Rules: docs/spec/correct.md, K3, K4 and K19.
 */
import { changesNothing, tidy } from "#lib/domain/correction/edit.ts";
import type { Edit, Part } from "#lib/domain/correction/shape.ts";
import type { Told } from "#lib/domain/correction/told.ts";

/** What a turn is to say, and what it said when its correction was begun. */
export type Change = Readonly<{ was: string; parts: readonly Part[] }>;
export type Draft = ReadonlyMap<string, Change>;

/** A turn on the page, or one of the parts into which it is cut. */
export type DraftRow = Readonly<{
  key: string;
  turn: Told;
  /** Which part of the turn; null where the turn is taken out. */
  part: number | null;
  words: string;
  speaker: string | null;
  changed: boolean;
  /** A colleague has changed this turn too since it was begun here. */
  met: boolean;
}>;

export function rowsOf(told: readonly Told[], draft: Draft): DraftRow[] {
  return told.flatMap((turn): DraftRow[] => {
    const change = draft.get(turn.line);
    if (!change) {
      return [{ key: turn.line, turn, part: 0, words: turn.words, speaker: turn.speaker, changed: false, met: false }];
    }
    const about = { turn, changed: !changesNothing(turn, change.parts), met: change.was !== turn.words };
    if (change.parts.length === 0)
      return [{ ...about, key: turn.line, part: null, words: turn.words, speaker: turn.speaker }];
    return change.parts.map(({ words, speaker }, part) => ({
      ...about,
      key: part === 0 ? turn.line : `${turn.line}/${part}`,
      part,
      words,
      speaker,
    }));
  });
}

/** What is sent of a draft. */
export function editsOf(told: readonly Told[], draft: Draft): Edit[] {
  return told.flatMap((turn) => {
    const parts = draft.get(turn.line)?.parts;
    return parts && !changesNothing(turn, parts) ? [{ turn: turn.id, parts: [...parts] }] : [];
  });
}

/** Changes to turns that a colleague's correction has taken out since. */
export function homeless(told: readonly Told[], draft: Draft): Change[] {
  const lines = new Set(told.map(({ line }) => line));
  return [...draft].flatMap(([line, change]) => (lines.has(line) ? [] : [change]));
}

/** Says anew what a part of a turn says, or who says it. */
export function sayAnew(draft: Draft, { turn, part }: DraftRow, fields: Partial<Part>): Draft {
  const parts = partsOf(draft, turn).map((one, at) => (at === part ? { ...one, ...fields } : one));
  return setParts(draft, turn, parts);
}

/** Cuts a part in two at a UTF-16 offset of its words. */
export function cut(draft: Draft, { turn, part, words, speaker }: DraftRow, at: number): Draft {
  if (part === null) return draft;
  const [head, tail] = [tidy(words.slice(0, at)), tidy(words.slice(at))];
  if (head === "" || tail === "") return draft;
  const two = [head, tail].map((said) => ({ words: said, speaker }));
  return setParts(draft, turn, partsOf(draft, turn).toSpliced(part, 1, ...two));
}

/** Joins a part with the one after it, which may be the first of the next turn. */
export function joinNext(draft: Draft, row: DraftRow, next: DraftRow): Draft {
  if (row.part === null || next.part === null) return draft;
  const words = `${tidy(row.words)} ${tidy(next.words)}`.trim();
  const without = setParts(draft, next.turn, partsOf(draft, next.turn).toSpliced(next.part, 1));
  return setParts(
    without,
    row.turn,
    partsOf(without, row.turn).map((one, at) => (at === row.part ? { ...one, words } : one)),
  );
}

/** Takes a part out. */
export function takeOut(draft: Draft, { turn, part }: DraftRow): Draft {
  return part === null ? draft : setParts(draft, turn, partsOf(draft, turn).toSpliced(part, 1));
}

/** Leaves a turn as it is in the text. */
export function leave(draft: Draft, { turn }: DraftRow): Draft {
  const next = new Map(draft);
  next.delete(turn.line);
  return next;
}

function partsOf(draft: Draft, turn: Told): readonly Part[] {
  return draft.get(turn.line)?.parts ?? [{ words: turn.words, speaker: turn.speaker }];
}

function setParts(draft: Draft, turn: Told, parts: readonly Part[]): Draft {
  const next = new Map(draft);
  const [only] = parts;
  // Not tidied: while it is written, a blank at the end is on its way to the next word.
  if (parts.length === 1 && only?.words === turn.words && only.speaker === turn.speaker) next.delete(turn.line);
  else next.set(turn.line, { was: draft.get(turn.line)?.was ?? turn.words, parts });
  return next;
}
