/**
 * How far a study has come, counted from its rows and never guessed: no percentage of work that nobody measured,
 * only what is there and what is still open. Pure; the browser counts anew at every change.
 *
 * Rules: docs/spec/study.md, ST1 to ST6.
 */
import { holding } from "../identifier/shape.ts";
import { slot } from "../wording/shape.ts";
import { STUDY_FIELDS } from "./shape.ts";
import type { Rows } from "./rows.ts";

export type Progress = Readonly<{
  sources: Readonly<{ interview: number; survey: number; other: number; quoted: number }>;
  quotes: Readonly<{ all: number; onBoard: number }>;
  /** Cards on the board that findings read; insights apart. */
  cards: Readonly<{ quotes: number; insights: number; unclustered: number }>;
  themes: Readonly<{ all: number; undefined: number; agreed: number }>;
  findings: Readonly<{ all: number; agreed: number; bare: number }>;
  /** What could identify someone: the names of organisations and participants, and terms added by hand. */
  identifiers: Readonly<{ all: number; open: number }>;
  /** Texts of the study that stand in only one of the two languages, and those that stand in none. */
  texts: Readonly<{ all: number; half: number; empty: number }>;
}>;

/** The next thing to do, first things first; null where nothing is open. */
export type Next = "source" | "quote" | "board" | "cluster" | "define" | "finding" | "evidence" | "identify" | null;

export function progress(rows: Rows, study: string): Progress {
  const sources = [...rows.all("source")];
  const of = (kind: string) => sources.filter((source) => source.kind === kind).length;
  const quotes = [...rows.all("quote")];
  const quoted = new Set(quotes.map((quote) => quote.source));
  const board = [...rows.all("board")].find((row) => row.analysis)?.id ?? null;
  const cards = [...rows.all("card")].filter((card) => card.board === board);
  const shown = cards.filter((card) => card.quote !== null);
  const themes = [...rows.all("theme")].filter((theme) => theme.board === board && theme.status !== "retired");
  const findings = [...rows.all("finding")];
  const says = (subject: string, field: "definition" | (typeof STUDY_FIELDS)[number], lang: "en" | "cy") =>
    (rows.live("wording", slot(subject, field, lang))?.phrase ?? null) !== null;
  const written = STUDY_FIELDS.map((field) => Number(says(study, field, "en")) + Number(says(study, field, "cy")));

  const things = [
    ...[...rows.all("organisation")].filter((row) => row.name !== null),
    ...[...rows.all("participant")].filter((row) => row.name !== null),
    ...[...rows.all("identifier")].filter((row) => row.kind === "term" && row.decision !== "ordinary"),
  ];
  const open = things.filter(({ id }) => holding(rows.live("identifier", id)) === null);

  return {
    sources: {
      interview: of("interview"),
      survey: of("survey"),
      other: of("note") + of("document"),
      quoted: sources.filter((source) => quoted.has(source.id)).length,
    },
    quotes: { all: quotes.length, onBoard: new Set(shown.map((card) => card.quote)).size },
    cards: {
      quotes: shown.length,
      insights: cards.length - shown.length,
      unclustered: shown.filter((card) => card.theme === null).length,
    },
    themes: {
      all: themes.length,
      undefined: themes.filter(({ id }) => !says(id, "definition", "en") && !says(id, "definition", "cy")).length,
      agreed: themes.filter((theme) => theme.status === "agreed").length,
    },
    findings: {
      all: findings.length,
      agreed: findings.filter((finding) => finding.status === "agreed").length,
      bare: findings.filter(({ id }) => !rows.related("evidenceOfFinding", id).some((row) => row.stance === "supports"))
        .length,
    },
    identifiers: { all: things.length, open: open.length },
    texts: {
      all: written.length,
      half: written.filter((n) => n === 1).length,
      empty: written.filter((n) => n === 0).length,
    },
  };
}

export function nextOf({ sources, quotes, cards, themes, findings, identifiers }: Progress): Next {
  if (sources.interview + sources.survey + sources.other === 0) return "source";
  if (quotes.all === 0) return "quote";
  if (quotes.onBoard === 0) return "board";
  if (themes.all === 0 || cards.unclustered > 0) return "cluster";
  if (quotes.onBoard < quotes.all) return "board";
  if (themes.undefined > 0) return "define";
  if (findings.all === 0) return "finding";
  if (findings.bare > 0) return "evidence";
  return identifiers.open > 0 ? "identify" : null;
}
