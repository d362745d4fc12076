/**
 * Makes the turns of a new revision from those of the one before and what a person changed.
 *
 * Pure: ids of new turns are handed in. Rules: docs/spec/correct.md, K1 to K4.
 */
import { LIMIT } from "../import/limit.ts";
import { no, yes } from "../result.ts";
import type { Result } from "../result.ts";
import type { Edit, Part } from "./shape.ts";
import { GAP, lengthOf } from "./told.ts";
import type { Told } from "./told.ts";

export type EditFault =
  | { readonly code: "turn.missing" } // an edit speaks of a turn that this text does not have, or twice of one
  | { readonly code: "text.empty" } // no turn with words would be left
  | { readonly code: "text.same" } // nothing would change
  | { readonly code: "text.too-long"; readonly characters: number; readonly limit: number }
  | { readonly code: "turns.too-many"; readonly count: number; readonly limit: number };

/** Words as they are kept: line ends are LF, and blanks at the ends fall away. */
export function tidy(words: string): string {
  return words.replace(/\r\n?/g, "\n").trim();
}

/** Whether an edit leaves a turn as it is. */
export function changesNothing(turn: Pick<Told, "words" | "speaker">, parts: readonly Part[]): boolean {
  const [only] = parts;
  return parts.length === 1 && only?.speaker === turn.speaker && tidy(only.words) === tidy(turn.words);
}

/**
 * The turns of the new revision.
 *
 * A turn that is left without words is taken out. The first part of a turn goes on as that turn (`line`); parts that are
 * cut off it begin lines of their own. Times stay at the ends of what they were said for.
 *
 * @param idOf - the id of the n-th turn of the new revision
 */
export function correct(
  turns: readonly Told[],
  edits: readonly Edit[],
  idOf: (n: number) => string,
): Result<Told[], EditFault> {
  const byTurn = new Map(edits.map((edit) => [edit.turn, edit.parts]));
  const known = new Set(turns.map(({ id }) => id));
  if (byTurn.size !== edits.length || edits.some(({ turn }) => !known.has(turn))) return no({ code: "turn.missing" });

  const next: Told[] = [];
  let changed = false;
  for (const turn of turns) {
    const parts = byTurn.get(turn.id);
    if (!parts || changesNothing(turn, parts)) {
      next.push({ ...turn, id: idOf(next.length) });
      continue;
    }
    changed = true;
    const kept = parts.map((part) => ({ ...part, words: tidy(part.words) })).filter(({ words }) => words !== "");
    for (const [at, { words, speaker }] of kept.entries()) {
      const id = idOf(next.length);
      next.push({
        id,
        line: at === 0 ? turn.line : id,
        words,
        speaker,
        question: turn.question,
        startMs: at === 0 ? turn.startMs : null,
        endMs: at === kept.length - 1 ? turn.endMs : null,
      });
    }
  }
  if (!changed) return no({ code: "text.same" });
  if (next.length === 0) return no({ code: "text.empty" });
  if (next.length > LIMIT.turns) return no({ code: "turns.too-many", count: next.length, limit: LIMIT.turns });
  const characters = next.reduce((sum, { words }) => sum + lengthOf(words) + GAP.length, -GAP.length);
  if (characters > LIMIT.characters) return no({ code: "text.too-long", characters, limit: LIMIT.characters });
  return yes(next);
}
