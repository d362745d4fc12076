/**
 * The forms in which a report and its quotes leave: what the file is called, how it is written, and how its words are read
 * where they are escaped.
 */
import type { ReportFormat } from "#lib/domain/report/check.ts";
import type { Report, Text } from "#lib/domain/report/model.ts";
import { readMarkdown } from "#lib/format/text/markdown.ts";
import { blank } from "./blank.ts";
import { csv, readQuoted } from "./csv.ts";
import { docx } from "./docx.ts";
import { html } from "./html.ts";
import { md } from "./md.ts";
import type { Say } from "./say.ts";
import { cells } from "./table.ts";

/** A report before it is bytes. */
export type Paper = Readonly<{
  report: Report;
  /** the quotes, the head first */
  quotes: readonly (readonly Text[])[];
}>;

type Form = Readonly<{
  /** Whether it holds the whole report, or the quotes alone. */
  holds: "findings" | "quotes";
  type: string;
  write: (paper: Paper, say: Say) => Uint8Array | Promise<Uint8Array>;
  /** The file once more, without what stands between the signs of a word. */
  read?: (bytes: Uint8Array) => Uint8Array;
}>;

export const FORMS: Readonly<Record<ReportFormat, Form>> = {
  docx: {
    holds: "findings",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    write: ({ report }) => docx(report),
  },
  html: {
    holds: "findings",
    type: "text/html; charset=utf-8",
    write: ({ report }, say) => html(report, say("contents")),
  },
  md: {
    holds: "findings",
    type: "text/markdown; charset=utf-8",
    write: ({ report }) => md(report),
    read: readMarkdown,
  },
  csv: {
    holds: "quotes",
    type: "text/csv; charset=utf-8",
    write: ({ quotes }) => csv(cells(quotes)),
    read: readQuoted,
  },
};

/** A paper on which every kind of thing stands and nobody's words do; what the scan compares finished files with. */
export function blankPaper(lang: "en" | "cy"): Paper {
  return { report: blank(lang), quotes: [] };
}
