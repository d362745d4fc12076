/**
 * What changes at a memo when its words do: whom they call now, and who has written in it besides its author.
 *
 * Knows no words: whom they call is handed in. Rules: docs/spec/memo.md, ME9 to ME11.
 */
import { pair } from "../field.ts";
import { bury, patch, raise } from "../study/change.ts";
import type { Put } from "../study/change.ts";
import type { View } from "../study/rows.ts";
import { related, rows } from "../study/rule.ts";
import type { Need } from "../study/rule.ts";
import type { CallRow, MemoRow } from "./shape.ts";

/** Memos in the order in which they were written. */
export const inOrder = (memos: readonly MemoRow[]): MemoRow[] => memos.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/**
 * Whether whoever was called has said something since.
 *
 * @param talk - the whole talk, in order: the memo that began it, then its answers
 */
export function answered({ memo, person, after }: CallRow, talk: readonly MemoRow[]): boolean {
  const at = talk.findIndex(({ id }) => id === memo);
  return talk.some((one, n) => one.by === person && (after === null ? n >= at : one.id > after));
}

/** What must be seen to say whom a memo calls besides those whom it calls already. */
export function needsOfCalls(view: View, memo: string, calls: readonly string[]): Need[] {
  const parent = view.get("memo", memo)?.parent ?? null;
  return [
    related("callsOfMemo", memo),
    related("memosOfParent", parent ?? memo),
    ...rows("memo", [parent]),
    ...rows("member", calls),
    ...rows(
      "call",
      calls.map((person) => pair(memo, person)),
    ),
  ];
}

/** Nobody is called twice by one memo, and whoever has answered stays called. */
export function recalled(view: View, memo: MemoRow, calls: readonly string[]): Put[] {
  const first = memo.parent === null ? memo : view.live("memo", memo.parent);
  const talk = [...(first ? [first] : []), ...inOrder(view.related("memosOfParent", first?.id ?? memo.id))];
  const after = talk.at(-1)?.id ?? memo.id;
  const now = view.related("callsOfMemo", memo.id);
  const known = new Set(now.map(({ person }) => person));
  const wanted = new Set(calls.filter((person) => view.live("member", person)));
  return [
    ...now.filter((call) => !wanted.has(call.person) && !answered(call, talk)).flatMap((call) => bury("call", call)),
    ...[...wanted.difference(known)].flatMap((person) =>
      raise(view, "call", { id: pair(memo.id, person), memo: memo.id, person, after, gone: false }),
    ),
  ];
}

/** Who writes in another's memo is known from then on. */
export function joined(memo: MemoRow, person: string): Put[] {
  return person === memo.by ? [] : patch("memo", memo, { also: person });
}
