/** What stands where nothing is published any more, or never was: the same in either case, in both languages. */
import { plain } from "#lib/domain/report/model.ts";
import { html } from "#lib/format/report/html.ts";
import { sayPublished } from "./say.ts";

/** The page, as the report's own pages are written. */
export function nowhere(): Uint8Array {
  const [en, cy] = [sayPublished("en"), sayPublished("cy")];
  return html(
    {
      lang: "en",
      title: plain(en("nowhereTitle"), "en"),
      blocks: [
        { kind: "paragraph", text: plain(en("nowhere"), "en") },
        { kind: "heading", level: 1, text: plain(cy("nowhereTitle"), "cy") },
        { kind: "paragraph", text: plain(cy("nowhere"), "cy") },
      ],
    },
    "",
  );
}
