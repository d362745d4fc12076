import { pair } from "../field.ts";
import { no, yes } from "../result.ts";
import { bury, make, patch } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import type { Noun } from "../study/rows.ts";
import { related, row, rows } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import { say } from "../wording/decide.ts";
import { SUBJECTS } from "./shape.ts";
import type { MemoRemove, MemoResolve, MemoWrite } from "./word.ts";
import type * as z from "zod";

/** The rows that memos may be about, by the form of its id. */
function subjectsOf(subject: string): readonly Noun[] {
  return subject.includes("/") ? ["evidence"] : SUBJECTS;
}

/** Rule Y64: nobody writes a memo on something that is gone. */
export const memoWrite: Rule<z.infer<typeof MemoWrite>> = {
  needs: (_, { id, subject, parent, calls }) => [
    row("memo", id),
    ...rows("memo", [parent]),
    ...rows("member", calls),
    ...subjectsOf(subject).map((noun) => row(noun, subject)),
  ],
  decide: (view, { id, subject, parent, body, calls }, who) => {
    if (view.get("memo", id)) return no({ code: "row.taken", noun: "memo", id });
    if (parent && !view.live("memo", parent)) return no(missing("memo", parent));
    const lost = calls.find((person) => !view.live("member", person));
    if (lost !== undefined) return no(missing("member", lost));
    // What is no row, as a turn of a text, never goes.
    const known = subjectsOf(subject).filter((noun) => view.get(noun, subject));
    const [gone] = known.some((noun) => view.live(noun, subject)) ? [] : known;
    if (gone) return no(missing(gone, subject));
    const memo = { id, subject, parent, by: who.person, resolved: false, also: null, gone: false };
    const called = [...new Set(calls)].map((person) =>
      make("call", { id: pair(id, person), memo: id, person, after: null, gone: false }),
    );
    return yes([make("memo", memo), ...say(id, "body", body), ...called]);
  },
};

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
