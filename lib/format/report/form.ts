/**
 * The forms in which a report and its quotes leave: what the file is called, how it is written, and how its words are read
 * where they are escaped.
 */
import type { ReportFormat } from "#lib/domain/report/check.ts";
import type { Report } from "#lib/domain/report/model.ts";
import type { Letters } from "#lib/format/board/letters.ts";
import { readMarkdown } from "#lib/format/text/markdown.ts";
import { blank } from "./blank.ts";
import { csv } from "./csv.ts";
import { docx } from "./docx.ts";
import { html } from "./html.ts";
import { json } from "./json.ts";
import type { ToldQuote } from "./json.ts";
import { md } from "./md.ts";
import { pdf } from "./pdf.ts";
import type { Say } from "./say.ts";
import { cells, joined, table } from "./table.ts";
import { emptyThemeTables } from "./theme-table.ts";
import type { Rows } from "./theme-table.ts";
import { xlsx } from "./xlsx.ts";

/** A report before it is bytes. */
export type Paper = Readonly<{
  report: Report;
  /** tables, the head first: the quotes, and what `themeTables` tells */
  quotes: Rows;
  themes: Rows;
  kinds: Rows;
  codebook: readonly (readonly string[])[];
  /** nothing where no summary is written */
  framework: Rows;
  /** the quotes as data */
  data: readonly ToldQuote[];
}>;

type Form = Readonly<{
  name: "findings" | "quotes";
  /** The report with the quotes that findings cite, every quote of a theme, the codebook. */
  holds: readonly ("report" | "quotes" | "codebook")[];
  type: string;
  write: (paper: Paper, say: Say, letters: () => Letters) => Uint8Array | Promise<Uint8Array>;
  /** The file once more, without what stands between the signs of a word. */
  read?: (bytes: Uint8Array) => Uint8Array;
}>;

export const FORMS: Readonly<Record<ReportFormat, Form>> = {
  docx: {
    name: "findings",
    holds: ["report"],
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    write: ({ report }) => docx(report),
  },
  html: {
    name: "findings",
    holds: ["report"],
    type: "text/html; charset=utf-8",
    write: ({ report }, say) => html(report, say("contents")),
  },
  pdf: {
    name: "findings",
    holds: ["report"],
    type: "application/pdf",
    write: ({ report }, _, letters) => pdf(report, letters()),
  },
  md: {
    name: "findings",
    holds: ["report"],
    type: "text/markdown; charset=utf-8",
    write: ({ report }) => md(report),
    read: readMarkdown,
  },
  csv: {
    name: "quotes",
    holds: ["quotes"],
    type: "text/csv; charset=utf-8",
    write: ({ quotes }) => csv(cells(quotes)),
  },
  xlsx: {
    name: "findings",
    holds: ["quotes", "codebook"],
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write: xlsx,
  },
  json: {
    name: "findings",
    holds: ["report", "quotes"],
    type: "application/json",
    write: ({ report, data }) => json(report, data),
  },
};

/**
 * A paper on which every kind of thing stands and nobody's words do; what the scan compares finished files with.
 *
 * @param codebook - the headings of the codebook
 */
export function blankPaper(lang: "en" | "cy", say: Say, codebook: readonly string[]): Paper {
  return {
    report: blank(lang),
    quotes: table([], { lang, appendices: [], beside: "kind" }, say).map((row) =>
      row.map((cell) => joined(cell, lang)),
    ),
    ...emptyThemeTables(lang, say),
    codebook: [codebook],
    framework: [],
    data: [],
  };
}
