import { keyBehind, lastOf } from "../order.ts";
import { no, yes } from "../result.ts";
import { bury, make, patch } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { related, row, rows } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import { say } from "../wording/decide.ts";
import type { TagAdd, TagRemove, TagSet } from "./word.ts";
import type * as z from "zod";

export const tagAdd: Rule<z.infer<typeof TagAdd>> = {
  needs: (_, { id, parent }) => [row("tag", id), ...rows("tag", [parent]), related("tags")],
  decide: (view, { id, parent, hue, name }) => {
    if (view.get("tag", id)) return no({ code: "row.taken", noun: "tag", id });
    if (parent && !view.live("tag", parent)) return no(missing("tag", parent));
    const fellows = view.related("tags", "");
    const made = make("tag", { id, parent, hue, ord: keyBehind(fellows, lastOf(fellows)), gone: false });
    return yes([made, ...say(id, "name", name)]);
  },
};

export const tagSet: Rule<z.infer<typeof TagSet>> = {
  needs: (_, { id }) => [row("tag", id)],
  decide: (view, { id, fields }) => {
    const old = view.live("tag", id);
    return old ? yes(patch("tag", old, fields)) : no(missing("tag", id));
  },
};

export const tagRemove: Rule<z.infer<typeof TagRemove>> = {
  needs: (_, { id }) => [row("tag", id), related("taggingsOfTag", id), related("tagsOfParent", id)],
  decide: (view, { id }) => {
    const old = view.live("tag", id);
    if (!old) return no(missing("tag", id));
    return yes([
      ...view.related("taggingsOfTag", id).flatMap((tagging) => bury("tagging", tagging)),
      ...view.related("tagsOfParent", id).flatMap((child) => patch("tag", child, { parent: old.parent })),
      ...bury("tag", old),
    ]);
  },
};
