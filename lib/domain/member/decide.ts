import { no, yes } from "../result.ts";
import { bury, raise } from "../study/change.ts";
import { related, row } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import type { MemberSet } from "./word.ts";
import type * as z from "zod";

/** Rule M1: a study always has an owner. */
export const memberSet: Rule<z.infer<typeof MemberSet>> = {
  needs: (_, { person }) => [row("member", person), related("members")],
  decide: (view, { person, role }) => {
    const old = view.live("member", person);
    const others = view.related("members", "").filter((member) => member.id !== person && member.role === "owner");
    if (old?.role === "owner" && role !== "owner" && others.length === 0)
      return no({ code: "member.last", id: person });
    if (role === null) return yes(old ? bury("member", old) : []);
    return yes(raise(view, "member", { id: person, role, gone: false }));
  },
};
