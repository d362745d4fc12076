/** Moving chosen quotes of a tag to another one. Rules: docs/spec/codebook.md, CB10 and CB11. */
import { pair } from "../field.ts";
import { byOrd, keyBehind } from "../order.ts";
import { no, yes } from "../result.ts";
import { bury, make, raise } from "../study/change.ts";
import type { Change } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { related, row, rows } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import { say } from "../wording/decide.ts";
import { faultOf, parentsOf } from "./tree.ts";
import type { TagSplit } from "./word.ts";
import type * as z from "zod";

export const tagSplit: Rule<z.infer<typeof TagSplit>> = {
  needs: (_, { id, quotes, into, fresh, step }) => [
    ...rows("tag", [id, into, fresh?.parent]),
    row("tagStep", step),
    ...(fresh ? [related("tags")] : []),
    ...rows(
      "tagging",
      quotes.flatMap((quote) => [pair(quote, id), pair(quote, into)]),
    ),
  ],
  decide: (view, { id, quotes: named, into, fresh, step, reason }, who) => {
    const old = view.live("tag", id);
    if (!old) return no(missing("tag", id));
    if (into === id) return no({ code: "tag.same", id });
    if (view.get("tagStep", step)) return no({ code: "row.taken", noun: "tagStep", id: step });
    if (fresh ? view.get("tag", into) : !view.live("tag", into)) {
      return no(fresh ? { code: "row.taken", noun: "tag", id: into } : missing("tag", into));
    }
    const changes: Change[] = [];
    if (fresh) {
      if (fresh.parent && !view.live("tag", fresh.parent)) return no(missing("tag", fresh.parent));
      const fault = faultOf(parentsOf(view).set(into, fresh.parent));
      if (fault) return no(fault);
      // Beside the tag that it comes from, where it can; else the last of those that it lies among.
      const tags = view.related("tags", "");
      const last = tags
        .filter(({ parent }) => parent === fresh.parent)
        .toSorted(byOrd)
        .at(-1);
      const ord = keyBehind(tags, (fresh.parent === old.parent ? old : (last ?? old)).ord);
      changes.push(
        make("tag", { id: into, parent: fresh.parent, hue: fresh.hue, ord, example: null, gone: false }),
        ...say(into, "name", fresh.name),
      );
    }
    const quotes = [...new Set(named)];
    for (const quote of quotes) {
      const tagging = view.live("tagging", pair(quote, id));
      if (!tagging) return no(missing("tagging", pair(quote, id)));
      changes.push(
        ...bury("tagging", tagging),
        ...raise(view, "tagging", { id: pair(quote, into), quote, tag: into, gone: false }),
      );
    }
    changes.push(
      make("tagStep", { id: step, kind: "split", into, from: id, quotes: quotes.length, by: who.person, gone: false }),
      ...say(step, "note", reason),
    );
    return yes(changes);
  },
};
