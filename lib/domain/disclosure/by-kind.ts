/**
 * A theme's support by kind of organisation as it may be published.
 *
 * The kinds of one arm are the rows; in each, some said it and the others did not. Totals by row stand in the list of respondents,
 * totals by column in the theme's sentence. Rules: docs/spec/disclosure.md, DC13 to DC15.
 */
import type { Tally } from "../finding/count.ts";
import { guard } from "./guard.ts";
import type { Guarded } from "./guard.ts";
import type { Said } from "./tell.ts";
import type { Cell, Thresholds } from "./threshold.ts";
import { together } from "./together.ts";

/** One row; `kind` is null for kinds taken together, participants and quotes for a row whose number is not told. */
export type KindRow = Readonly<{
  kind: string | null;
  of: number;
  organisations: Said;
  participants: number | null;
  quotes: number | null;
}>;

/** The people whose words are behind a tally: a survey response that is nobody's in particular is somebody's all the same. */
export function heardIn(tally: Readonly<{ organisations: number; participants: number }>): Cell {
  return { organisations: tally.organisations, people: Math.max(tally.organisations, tally.participants) };
}

/**
 * The rows of a theme's table for one arm; none where they would say no more than the total.
 *
 * @param total - the theme's own count as it is told: without a number there, the rows have none to add up to
 * @param hidden - the kinds that the list of respondents takes together; they stay together here
 */
export function byKind(
  tally: Tally,
  total: Said,
  hidden: ReadonlySet<string>,
  thresholds: Thresholds,
): readonly KindRow[] {
  if (total.says !== "exact") return [];
  const guarded = guard(rowsOf(tally, hidden, thresholds), thresholds);
  const rows = guarded.map(({ row, published, spans }): KindRow => ({
    kind: row.kind,
    of: row.of,
    organisations: said(row.cells, spans, published),
    participants: published ? row.participants : null,
    quotes: published ? row.quotes : null,
  }));
  return rows.some((row) => row.organisations.says !== "nothing") ? rows : [];
}

type Row = Omit<Tally["kinds"][number], "kind"> & Readonly<{ kind: string | null; cells: readonly [Cell, Cell] }>;

/** Rows that are large enough to be told if there are two of those; else rows that are large enough to stand. */
function rowsOf(tally: Tally, hidden: ReadonlySet<string>, thresholds: Thresholds): readonly Row[] {
  for (const least of [2 * thresholds.organisations, thresholds.organisations]) {
    const { apart, joined } = together(tally.kinds, (kind) => kind.of < least || hidden.has(kind.kind), least);
    const sum = (of: (kind: Tally["kinds"][number]) => number) => joined.reduce((all, kind) => all + of(kind), 0);
    const rest = {
      kind: null,
      of: sum((kind) => kind.of),
      organisations: sum((kind) => kind.organisations),
      participants: sum((kind) => kind.participants),
      quotes: sum((kind) => kind.quotes),
    };
    const rows = [...apart, ...(joined.length > 0 ? [rest] : [])];
    if (rows.length < 2) continue;
    return rows.map((row) => ({
      ...row,
      cells: [heardIn(row), { organisations: row.of - row.organisations, people: null }],
    }));
  }
  return [];
}

/** A row's number in words: few said it, or few did not. */
function said([those, others]: Row["cells"], spans: Guarded<Row>["spans"], published: boolean): Said {
  const of = those.organisations + others.organisations;
  const [few, fewOthers] = spans;
  if (published) return { says: "exact", count: those.organisations };
  if (few && few.high < of) return { says: "below", limit: few.high + 1 };
  return fewOthers ? { says: "least", least: of - fewOthers.high } : { says: "nothing" };
}
