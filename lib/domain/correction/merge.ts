/** Gives all turns of one speaker to another. Rules: docs/spec/correct.md, K22. */
import type { Edit } from "./shape.ts";
import type { Told } from "./told.ts";

/** The edits by which everything that `from` says is said by `into`, word for word. */
export function merge(told: readonly Told[], from: string, into: string): Edit[] {
  return told.flatMap(({ id, words, speaker }) =>
    speaker === from ? [{ turn: id, parts: [{ words, speaker: into }] }] : [],
  );
}
