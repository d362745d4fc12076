import { no, yes } from "../result.ts";
import { bury, make, patch } from "../study/change.ts";
import type { Change } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import type { View } from "../study/rows.ts";
import { related, row, rows } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import { passagesOf } from "./at.ts";
import { lay, questionAt } from "./lay.ts";
import type { Stretch } from "./lay.ts";
import type { PassagesLay } from "./word.ts";
import type * as z from "zod";

/** Rules PA1 to PA4: passages lie apart, and quotes know the question of the passage that most of them stands in. */
export const passagesLay: Rule<z.infer<typeof PassagesLay>> = {
  needs: (view, { source, parts }) => [
    row("source", source),
    ...rows(
      "question",
      parts.map((part) => part.question),
    ),
    related("passagesOfSource", source),
    related("quotesOfSource", source),
    ...view.related("quotesOfSource", source).map((quote) => related("anchorsOfQuote", quote.id)),
  ],
  decide: (view, { source, revision, parts, fresh }) => {
    const from = view.live("source", source);
    if (!from) return no(missing("source", source));
    if (from.revision !== revision || from.kind === "survey") return no({ code: "passage.text", id: source });
    const lost = parts.find(({ question }) => question !== null && !view.live("question", question));
    if (lost?.question) return no(missing("question", lost.question));
    const bad = parts.some((part) => part.start >= part.end) || fresh.length < 2 * parts.length;
    if (bad) return no({ code: "passage.text", id: source });

    const before = passagesOf(view, source, revision);
    const ids = fresh.values();
    const next = () => ids.next().value ?? "";
    const after = parts.reduce<readonly Stretch[]>((all, part) => lay(all, part, next), before);
    const left = new Map(after.map((one) => [one.id, one]));
    return yes([
      ...before.flatMap((old) => {
        const now = left.get(old.id);
        return now
          ? patch("passage", old, { start: now.start, end: now.end, question: now.question })
          : bury("passage", old);
      }),
      ...after.flatMap(({ id, start, end, question }) =>
        before.some((old) => old.id === id)
          ? []
          : [make("passage", { id, source, revision, start, end, question, gone: false })],
      ),
      ...asked(view, source, revision, after, parts),
    ]);
  },
};

/** Tells the quotes in these parts which question they answer now. */
function asked(
  view: View,
  source: string,
  revision: string,
  passages: readonly Stretch[],
  parts: z.infer<typeof PassagesLay>["parts"],
): Change[] {
  return view
    .related("quotesOfSource", source)
    .flatMap((quote) => view.related("anchorsOfQuote", quote.id))
    .filter((anchor) => anchor.revision === revision)
    .filter((anchor) => parts.some((part) => anchor.start < part.end && anchor.end > part.start))
    .flatMap((anchor) => patch("anchor", anchor, { question: questionAt(passages, anchor.start, anchor.end) }));
}
