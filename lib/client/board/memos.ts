/** The talks about a quote or an insight: each a memo with the answers to it, in the order in which they were written. */
import { timedId, timeOf } from "#lib/domain/memo/id.ts";
import type { MemoRow } from "#lib/domain/memo/shape.ts";
import type { Rows } from "#lib/domain/study/rows.ts";

export type Talk = Readonly<{ memo: MemoRow; answers: readonly MemoRow[] }>;

export function talksOf(rows: Rows, subject: string): Talk[] {
  const memos = rows.related("memosOf", subject).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return memos
    .filter(({ parent }) => parent === null)
    .map((memo) => ({ memo, answers: memos.filter(({ parent }) => parent === memo.id) }));
}

/** An id for a memo that is written now: behind all that stand there, even where another clock is ahead of ours. */
export function memoId(rows: Rows, subject: string, now: number, chance: string): string {
  let at = now;
  for (const { id } of rows.related("memosOf", subject)) at = Math.max(at, (timeOf(id) ?? 0) + 1);
  return timedId(at, chance);
}
