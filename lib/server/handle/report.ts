/**
 * The report leaves the study: what stands in the way, and the finished file once nothing does.
 *
 * Knows nothing of Next or Prisma. What it is made of comes from the desk; who may is asked before this
 * room is entered. Rules: docs/spec/report.md, G1 to G6.
 */
import { held } from "#lib/domain/report/held.ts";
import { settingsOf } from "#lib/domain/disclosure/settings.ts";
import { laddersOf } from "#lib/domain/identifier/ladder/levels.ts";
import { holding } from "#lib/domain/identifier/shape.ts";
import { no } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import { cellsOf, gatherCodebook, veilCodebook } from "#lib/format/codebook/write.ts";
import type { Words } from "#lib/format/report/material.ts";
import { compose, text as textOf } from "#lib/format/report/compose.ts";
import type { Say } from "#lib/format/report/say.ts";
import { blankPaper, FORMS } from "#lib/format/report/form.ts";
import type { Paper } from "#lib/format/report/form.ts";
import { frameworkTable } from "#lib/format/report/framework.ts";
import { gather } from "#lib/format/report/gather.ts";
import type {
  ReportWish,
  Check,
  Found,
  Hit,
  Language,
  Place,
  ReportFault,
  ReportFormat,
} from "#lib/domain/report/check.ts";
import type { ToldQuote } from "#lib/format/report/json.ts";
import { plain, wordsOf } from "#lib/domain/report/model.ts";
import { cited, unreadOf } from "#lib/domain/source/read-through.ts";
import { signable } from "#lib/domain/signature/shape.ts";
import { joined, table } from "#lib/format/report/table.ts";
import { themeTables } from "#lib/format/report/theme-table.ts";
import type { Rows } from "#lib/format/report/theme-table.ts";
import { veil, veilText } from "#lib/format/report/veil.ts";
import { wordingIn } from "#lib/format/report/wording.ts";
import { boardHits } from "./board-file.ts";
import { codebookHits } from "./codebook.ts";
import { agreedIn, layOut, layOutBy, leave } from "./desk.ts";
import type { Desk, File, Laid, Over } from "./desk.ts";
import { unsignedOf } from "./signed.ts";
import { numbersHits } from "./numbers.ts";

const PLACES_SHOWN = 12;
const EMPTY = plain("", "en");

/** Composes the report and says which names stand in it, where, and what was decided about each. */
export async function check(
  desk: Desk,
  study: string,
  person: string,
  lang: Language,
  { appendices = [], beside = "none" }: Partial<ReportWish> = {},
): Promise<Check> {
  const made = make(desk, await layOut(desk, study), study, { lang, appendices, beside });
  const elsewhere = [
    ...boardHits(desk, made, person, lang).map((hit) => ({ ...hit, file: "board" as const })),
    ...codebookHits(made, lang).map((hit) => ({ ...hit, file: "codebook" as const })),
    ...numbersHits(made, lang).map((hit) => ({ ...hit, file: "numbers" as const })),
  ];
  const openAt = Map.groupBy(
    made.places.flatMap(({ open }) => open),
    (id) => id,
  );
  const hits = new Map<string, Place[]>();
  for (const { terms, open: _, spared: __, ...place } of [...made.places, ...elsewhere]) {
    for (const term of terms) {
      const known = hits.get(term);
      if (known) known.push(place);
      else hits.set(term, [place]);
    }
  }
  const { rows, phrases } = made.reading;
  const ladderOf = laddersOf(rows, made.named, settingsOf(rows, phrases).thresholds);
  const identifiers = made.named.flatMap((named): Found[] => {
    const places = hits.get(named.id) ?? [];
    const row = made.reading.rows.live("identifier", named.id);
    if (places.length === 0 && (named.kind !== "term" || named.found)) return [];
    const words = (phrase: string | null | undefined) =>
      phrase ? (made.reading.phrases.get(phrase)?.words ?? null) : null;
    const name = named.full.trim() || (named.others.split(/\r?\n/)[0] ?? "");
    return [
      {
        id: named.id,
        found: named.found ?? null,
        kind: named.kind,
        thing: row?.thing ?? null,
        name,
        decision: row?.decision ?? null,
        replacement: words(row?.replacement),
        replacementCy: words(row?.replacementCy),
        reason: words(row?.reason),
        second: row?.second ?? null,
        count: places.length,
        elsewhere: places.filter(({ file }) => file !== "report" && file !== "quotes").length,
        open: openAt.get(named.id)?.length ?? 0,
        places: places.slice(0, PLACES_SHOWN),
        levels: ladderOf({ id: named.id, of: named.kind, kind: row?.thing ?? named.found ?? "other", words: name }),
      },
    ];
  });
  return {
    lang,
    searching: !made.settled,
    // What is open first, and of that what keeps the report back; then what stands most often.
    identifiers: identifiers.toSorted(
      (a, b) =>
        Number(holding(a) !== null) - Number(holding(b) !== null) ||
        Number(b.open > 0) - Number(a.open > 0) ||
        b.count - a.count ||
        a.name.localeCompare(b.name, lang),
    ),
    ...held(identifiers),
    leftOut: made.leftOut,
    report: made.paper.report,
  };
}

/**
 * Builds and scans a file.
 *
 * Faults: `job.over`, it is not wanted any more; `report.searching`, not all sources have been looked through yet; `report.open`, something in it is not decided; `report.unread`, a source that it quotes has been read through by nobody; `report.unsigned`, the risk report of what it quotes is not signed as it stands; `report.leak`, its bytes hold a name all the same.
 */
export async function download(
  desk: Desk,
  study: string,
  order: Readonly<{ format: ReportFormat; lang: Language }> & Partial<ReportWish>,
): Promise<Result<File, ReportFault | Over>> {
  const { format, lang, appendices = [], beside = "none" } = order;
  const laid = await layOutBy(desk, study, desk.readWhole);
  const made = make(desk, laid, study, { lang, appendices, beside });
  if (!made.settled) return no({ code: "report.searching" });
  const form = FORMS[format];
  const { rows } = made.reading;
  const hits = form.holds.includes("codebook") ? [...made.places, ...made.sheetHits] : made.places;
  const unread = unreadOf(rows, [
    ...(form.holds.includes("report") ? cited(rows) : []),
    ...(form.holds.includes("quotes") ? made.listed : []),
  ]);
  return leave(desk, made, {
    name: `${form.name}-${lang}.${format}`,
    type: form.type,
    format,
    lang,
    hits,
    unread,
    unsigned: () =>
      unsignedOf(desk, study, laid, [
        ...(form.holds.includes("report") && made.cited > 0 ? [signable("document", beside)] : []),
        ...(form.holds.includes("quotes") && made.listed.length > 0 ? [signable("data", beside)] : []),
      ]),
    agreed: made.agreed.values(),
    write: () => form.write(made.paper, made.say, desk.letters),
    blank: () => form.write(blankPaper(lang, made.say, made.paper.codebook[0] ?? []), made.say, desk.letters),
    read: form.read, // escapes may stand within a name
  });
}

type Made = Laid &
  Readonly<{
    agreed: ReadonlyMap<string, string>;
    paper: Paper;
    places: readonly (Hit & Readonly<{ file: "report" | "quotes" }>)[];
    /** what stands in the sheets of themes, of the codebook and of the framework matrix, which workbooks hold besides */
    sheetHits: readonly Hit[];
    /** ids of the quotes in the table of quotes */
    listed: readonly string[];
    /** how many quotes findings cite in it */
    cited: number;
    leftOut: number;
    say: Say;
  }>;

function make(desk: Desk, laid: Laid, study: string, wish: ReportWish): Made {
  const { lang } = wish;
  const { reading, plan: drawn } = laid;
  const { rows, phrases, quotes, day, spoken } = reading;
  const agreed = agreedIn(laid);
  const say = desk.say(lang);
  const {
    material,
    quotes: lines,
    listed,
    cited: inReport,
    leftOut,
  } = gather(rows, study, wish, { phrases, quotes, agreed, day, spoken });
  const { report, hits } = veil(compose(material, say), drawn);
  const places: (Hit & { file: "report" | "quotes" })[] = hits.map((hit) => ({ ...hit, file: "report" }));
  const sheetHits: Hit[] = [];
  const veiled = (rows: Rows, found: (hit: Hit) => void): Rows =>
    rows.map((row) =>
      row.map((text) => {
        const done = veilText(text, "table", drawn);
        done.hits.forEach(found);
        return done.text;
      }),
    );
  const quoted = table(lines, wish, say).map((row) =>
    row.map((cell) =>
      cell.map((text) => {
        const done = veilText(text, "table", drawn);
        places.push(...done.hits.map((hit) => ({ ...hit, file: "quotes" as const })));
        return done.text;
      }),
    ),
  );
  const tables = themeTables(material, say);
  const themes = veiled(tables.themes, (hit) => sheetHits.push(hit));
  const kinds = veiled(tables.kinds, (hit) => sheetHits.push(hit));
  const tags = veilCodebook(gatherCodebook(rows, lang, reading), drawn);
  sheetHits.push(...tags.hits);
  const codebook = cellsOf(tags.paper, desk.sayCodebook(lang), "words");
  const wording = wordingIn(rows, phrases, lang);
  const framework = veiled(frameworkTable(rows, wording, lang, say), (hit) => sheetHits.push(hit));
  const data = lines.map(({ published, tags: own, arm, use }, at): ToldQuote => {
    const [[theme = EMPTY] = [], [quote = EMPTY] = [], , , , , , , [by = EMPTY] = []] = quoted[at + 1] ?? [];
    // The same words as in the table and in the report, where what stands in them was found already.
    const told = (words: Words) => veilText(textOf(words), "table", drawn).text;
    return {
      theme,
      quote,
      published: published.map(({ statement, use: cited, quote: one }) => ({
        statement: told(statement),
        use: cited,
        text: told(one),
        translation: one.translation ? told(one.translation) : null,
      })),
      by: wordsOf(by) === "" ? null : by,
      tags: own.map(told),
      arm,
      use,
    };
  });
  const written = quoted.map((row) => row.map((cell) => joined(cell, lang)));
  const paper: Paper = { report, quotes: written, themes, kinds, codebook, framework, data };
  return { ...laid, agreed, paper, places, sheetHits, listed, cited: inReport.length, leftOut, say };
}
