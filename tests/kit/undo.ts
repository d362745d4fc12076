/** For properties of undo: a study's state whole, and what it is without what was made since. */
import { evolve } from "#lib/domain/study/change.ts";
import type { Change } from "#lib/domain/study/change.ts";
import { NOUNS } from "#lib/domain/study/rows.ts";
import type { AnyRow, Rows } from "#lib/domain/study/rows.ts";
import { decideUndo } from "#lib/domain/study/undo.ts";

/** Every row as it is, by noun and id, gone ones too. */
export function everything(rows: Rows): Map<string, AnyRow> {
  const found = new Map<string, AnyRow>();
  for (const noun of NOUNS) for (const row of rows.every(noun)) found.set(`${noun} ${row.id}`, row);
  return found;
}

/** Rows as they would be if what was made since had never been: a row that was made is a tombstone now. */
export function without(after: ReadonlyMap<string, AnyRow>, before: ReadonlyMap<string, AnyRow>): Map<string, AnyRow> {
  return new Map([...after].filter(([key, row]) => before.has(key) || !row.gone));
}

/** Takes changes back; what that changed. Throws where it is refused. */
export function takeBack(rows: Rows, changes: readonly Change[]): readonly Change[] {
  const back = decideUndo(rows, changes, false);
  if (!back.ok) throw new Error(`undo was refused: ${JSON.stringify(back.fault)}`);
  for (const change of back.value) evolve(rows, change);
  return back.value;
}
