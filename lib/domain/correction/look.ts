/** The quotes of a source at which a person has to look after a correction. Rules: docs/spec/correct.md, K7, K8, K12, K15. */
import type { AnchorRow } from "../quote/shape.ts";
import type { Rows, View } from "../study/rows.ts";

/** `changed`: other words; `lost`: none; `kept`: none, and a person has decided that it stays with its former words. */
export type Look = Readonly<{ quote: string; kind: "changed" | "lost" | "kept"; anchor: AnchorRow }>;

/** In the order of the text that each stands in. Cost: the quotes of the source. */
export function looksOf(view: View, source: string): Look[] {
  const now = view.live("source", source)?.revision;
  return view
    .related("quotesOfSource", source)
    .flatMap(({ id: quote }): Look[] => {
      const anchors = view.related("anchorsOfQuote", quote);
      const here = anchors.find((one) => one.revision === now);
      const anchor = here ?? anchors[0];
      if (!anchor) return [];
      if (here) return here.state === "changed" ? [{ quote, kind: "changed", anchor }] : [];
      return [{ quote, kind: anchor.state === "kept" ? "kept" : "lost", anchor }];
    })
    .toSorted((a, b) => a.anchor.start - b.anchor.start);
}

/** How many quotes that findings cite wait for a person to look at them, by source, in the order of the sources. Rule: docs/spec/report.md, G8. */
export function citedLooks(rows: Rows): ReadonlyMap<string, number> {
  const waiting = new Map<string, number>();
  const cited = new Set([...rows.all("evidence")].map(({ quote }) => quote));
  const sources = new Set([...cited].flatMap((quote) => rows.live("quote", quote)?.source ?? []));
  const inOrder = [...sources].flatMap((id) => rows.live("source", id) ?? []).toSorted((a, b) => a.number - b.number);
  for (const { id } of inOrder) {
    const looks = looksOf(rows, id).filter(({ quote, kind }) => kind !== "kept" && cited.has(quote));
    if (looks.length > 0) waiting.set(id, looks.length);
  }
  return waiting;
}
