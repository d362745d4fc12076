/**
 * The framework matrix as it leaves: cases under their pseudonyms and codes, and what the team wrote of each theme.
 *
 * What was written of somebody who agreed to nothing stands in no file, nor of an organisation with such a person: the words do not
 * say whose they are. Rules: docs/spec/framework.md, FW11 to FW13.
 */
import { caseCode, framework } from "#lib/domain/matrix/framework.ts";
import type { ThemeNode } from "#lib/domain/finding/outline.ts";
import { plain } from "#lib/domain/report/model.ts";
import type { Text } from "#lib/domain/report/model.ts";
import { CASES } from "#lib/domain/summary/shape.ts";
import type { CaseKind } from "#lib/domain/summary/shape.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import type { Say } from "./say.ts";
import { pathOf } from "./table.ts";
import type { Rows as Cells } from "./theme-table.ts";
import type { wordingIn } from "./wording.ts";

type Wording = ReturnType<typeof wordingIn>;
type Lines = Readonly<{
  themes: readonly ThemeNode[];
  lines: readonly Readonly<{ code: string; cells: readonly Text[] }>[];
}>;

/** Every case of which something is written, with a text for each theme of a board; null for the board that findings read. */
export function frameworkLines(
  rows: Rows,
  { of, board, lang }: Readonly<{ of: CaseKind; board: string | null; lang: "en" | "cy" }>,
  wording: Wording,
  say: Say,
): Lines {
  const { cases, themes, cells } = framework(rows, board, of);
  const lines = cases.flatMap((id, y) => {
    const written = (cells[y] ?? []).map(({ summaries }) =>
      summaries.flatMap((one) => wording(one.id, "summary") ?? []),
    );
    if (written.every((texts) => texts.length === 0)) return [];
    const may = reportable(rows, of, id);
    const code = caseCode(rows, of, id);
    const textOf = (texts: (typeof written)[number]) => {
      if (texts.length > 0 && !may) return plain(say("sheets.withheld"), lang);
      return plain(texts.map(({ words }) => words).join("\n\n"), texts[0]?.lang ?? lang);
    };
    return [{ code, cells: written.map(textOf) }];
  });
  return { themes, lines };
}

/** Whether everybody whose words may stand behind a summary agreed to be reported, in others' words at least. */
function reportable(rows: Rows, of: CaseKind, id: string): boolean {
  const people = of === "participant" ? [rows.live("participant", id)] : rows.related("participantsOfOrganisation", id);
  return people.every((one) => one !== undefined && one.consent !== "none");
}

/** The matrix of the board that findings read, as rows of a sheet, the head first; nothing where nothing is written. */
export function frameworkTable(rows: Rows, wording: Wording, lang: "en" | "cy", say: Say): Cells {
  const both = CASES.map((of) => frameworkLines(rows, { of, board: null, lang }, wording, say));
  const lines = both.flatMap((one) => one.lines);
  if (lines.length === 0) return [];
  const heads = (both[0]?.themes ?? []).map(({ path }) =>
    pathOf(
      path.map((theme) => wording(theme, "name") ?? { lang, words: "" }),
      lang,
    ),
  );
  return [
    [plain(say("sheets.case"), lang), ...heads],
    ...lines.map(({ code, cells }) => [plain(code, lang), ...cells]),
  ];
}
