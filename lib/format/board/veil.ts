/** Lays the overlay over a whole board and says what was found where. Every text passes here. Rules: docs/spec/report.md, R10 to R13. */
import type { Plan } from "#lib/domain/identifier/plan.ts";
import type { Hit } from "#lib/domain/report/check.ts";
import { veilText } from "#lib/format/report/veil.ts";
import { mapPaper } from "./paper.ts";
import type { Paper } from "./paper.ts";

/** Veils a board: gives it back with the replacements, and every place where a name was found. */
export function veilBoard(paper: Paper, plan: Plan): Readonly<{ paper: Paper; hits: readonly Hit[] }> {
  const hits: Hit[] = [];
  const veiled = mapPaper(paper, (text, where) => {
    const done = veilText(text, where, plan);
    hits.push(...done.hits);
    return done.text;
  });
  return { paper: veiled, hits };
}
