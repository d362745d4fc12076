/** Bringing a codebook in: new tags, and what changes of those that are there. Rules: docs/spec/codebook.md, CB16 and CB17. */
import { keysBetween, lastOf } from "../order.ts";
import { no, yes } from "../result.ts";
import { make, patch, raise } from "../study/change.ts";
import type { Change } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { related, row, rows } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import { slot } from "../wording/shape.ts";
import { faultOf, parentsOf } from "./tree.ts";
import type { TagsBring } from "./word.ts";
import type * as z from "zod";

export const tagsBring: Rule<z.infer<typeof TagsBring>> = {
  needs: (_, { tags }) => [
    related("tags"),
    ...tags.flatMap(({ id, parent, texts }) => [
      ...rows("tag", [id, parent]),
      ...texts.map(({ field, lang }) => row("wording", slot(id, field, lang))),
    ]),
  ],
  decide: (view, { tags }) => {
    const parents = parentsOf(view);
    const placed: string[] = []; // tags that are new or move, in the order of the file
    for (const { id, fresh, parent } of tags) {
      const old = view.get("tag", id);
      if (fresh ? old : !old || old.gone)
        return no(fresh ? { code: "row.taken", noun: "tag", id } : missing("tag", id));
      if (!fresh && (parent === undefined || parent === old?.parent)) continue;
      parents.set(id, parent ?? null);
      placed.push(id);
    }
    const lost = [...parents.values()].find((parent) => parent !== null && !parents.has(parent));
    if (lost) return no(missing("tag", lost));
    const fault = faultOf(parents);
    if (fault) return no(fault);

    const keys = keysBetween(lastOf(view.related("tags", "")), null, placed.length);
    const ords = new Map(placed.map((id, at) => [id, keys[at] ?? "a0"]));
    const changes: Change[] = [];
    for (const { id, fresh, parent, hue, texts } of tags) {
      const old = view.live("tag", id);
      const ord = ords.get(id);
      if (fresh && ord !== undefined) {
        changes.push(make("tag", { id, parent: parent ?? null, hue: hue ?? null, ord, example: null, gone: false }));
      } else if (old) {
        const moved = ord === undefined ? {} : { parent: parent ?? null, ord };
        changes.push(...patch("tag", old, { ...moved, ...(hue === undefined ? {} : { hue }) }));
      }
      for (const { field, lang, phrase, was } of texts) {
        const wording = slot(id, field, lang);
        // W1: nobody's newer words are overwritten.
        if ((view.live("wording", wording)?.phrase ?? null) !== was)
          return no({ code: "wording.changed", id: wording });
        changes.push(...raise(view, "wording", { id: wording, subject: id, field, lang, phrase, gone: false }));
      }
    }
    return yes(changes);
  },
};
