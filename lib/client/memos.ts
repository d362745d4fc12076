"use client";
/** The talks about something: each a memo with the answers to it, in the order in which they were written. */
import { useFromRows, useStudy } from "#lib/client/study/provider.tsx";
import { pair } from "#lib/domain/field.ts";
import { timedId, timeOf } from "#lib/domain/memo/id.ts";
import { answered, inOrder } from "#lib/domain/memo/recalled.ts";
import type { MemoRow } from "#lib/domain/memo/shape.ts";
import type { Rows } from "#lib/domain/study/rows.ts";

export type Talk = Readonly<{ memo: MemoRow; answers: readonly MemoRow[] }>;

export function talksOf(rows: Rows, subject: string): Talk[] {
  const memos = inOrder(rows.related("memosOf", subject));
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

/** All talks of a study, the one that was added to last first. */
export function allTalks(rows: Rows): Talk[] {
  const answers = new Map<string, MemoRow[]>();
  const begun: MemoRow[] = [];
  for (const memo of inOrder([...rows.all("memo")])) {
    if (memo.parent === null) begun.push(memo);
    else answers.set(memo.parent, [...(answers.get(memo.parent) ?? []), memo]);
  }
  return begun
    .map((memo) => ({ memo, answers: answers.get(memo.id) ?? [] }))
    .toSorted((a, b) => (lastOf(a) < lastOf(b) ? 1 : -1));
}

const lastOf = ({ memo, answers }: Talk): string => answers.at(-1)?.id ?? memo.id;

/** Whether a talk waits for this person: it calls them, is not settled, and they have said nothing in it since. */
export function waitsFor(rows: Rows, { memo, answers }: Talk, person: string): boolean {
  if (memo.resolved) return false;
  const all = [memo, ...answers];
  return all.some((one) => {
    const call = rows.live("call", pair(one.id, person));
    return call !== undefined && !answered(call, all);
  });
}

/** How many talks wait for a person. */
export function useCallsForMe(): number {
  const { me } = useStudy();
  return useFromRows(["memo", "call"], (rows) => {
    const calling = rows.related("callsOfPerson", me.id).flatMap(({ memo }) => rows.live("memo", memo) ?? []);
    const talks = new Set(calling.map(({ id, parent }) => parent ?? id));
    return [...talks].filter((id) => {
      const memo = rows.live("memo", id);
      return memo && waitsFor(rows, { memo, answers: inOrder(rows.related("memosOfParent", id)) }, me.id);
    }).length;
  });
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
