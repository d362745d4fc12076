/**
 * The themes as tables, for workbooks: each with its definition and who raised it, and the outermost by kind of organisation.
 *
 * Holds the numbers that the report tells, by the same functions, and no others. Rules: docs/spec/report.md, R27; docs/spec/disclosure.md, DC13 to DC16.
 */
import { plain } from "#lib/domain/report/model.ts";
import type { Text } from "#lib/domain/report/model.ts";
import type { Material, ThemePart, Words } from "./material.ts";
import { hiddenIn, listsOf } from "./respondents.ts";
import type { Say } from "./say.ts";
import { ARMS, heard, kindRows, shareOf } from "./support.ts";
import type { Heard } from "./support.ts";
import { pathOf } from "./table.ts";

/** Rows of cells, the head first. */
export type Rows = readonly (readonly Text[])[];

export function themeTables(material: Material, say: Say): Readonly<{ themes: Rows; kinds: Rows }> {
  const { lang, sample, agreed, disclosure } = material;
  const { thresholds } = disclosure;
  const lists = listsOf(sample, agreed, disclosure);
  const hidden = { interview: hiddenIn(lists.interview), survey: hiddenIn(lists.survey) };
  const themes: (readonly Text[])[] = [];
  const kinds: (readonly Text[])[] = [];

  const tell = (theme: ThemePart, path: readonly Words[], above: Heard | null) => {
    const { name, definition, count } = theme;
    const told = heard(count, above, thresholds);
    const here = pathOf([...path, name], lang);
    const shares = ARMS.map((arm) => plain(count[arm].of === 0 ? "" : shareOf(told[arm], count[arm].of, say), lang));
    themes.push([here, definition ? plain(definition.words, definition.lang) : plain("", lang), ...shares]);
    if (above === null)
      kinds.push(...kindRows(count, told, hidden, thresholds, say, lang).map((row) => [here, ...row]));
    for (const inner of theme.themes) tell(inner, [...path, name], told);
  };
  for (const theme of material.themes) tell(theme, [], null);

  const empty = emptyThemeTables(lang, say);
  return { themes: [...empty.themes, ...themes], kinds: [...empty.kinds, ...kinds] };
}

/** The heads alone. */
export function emptyThemeTables(lang: "en" | "cy", say: Say): Readonly<{ themes: Rows; kinds: Rows }> {
  const own = (key: string) => plain(say(key), lang);
  const columns = ["columnArm", "columnKind", "columnOrganisations", "columnParticipants", "columnQuotes"];
  return {
    themes: [["csv.theme", "sheets.definition", "sheets.interviewed", "sheets.surveyed"].map(own)],
    kinds: [["csv.theme", ...columns].map(own)],
  };
}
