/** A report in which every kind of block stands and nobody's words do; what the scan compares finished files with. */
import { plain } from "#lib/domain/report/model.ts";
import type { Block, Report } from "#lib/domain/report/model.ts";

const MARK = "x";

/** The blank of a language, with texts marked in both languages. */
export function blank(lang: "en" | "cy"): Report {
  const text = plain(MARK, lang);
  const other = plain(MARK, lang === "en" ? "cy" : "en");
  const replaced = {
    lang,
    pieces: [
      { text: MARK, replaced: true },
      { text: `${MARK}\n${MARK}`, replaced: false },
    ],
  };
  const blocks = [text, other].flatMap((one): Block[] => [
    { kind: "heading", level: 1, text: one },
    { kind: "heading", level: 2, text: one },
    { kind: "heading", level: 3, text: one },
    { kind: "heading", level: 4, text: one },
    { kind: "paragraph", text: one },
    { kind: "paragraph", text: one, lead: true },
    { kind: "quote", text: one },
    { kind: "quote", text: replaced, translation: { label: text, text }, by: text },
    { kind: "list", items: [one] },
    {
      kind: "respondents",
      items: [
        { name: MARK, note: one },
        { name: null, note: one },
      ],
    },
    { kind: "table", caption: one, head: [one, text, text, text, text], rows: [[one, text, text, text, text]] },
  ]);
  return { lang, title: text, blocks };
}
