import { holding } from "./shape.ts";
import type { Decision, IdentifierRow } from "./shape.ts";

/** What was decided about an identifier and holds, with the words themselves. */
export type Decided = Readonly<{
  id: string;
  decision: Decision | null;
  replacement: string | null;
  replacementCy: string | null;
}>;

/** What holds of what was decided by these rows; `words` gives those of a phrase. */
export function decidedOf(
  rows: Iterable<IdentifierRow>,
  words: (phrase: string | null) => string | null,
): readonly Decided[] {
  return Array.from(rows, (row) => ({
    id: row.id,
    decision: holding(row),
    replacement: words(row.replacement),
    replacementCy: words(row.replacementCy),
  }));
}
