/**
 * A workbook's bytes into sheets of text cells, whatever program wrote it.
 *
 * Rules: docs/spec/import.md, I90 to I95.
 */
import type { ImportFault } from "#lib/domain/import/fault.ts";
import type { Result } from "#lib/domain/result.ts";
import type { Entry } from "#lib/format/docx/zip.ts";
import { readOds } from "./ods.ts";
import type { Workbook } from "./workbook.ts";
import { readXlsx } from "./xlsx.ts";

/**
 * @param entries - the zip's, as `entriesOf` lists them
 *
 * Faults: `file.broken`, `file.bomb`, `file.password`. What a single sheet cannot give is that sheet's own fault.
 */
export function readWorkbook(
  bytes: Uint8Array,
  entries: readonly Entry[],
  kind: Workbook["format"],
): Result<Workbook, ImportFault> {
  return kind === "xlsx" ? readXlsx(bytes, entries) : readOds(bytes, entries);
}

const ANSWERS =
  /\b(?:responses?|answers?|antworten|réponses|respuestas|ymatebion|atebion|survey|arolwg)\b|回复|回應|回答/i;
const ASIDE = /\b(?:guide|instructions?|read ?me|notes?|cleanup|codebook|lookup|lists?|issues|helpers?|canllaw)\b/i;

/**
 * The sheet to begin with: the shown one with the most cells, one whose name speaks of answers before others, one
 * whose name speaks of instructions after them; the first of equals.
 *
 * @returns an index into `sheets`; 0 where no sheet holds anything
 */
export function likeliest(sheets: Workbook["sheets"]): number {
  let best = 0;
  let most = -1;
  for (const [at, sheet] of sheets.entries()) {
    const cells = sheet.rows.length * (sheet.rows[0]?.length ?? 0);
    const likely = ANSWERS.test(sheet.name) ? 4 : ASIDE.test(sheet.name) ? 0.25 : 1;
    const weight = sheet.hidden || sheet.fault ? 0 : cells * likely;
    if (weight > most) {
      best = at;
      most = weight;
    }
  }
  return best;
}
