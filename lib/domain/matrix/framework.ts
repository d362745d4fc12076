/**
 * The framework matrix: what each case said of each theme, as quotes and as summaries in the researchers' words.
 *
 * Pure; returns ids and rows. Method: J. Ritchie and L. Spencer, "Qualitative data analysis for applied policy research" (1994).
 * Rules: docs/spec/framework.md, FW1 to FW3.
 */
import { flat, outline } from "../finding/outline.ts";
import type { ThemeNode } from "../finding/outline.ts";
import { took } from "../finding/took.ts";
import { bodyCode } from "../organisation/shape.ts";
import { pseudonym } from "../participant/shape.ts";
import { sameCase } from "../summary/shape.ts";
import type { Case, CaseKind, SummaryRow } from "../summary/shape.ts";
import type { Rows } from "../study/rows.ts";
import { quotesBelow } from "./matrix.ts";

export type FrameCell = Readonly<{ quotes: readonly string[]; summaries: readonly SummaryRow[] }>;
export type Framework = Readonly<{
  cases: readonly string[];
  themes: readonly ThemeNode[];
  /** row by row, in the order of cases and themes */
  cells: readonly (readonly FrameCell[])[];
}>;

/**
 * Lays out the matrix of one board; cases are those who took part and have not withdrawn, by their numbers.
 *
 * @param board - a board that everybody sees; where there is none such, the one that findings read is taken
 */
export function framework(rows: Rows, board: string | null, of: CaseKind): Framework {
  const told = outline(rows, rows.live("board", board ?? "")?.owner === null ? board : null);
  const themes = flat(told.themes);
  const cases = casesIn(rows, of);
  const below = themes.map(quotesBelow);
  const cells = cases.map((id) =>
    themes.map((theme, at) => ({
      quotes: (below[at] ?? []).filter((quote) => told.voices.get(quote)?.[of] === id),
      summaries: rows
        .related("summariesOfTheme", theme.id)
        .filter((one) => sameCase(one, caseOf(of, id)))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    })),
  );
  return { cases, themes, cells };
}

/** The code that a case is shown by: P01, O01; nothing where it is not there. */
export function caseCode(rows: Rows, of: CaseKind, id: string): string {
  if (of === "organisation") {
    const body = rows.get("organisation", id);
    return body ? bodyCode(body) : "";
  }
  const person = rows.get("participant", id);
  return person ? pseudonym(person) : "";
}

/** A participant or an organisation as the case of a summary. */
export function caseOf(of: CaseKind, id: string): Case {
  return { participant: of === "participant" ? id : null, organisation: of === "organisation" ? id : null };
}

function casesIn(rows: Rows, of: CaseKind): readonly string[] {
  const parts = took({
    sources: rows.all("source"),
    speakers: rows.all("speaker"),
    participants: rows.all("participant"),
  });
  const asked = new Set(parts.flatMap((part) => [...(of === "participant" ? part.participants : part.organisations)]));
  const all =
    of === "participant"
      ? [...rows.all("participant")].filter((one) => one.withdrawnOn === null)
      : [...rows.all("organisation")];
  return all
    .filter(({ id }) => asked.has(id))
    .toSorted((a, b) => a.number - b.number)
    .map(({ id }) => id);
}
