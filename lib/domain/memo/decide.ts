import { no, yes } from "../result.ts";
import { bury, make, patch } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { related, row, rows } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import { say } from "../wording/decide.ts";
import type { MemoRemove, MemoResolve, MemoWrite } from "./word.ts";
import type * as z from "zod";

export const memoWrite: Rule<z.infer<typeof MemoWrite>> = {
  needs: (_, { id, parent }) => [row("memo", id), ...rows("memo", [parent])],
  decide: (view, { id, subject, parent, body }, who) => {
    if (view.get("memo", id)) return no({ code: "row.taken", noun: "memo", id });
    if (parent && !view.live("memo", parent)) return no(missing("memo", parent));
    const memo = { id, subject, parent, by: who.person, resolved: false, gone: false };
    return yes([make("memo", memo), ...say(id, "body", body)]);
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
  needs: (_, { id }) => [row("memo", id), related("memosOfParent", id)],
  decide: (view, { id }) => {
    const old = view.live("memo", id);
    if (!old) return no(missing("memo", id));
    return yes([...view.related("memosOfParent", id).flatMap((memo) => bury("memo", memo)), ...bury("memo", old)]);
  },
};
