/**
 * A table or chart of numbers leaves the study as .csv or as a picture, through the gates that a board passes.
 *
 * The numbers are never those of a screen: they are counted, told, veiled, written and scanned here. Knows nothing of Next or
 * Prisma; who may is asked before this room is entered. Rules: docs/spec/matrix.md, MX19 to MX27.
 */
import type { NumbersOrder } from "#lib/domain/matrix/order.ts";
import { plain } from "#lib/domain/report/model.ts";
import type { Hit, Language, NumbersFormat, ReportFault } from "#lib/domain/report/check.ts";
import { no } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import type { Letters } from "#lib/format/board/letters.ts";
import { numbersCsv } from "#lib/format/numbers/csv.ts";
import { gatherNumbers } from "#lib/format/numbers/gather.ts";
import { blankChart, blankNumbers, mapNumbers } from "#lib/format/numbers/paper.ts";
import type { NumbersPaper } from "#lib/format/numbers/paper.ts";
import { numbersSvg } from "#lib/format/numbers/picture.ts";
import { veilText } from "#lib/format/report/veil.ts";
import { wordingIn } from "#lib/format/report/wording.ts";
import { agreedIn, layOut, leave } from "./desk.ts";
import type { Desk, File, Laid, Over } from "./desk.ts";

/** What is written for each form. A .png is drawn by the browser, of the .svg and of nothing else. */
const FORMS: Readonly<Record<NumbersFormat, Readonly<{ ending: string; type: string }>>> = {
  csv: { ending: "csv", type: "text/csv; charset=utf-8" },
  svg: { ending: "svg", type: "image/svg+xml" },
  png: { ending: "svg", type: "image/svg+xml" },
};

const NAMES = {
  table: "numbers",
  together: "numbers",
  saturation: "numbers",
  coverage: "coverage",
  framework: "framework",
} as const;

/**
 * Builds and scans a file.
 *
 * Faults: `job.over`, it is not wanted any more; `report.searching`, not all sources have been looked through yet; `numbers.few`, no number of it rests on enough
 * organisations and people; `report.open`, a name in it is not decided; `report.leak`, its bytes hold a name all the same.
 */
export async function downloadNumbers(
  desk: Desk,
  study: string,
  { order, format, lang }: Readonly<{ order: NumbersOrder; format: NumbersFormat; lang: Language }>,
): Promise<Result<File, ReportFault | Over>> {
  const laid = await layOut(desk, study);
  if (!laid.settled) return no({ code: "report.searching" });
  const { reading, plan } = laid;
  const { sources } = order.view === "coverage" ? await desk.coverage(study) : { sources: [] };
  const words = { phrases: reading.phrases, agreed: agreedIn(laid), coverage: sources };
  const say = { numbers: desk.sayNumbers(lang), report: desk.say(lang) };
  const gathered = gatherNumbers(reading.rows, order, lang, words, say);
  if (!gathered) return no({ code: "numbers.few" });
  const hits: Hit[] = [];
  const paper = mapNumbers(gathered, (text) => {
    const done = veilText(text, "table", plan);
    hits.push(...done.hits);
    return done.text;
  });
  const letters = desk.letters();
  return leave(desk, laid, {
    name: `${NAMES[order.view]}-${lang}.${FORMS[format].ending}`,
    type: FORMS[format].type,
    format,
    lang,
    hits,
    write: () => written(format, paper, letters),
    blank: () => written(format, paper.chart ? blankChart(lang) : blankNumbers(lang), letters),
  });
}

/** Every place in questions and summaries where a name stands; themes, tags and roles stand on boards, in the codebook and the report. */
export function numbersHits({ reading, plan }: Laid, lang: Language): readonly Hit[] {
  const { rows, phrases } = reading;
  const wording = wordingIn(rows, phrases, lang);
  const hits = (id: string, field: "text" | "summary") => {
    const text = wording(id, field);
    return text ? veilText(plain(text.words, text.lang), "table", plan).hits : [];
  };
  return [
    ...[...rows.all("question")].flatMap(({ id }) => hits(id, "text")),
    ...[...rows.all("summary")].flatMap(({ id }) => hits(id, "summary")),
  ];
}

function written(format: NumbersFormat, paper: NumbersPaper, letters: Letters): Uint8Array {
  return format === "csv" ? numbersCsv(paper) : numbersSvg(paper, letters);
}
