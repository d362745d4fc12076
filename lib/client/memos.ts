"use client";
/** The talks about something: each a memo with the answers to it, in the order in which they were written. */
import { useFromRows } from "#lib/client/study/provider.tsx";
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

/** How many memos that are not settled each thing has; what has none is not in it. */
export function useMemoCounts(): ReadonlyMap<string, number> {
  return useFromRows(["memo"], (rows) => {
    const counts = new Map<string, number>();
    const settled = new Set<string>();
    for (const memo of rows.all("memo")) if (memo.resolved) settled.add(memo.id);
    for (const { id, subject, parent } of rows.all("memo"))
      if (!settled.has(parent ?? id)) counts.set(subject, (counts.get(subject) ?? 0) + 1);
    return counts;
  });
}
