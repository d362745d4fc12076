import { pair } from "../field.ts";
import { no, yes } from "../result.ts";
import { bury, make, patch } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import type { View } from "../study/rows.ts";
import { related, row, rows } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import { say } from "../wording/decide.ts";
import { needsOfSubject, unspoken } from "./subject.ts";
import type { MemoRemove, MemoResolve, MemoWrite } from "./word.ts";
import type * as z from "zod";

/** Rules Y64 and Y69: nobody writes a memo on something that is gone, nor on somebody who has withdrawn. */
export const memoWrite: Rule<z.infer<typeof MemoWrite>> = {
  needs: (view, { id, subject, parent, calls }) => [
    row("memo", id),
    ...rows("memo", [parent]),
    ...rows("member", calls),
    ...subjectsOf(view, subject, parent).flatMap(needsOfSubject),
  ],
  decide: (view, { id, subject, parent, body, calls }, who) => {
    if (view.get("memo", id)) return no({ code: "row.taken", noun: "memo", id });
    if (parent && !view.live("memo", parent)) return no(missing("memo", parent));
    const lost = calls.find((person) => !view.live("member", person));
    if (lost !== undefined) return no(missing("member", lost));
    for (const about of subjectsOf(view, subject, parent)) {
      const fault = unspoken(view, about);
      if (fault) return no(fault);
    }
    const memo = { id, subject, parent, by: who.person, resolved: false, also: null, gone: false };
    const called = [...new Set(calls)].map((person) =>
      make("call", { id: pair(id, person), memo: id, person, after: null, gone: false }),
    );
    return yes([make("memo", memo), ...say(id, "body", body), ...called]);
  },
};

/** What a memo is about, and what the one is about that it answers: the same, unless somebody says otherwise. */
function subjectsOf(view: View, subject: string, parent: string | null): readonly string[] {
  const above = parent === null ? undefined : view.get("memo", parent)?.subject;
  return above === undefined || above === subject ? [subject] : [subject, above];
}

export const memoResolve: Rule<z.infer<typeof MemoResolve>> = {
  needs: (_, { id }) => [row("memo", id)],
  decide: (view, { id, on }) => {
    const old = view.live("memo", id);
    return old ? yes(patch("memo", old, { resolved: on })) : no(missing("memo", id));
  },
};

export const memoRemove: Rule<z.infer<typeof MemoRemove>> = {
  needs: (view, { id }) => [
    row("memo", id),
    related("memosOfParent", id),
    ...[id, ...view.related("memosOfParent", id).map((memo) => memo.id)].map((memo) => related("callsOfMemo", memo)),
  ],
  decide: (view, { id }) => {
    const old = view.live("memo", id);
    if (!old) return no(missing("memo", id));
    const all = [...view.related("memosOfParent", id), old];
    return yes([
      ...all.flatMap((memo) => view.related("callsOfMemo", memo.id)).flatMap((call) => bury("call", call)),
      ...all.flatMap((memo) => bury("memo", memo)),
    ]);
  },
};
