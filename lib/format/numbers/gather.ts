/**
 * Gathers what leaves of a study's numbers: one table as it may be told, in words of one language.
 *
 * Pure: rows, words and fixed sentences are handed in; names are not looked for here. Rules: docs/spec/matrix.md, MX19 to MX25.
 */
import { lowered } from "#lib/domain/disclosure/threshold.ts";
import { settingsOf } from "#lib/domain/disclosure/settings.ts";
import type { Settings } from "#lib/domain/disclosure/settings.ts";
import type { Said } from "#lib/domain/disclosure/tell.ts";
import { sample } from "#lib/domain/finding/sample.ts";
import { flat } from "#lib/domain/finding/outline.ts";
import { ofParts, sameRole } from "#lib/domain/matrix/axis.ts";
import type { Axis } from "#lib/domain/matrix/axis.ts";
import { groundOf, matrix } from "#lib/domain/matrix/matrix.ts";
import type { Covered, NumbersOrder } from "#lib/domain/matrix/order.ts";
import { bareAtEnd, saturation } from "#lib/domain/matrix/saturation.ts";
import { alone, together } from "#lib/domain/matrix/together.ts";
import { fewIn, toldMatrix, toldTogether } from "#lib/domain/matrix/told.ts";
import type { ToldColumn } from "#lib/domain/matrix/told.ts";
import { pseudonym } from "#lib/domain/participant/shape.ts";
import { plain } from "#lib/domain/report/model.ts";
import type { Text } from "#lib/domain/report/model.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";
import type { SourceCoverage } from "#lib/domain/source/coverage.ts";
import { coveredOf } from "#lib/domain/source/covered.ts";
import type { CaseKind } from "#lib/domain/summary/shape.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import type { Words } from "#lib/format/report/material.ts";
import { frameworkLines } from "#lib/format/report/framework.ts";
import { hiddenIn, listsOf } from "#lib/format/report/respondents.ts";
import type { Say } from "#lib/format/report/say.ts";
import { inWords } from "#lib/format/report/support.ts";
import { pathOf } from "#lib/format/report/table.ts";
import { wordingIn } from "#lib/format/report/wording.ts";
import type { NumbersPaper } from "./paper.ts";

export type NumbersWords = Readonly<{
  /** phrase id → words */
  phrases: ReadonlyMap<string, Words>;
  /** organisation id → name, of those who agreed to be listed only */
  agreed: ReadonlyMap<string, string>;
  /** how many words of each source are quoted, for coverage */
  coverage: readonly SourceCoverage[];
}>;

/** The fixed sentences: those of the numbers' screens, and those of the report. */
export type NumbersSay = Readonly<{ numbers: Say; report: Say }>;

/** Gathers it; null where no number of it may leave. */
export function gatherNumbers(
  rows: Rows,
  order: NumbersOrder,
  lang: "en" | "cy",
  words: NumbersWords,
  say: NumbersSay,
): NumbersPaper | null {
  const wording = wordingIn(rows, words.phrases, lang);
  const own = (key: string, values?: Readonly<Record<string, string | number>>) =>
    plain(say.numbers(key, values), lang);
  const number = (count: number) => plain(String(count), lang);
  const text = (said: Words | undefined, otherwise: string) => (said ? plain(said.words, said.lang) : own(otherwise));
  const settings = settingsOf(rows, words.phrases);
  const { thresholds } = settings;

  if (order.view === "coverage") return covered(order.of);
  const roles = new Map(
    [...rows.all("participant")].flatMap(({ id }) => {
      const role = wording(id, "role");
      return role ? [[id, role.words] as const] : [];
    }),
  );
  const ground = groundOf(rows, roles);
  const paths = new Map(flat(ground.themes).map(({ id, path }) => [id, path]));
  if (order.view === "framework") return summarised(order.of, order.board);
  const { arm } = order;
  if (order.view === "saturation") return saturated();
  const asked = ofParts(ground.parts.filter((part) => part.arm === arm));
  const { count } = order;
  return order.view === "table" ? table(order.by) : meeting();

  function table(by: Axis): NumbersPaper | null {
    const made = matrix(ground, by, arm);
    const told = toldMatrix(made, by, count, { thresholds, voices: ground.voices, hidden: hiddenBy(by) });
    if (!told) return null;
    const { of } = told;
    const note = (of: number | null) => (of === null ? null : own("of", { of }));
    const most = largest(told.rows.flatMap(({ cells }) => cells));
    return {
      ...framed(own("tableOf", { axis: say.numbers(`axis.${by}`) }), by === "source" ? [] : [own(`armOf.${arm}`)]),
      corner: own("theme"),
      columns: [
        ...(by === "source" ? [] : [{ text: own("all"), note: note(of) }]),
        ...told.columns.map((column) => ({ text: columnText(by, column), note: note(column.of) })),
      ],
      rows: told.rows.map(({ theme, depth, whole, cells }) => ({
        ...themeHead(theme),
        depth,
        cells: [
          ...(whole ? [cellOf(whole, of ?? most)] : []),
          ...cells.map((said, x) => cellOf(said, told.columns[x]?.of ?? most)),
        ],
      })),
      chart: null,
      wide: false,
    };
  }

  /** Classes too small to stand by themselves: kinds as the report's lists have them, regions by the same measure. */
  function hiddenBy(by: Axis): ReadonlySet<string> {
    if (by === "region") return fewIn(ground, arm, new Set(words.agreed.keys()), thresholds.listed);
    if (by !== "kind") return new Set();
    const list = {
      organisations: [...rows.all("organisation")],
      participants: [...rows.all("participant")],
      sources: [...rows.all("source")],
      speakers: [...rows.all("speaker")],
      guides: [...rows.all("guide")],
    };
    return hiddenIn(listsOf(sample(list), words.agreed, settings)[arm]);
  }

  function meeting(): NumbersPaper | null {
    if (order.view !== "together") return null;
    const { down, across } = order;
    const both = [alone(ground, arm, down), alone(ground, arm, across)] as const;
    const told = toldTogether(together(ground, arm, down, across), count, asked.organisations, both, thresholds);
    if (!told) return null;
    const same = (y: number, x: number) => told.rows[y] === told.columns[x];
    const most = largest(told.cells.flatMap((row, y) => row.filter((_, x) => !same(y, x))));
    const head = (thing: "theme" | "tag", id: string) => (thing === "theme" ? themeHead(id) : tagHead(id));
    return {
      ...framed(own("togetherOf", { down: say.numbers(`thing.${down}`), across: say.numbers(`thing.${across}`) }), [
        own(`armOf.${arm}`),
      ]),
      corner: own(`thing.${down}`),
      columns: told.columns.map((id) => ({ text: head(across, id).text, note: null })),
      rows: told.rows.map((id, y) => ({
        ...head(down, id),
        depth: 0,
        cells: (told.cells[y] ?? []).map((said, x) => cellOf(said, same(y, x) ? Infinity : most)),
      })),
      chart: null,
      wide: false,
    };
  }

  function saturated(): NumbersPaper | null {
    const steps = saturation(ground, arm);
    const last = steps.at(-1);
    if (!last || last.tags.sofar + last.themes.sofar === 0) return null;
    const code = (id: string) => plain(codeOf(id), lang);
    return {
      lang,
      title: own("chart"),
      about: [own(`armOf.${arm}`), own("saturationLead", { last: bareAtEnd(steps) })],
      corner: own("step"),
      columns: ["quotesHere", "freshTags", "allTags", "freshThemes", "allThemes"].map((key) => ({
        text: own(key),
        note: null,
      })),
      rows: steps.map(({ source, quotes, tags, themes }) =>
        line(code(source), [quotes, tags.fresh, tags.sofar, themes.fresh, themes.sofar].map(number)),
      ),
      chart: {
        steps: steps.map(({ source }) => code(source)),
        lines: [
          { name: own("tags"), values: steps.map(({ tags }) => tags.sofar), dashed: false },
          { name: own("themes"), values: steps.map(({ themes }) => themes.sofar), dashed: true },
        ],
      },
      wide: false,
    };
  }

  function summarised(of: CaseKind, board: string | null): NumbersPaper | null {
    const { themes, lines } = frameworkLines(rows, { of, board, lang }, wording, say.report);
    if (lines.length === 0) return null;
    return {
      lang,
      title: own("framework.title", { cases: say.numbers(`framework.caseOf.${of}`) }),
      about: [],
      corner: own(`framework.case.${of}`),
      columns: themes.map(({ path }) => ({ text: pathOf(namesOf(path), lang), note: null })),
      rows: lines.map(({ code, cells }) => line(plain(code, lang), cells)),
      chart: null,
      wide: true,
    };
  }

  function covered(of: Covered): NumbersPaper | null {
    const { sources, surveys, participants, questions } = coveredOf(rows, words.coverage);
    const quoted = (one: Readonly<{ words: number; quoted: number; quotes: number }>) => [
      number(one.words),
      own("coverage.shareOf", { share: one.words === 0 ? 0 : one.quoted / one.words }),
      number(one.quotes),
    ];
    const lines = {
      sources: () => [
        ...sources.map((one) => line(plain(sourceCode(one.row), lang), quoted(one))),
        ...surveys.map((one) =>
          line(own("coverage.survey", { touched: one.touched, count: one.responses }), quoted(one)),
        ),
      ],
      participants: () =>
        participants.map((one) => line(plain(pseudonym(one.row), lang), [number(one.sources), number(one.quotes)])),
      questions: () =>
        questions.map((one) => line(text(wording(one.id, "text"), "coverage.question"), [number(one.quotes)])),
    }[of]();
    if (lines.length === 0) return null;
    return {
      lang,
      title: own("coverage.tableOf", { what: say.numbers(`coverage.${of}`) }),
      about: [],
      corner: own(`coverage.${COVER[of].row}`),
      columns: COVER[of].columns.map((key) => ({ text: own(`coverage.${key}`), note: null })),
      rows: lines,
      chart: null,
      wide: false,
    };
  }

  /** A row that stands in no theme, and of which no cell is shaded. */
  function line(head: Text, cells: readonly Text[]): NumbersPaper["rows"][number] {
    return { text: head, full: head, depth: 0, hue: 0, cells: cells.map((text) => ({ text, share: 0 })) };
  }

  function framed(title: Text, heard: readonly Text[]): Pick<NumbersPaper, "lang" | "title" | "about"> {
    const { organisations, people } = thresholds;
    return {
      lang,
      title,
      about: [
        plain([...heard.map(({ pieces }) => pieces[0]?.text ?? ""), say.numbers(`unit.${count}`)].join(" · "), lang),
        plain(say.report("analysisSmall", { organisations, people }), lang),
        ...reasonOf(settings),
      ],
    };
  }

  function cellOf(said: Said, most: number): { text: Text; share: number | null } {
    const words = inWords(said, say.report);
    return {
      text: plain(words ?? say.report("notGiven"), lang),
      share: said.says === "exact" ? (most === 0 ? 0 : said.count / most) : null,
    };
  }

  function columnText(by: Axis, { value, joined }: ToldColumn): Text {
    if (joined) return own("joined");
    if (value === null) return own(`none.${by}`);
    switch (by) {
      case "kind":
        return own(`kind.${value}`);
      case "region":
      case "seniority":
      case "source":
        return own(`${by}.${value}`);
      case "question":
        return text(wording(value, "text"), "none.question");
      case "tag":
        return tagHead(value).text;
      case "role": {
        const [whose] = [...roles].find(([, role]) => sameRole(role) === value) ?? [];
        const role = whose === undefined ? undefined : wording(whose, "role");
        return role ? plain(role.words.trim(), role.lang) : plain(value, lang);
      }
      case "organisation":
        throw new Error("numbers: no organisation stands in a file");
    }
  }

  function themeHead(id: string): { text: Text; full: Text; hue: number } {
    return {
      text: text(wording(id, "name"), "unnamed"),
      full: pathOf(namesOf(paths.get(id) ?? [id]), lang),
      hue: rows.live("theme", id)?.hue ?? 0,
    };
  }

  function namesOf(path: readonly string[]): readonly Words[] {
    return path.map((one) => wording(one, "name") ?? { lang, words: say.numbers("unnamed") });
  }

  function tagHead(id: string): { text: Text; full: Text; hue: number } {
    const name = text(wording(id, "name"), "none.tag");
    return { text: name, full: name, hue: rows.live("tag", id)?.hue ?? 0 };
  }

  function codeOf(source: string): string {
    const row = rows.live("source", source);
    return row ? sourceCode(row) : "";
  }
}

const COVER: Readonly<Record<Covered, Readonly<{ row: string; columns: readonly string[] }>>> = {
  sources: { row: "source", columns: ["words", "share", "quotes"] },
  participants: { row: "participant", columns: ["inSources", "quotes"] },
  questions: { row: "question", columns: ["quotes"] },
};

/** Why some limits are lower than usual, where any is: whoever reads the numbers is told (DC23). */
function reasonOf({ thresholds, reason }: Settings): readonly Text[] {
  return reason && lowered(thresholds).length > 0 ? [plain(reason.words, reason.lang)] : [];
}

function largest(said: readonly Said[]): number {
  return Math.max(1, ...said.flatMap((one) => (one.says === "exact" ? one.count : [])));
}
