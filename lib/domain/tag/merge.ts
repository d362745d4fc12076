/**
 * Making one tag of several.
 *
 * Every quote that carried one of the others carries the one that stays, once. What lay in the others lies in it; where
 * it lay in one of them itself, it takes that place, so that nothing comes to stand within itself. The texts of the
 * others stay with them, and the step that is remembered leads there. Rules: docs/spec/codebook.md, CB7 to CB9.
 */
import { pair } from "../field.ts";
import { byOrd, keyBehind, lastOf } from "../order.ts";
import { no, yes } from "../result.ts";
import { bury, make, patch, raise } from "../study/change.ts";
import type { Change } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { related, row, rows } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import { say } from "../wording/decide.ts";
import { above, faultOf, parentsOf } from "./tree.ts";
import type { TagMerge } from "./word.ts";
import type * as z from "zod";

export const tagMerge: Rule<z.infer<typeof TagMerge>> = {
  needs: (view, { id, from }) => [
    ...rows("tag", [id, ...from.map(({ tag }) => tag)]),
    ...rows(
      "tagStep",
      from.map(({ step }) => step),
    ),
    related("tags"),
    ...from.flatMap(({ tag }) => [
      related("taggingsOfTag", tag),
      related("memosOf", tag),
      ...view.related("taggingsOfTag", tag).map(({ quote }) => row("tagging", pair(quote, id))),
    ]),
  ],
  decide: (view, { id, from: named, reason }, who) => {
    const kept = view.live("tag", id);
    if (!kept) return no(missing("tag", id));
    const from = [...new Map(named.map((one) => [one.tag, one])).values()]; // named twice, merged once
    const going = new Set(from.map(({ tag }) => tag));
    if (going.has(id)) return no({ code: "tag.same", id });
    for (const { tag, step } of from) {
      if (!view.live("tag", tag)) return no(missing("tag", tag));
      if (view.get("tagStep", step)) return no({ code: "row.taken", noun: "tagStep", id: step });
    }

    const changes: Change[] = [];
    const carrying = new Set<string>();
    const came = new Map<string, number>();
    for (const { tag } of from) {
      let count = 0;
      for (const tagging of view.related("taggingsOfTag", tag)) {
        const { quote } = tagging;
        changes.push(...bury("tagging", tagging));
        if (carrying.has(quote)) continue;
        carrying.add(quote);
        const moved = raise(view, "tagging", { id: pair(quote, id), quote, tag: id, gone: false });
        changes.push(...moved);
        count += moved.length;
      }
      came.set(tag, count);
      changes.push(...view.related("memosOf", tag).flatMap((memo) => patch("memo", memo, { subject: id })));
    }

    const parents = parentsOf(view);
    const aboveKept = new Set(above(parents, id));
    const outside = (tag: string) => above(parents, tag).find((each) => !going.has(each)) ?? null;
    const place = new Map<string, string | null>();
    if (kept.parent !== null && going.has(kept.parent)) place.set(id, outside(id));
    const tags = view.related("tags", "").toSorted(byOrd);
    for (const inner of tags) {
      if (inner.parent === null || !going.has(inner.parent) || going.has(inner.id) || inner.id === id) continue;
      place.set(inner.id, aboveKept.has(inner.id) ? outside(inner.id) : id);
    }
    const after = new Map([...parents, ...place]);
    for (const tag of going) after.delete(tag);
    const fault = faultOf(after);
    if (fault) return no(fault);
    const fellows = tags.map(({ ord }) => ({ ord }));
    for (const inner of tags) {
      const parent = place.get(inner.id);
      if (parent === undefined) continue;
      const ord = keyBehind(fellows, lastOf(fellows));
      fellows.push({ ord });
      changes.push(...patch("tag", inner, { parent, ord }));
    }
    if (kept.example === null) {
      const example = from.map(({ tag }) => view.live("tag", tag)?.example ?? null).find((each) => each !== null);
      if (example) changes.push(...patch("tag", kept, { example }));
    }

    for (const { tag, step } of from) {
      const quotes = came.get(tag) ?? 0;
      changes.push(
        make("tagStep", { id: step, kind: "merge", into: id, from: tag, quotes, by: who.person, gone: false }),
        ...say(step, "note", reason),
      );
    }
    for (const tag of going) {
      const old = view.live("tag", tag);
      if (old) changes.push(...bury("tag", old));
    }
    return yes(changes);
  },
};
