/** Tags, one within another, put on quotes by chance. */
import { pair } from "#lib/domain/field.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import { id } from "./study.ts";

export function tagged(rows: Rows, seed: number): void {
  const gone = false;
  (["t", "tt", "tx"] as const).forEach((name, at) =>
    rows.put("tag", {
      id: id(name),
      parent: name === "tt" ? id("t") : null,
      ord: `a${at}`,
      hue: 1,
      example: null,
      gone,
    }),
  );
  [...rows.all("quote")].forEach((quote, at) =>
    ["t", "tt", "tx"].forEach((name, which) => {
      if (((seed >>> ((at + which) % 24)) & 1) === 0)
        rows.put("tagging", { id: pair(quote.id, id(name)), quote: quote.id, tag: id(name), gone });
    }),
  );
}
