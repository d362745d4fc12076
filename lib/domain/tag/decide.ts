import { byOrd, keyBehind, keysBetween, lastOf } from "../order.ts";
import { no, yes } from "../result.ts";
import type { Result } from "../result.ts";
import { bury, make, patch } from "../study/change.ts";
import type { Change } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import type { Fault } from "../study/fault.ts";
import { related, row, rows } from "../study/rule.ts";
import type { Need, Rule } from "../study/rule.ts";
import type { View } from "../study/rows.ts";
import { say } from "../wording/decide.ts";
import { above, faultOf, parentsOf } from "./tree.ts";
import type * as word from "./word.ts";
import type * as z from "zod";

export const tagAdd: Rule<z.infer<typeof word.TagAdd>> = {
  needs: (_, { id, parent }) => [row("tag", id), ...rows("tag", [parent]), related("tags")],
  decide: (view, { id, parent, hue, name }) => {
    if (view.get("tag", id)) return no({ code: "row.taken", noun: "tag", id });
    if (parent && !view.live("tag", parent)) return no(missing("tag", parent));
    const fault = faultOf(parentsOf(view).set(id, parent));
    if (fault) return no(fault);
    const fellows = view.related("tags", "");
    const ord = keyBehind(fellows, lastOf(fellows));
    return yes([make("tag", { id, parent, hue, ord, example: null, gone: false }), ...say(id, "name", name)]);
  },
};

/** Rule CB5: an example is one of the tag's own quotes. */
export const tagSet: Rule<z.infer<typeof word.TagSet>> = {
  needs: (_, { id, fields }) => [row("tag", id), ...rows("tagging", [fields.example && `${fields.example}/${id}`])],
  decide: (view, { id, fields }) => {
    const old = view.live("tag", id);
    if (!old) return no(missing("tag", id));
    if (fields.example && !view.live("tagging", `${fields.example}/${id}`)) {
      return no(missing("tagging", `${fields.example}/${id}`));
    }
    return yes(patch("tag", old, fields));
  },
};

/** Rules CB3 and CB4: nothing comes to stand within itself, and what stands where it should is not touched. */
export const tagsNest: Rule<z.infer<typeof word.TagsNest>> = {
  needs: (_, { ids, parent, after }) => [...rows("tag", [...ids, parent, after]), related("tags")],
  decide: (view, { ids, parent, after }) => {
    if (parent && !view.live("tag", parent)) return no(missing("tag", parent));
    const lost = ids.find((id) => !view.live("tag", id));
    if (lost) return no(missing("tag", lost));
    const parents = parentsOf(view);
    const named = new Set(ids);
    // What lies in a tag that moves comes along where it is.
    const moving = [...named].filter((id) => !above(parents, id).some((each) => named.has(each)));
    for (const id of moving) parents.set(id, parent);
    const fault = faultOf(parents);
    if (fault) return no(fault);

    const going = new Set(moving);
    const all = view.related("tags", "");
    const others = all.filter(({ id }) => !going.has(id)).toSorted(byOrd);
    const siblings = others.filter((tag) => tag.parent === parent);
    const at = after === null ? 0 : siblings.findIndex(({ id }) => id === after) + 1 || siblings.length;
    const wanted = [...siblings.slice(0, at).map(({ id }) => id), ...moving, ...siblings.slice(at).map(({ id }) => id)];
    const now = all.filter((tag) => tag.parent === parent).toSorted(byOrd);
    if (now.length === wanted.length && now.every(({ id }, n) => id === wanted[n])) return yes([]);

    // Behind the sibling, but before whatever tag of the study comes next; behind all where there is no sibling after.
    const next = siblings[at];
    const front = at > 0 ? siblings[at - 1] : undefined;
    const low =
      next === undefined ? lastOf(others) : (front?.ord ?? lastOf(others.filter(({ ord }) => ord < next.ord)));
    const high = others.find(({ ord }) => low === null || ord > low)?.ord ?? null;
    const keys = keysBetween(low, high, moving.length);
    return yes(
      moving.flatMap((id, n) => {
        const old = view.live("tag", id);
        return old ? patch("tag", old, { parent, ord: keys[n] ?? old.ord }) : [];
      }),
    );
  },
};

export const tagRemove: Rule<z.infer<typeof word.TagRemove>> = {
  needs: (_, { id }) => needsOfRemove([id]),
  decide: (view, { id }) => remove(view, [id]),
};

export const tagsRemove: Rule<z.infer<typeof word.TagsRemove>> = {
  needs: (_, { ids }) => needsOfRemove(ids),
  decide: (view, { ids }) => remove(view, ids),
};

function needsOfRemove(ids: readonly string[]): Need[] {
  return [...rows("tag", ids), related("tags"), ...ids.map((id) => related("taggingsOfTag", id))];
}

/** Rule CB6: the quotes stay, and what lies within a tag that goes takes its place. */
function remove(view: View, named: readonly string[]): Result<readonly Change[], Fault> {
  const lost = named.find((id) => !view.live("tag", id));
  if (lost) return no(missing("tag", lost));
  const going = new Set(named);
  const parents = parentsOf(view);
  const tags = view.related("tags", "").toSorted(byOrd);
  const fellows = tags.map(({ ord }) => ({ ord }));
  const changes: Change[] = [...going].flatMap((id) =>
    view.related("taggingsOfTag", id).flatMap((tagging) => bury("tagging", tagging)),
  );
  for (const old of tags) {
    if (!going.has(old.id)) continue;
    const parent = above(parents, old.id).find((id) => !going.has(id)) ?? null;
    let ord = old.ord;
    for (const inner of tags) {
      if (inner.parent !== old.id || going.has(inner.id)) continue;
      ord = keyBehind(fellows, ord);
      fellows.push({ ord });
      changes.push(...patch("tag", inner, { parent, ord }));
    }
  }
  for (const old of tags) if (going.has(old.id)) changes.push(...bury("tag", old));
  return yes(changes);
}
