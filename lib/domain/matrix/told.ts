/**
 * What of the tables of numbers may leave the study.
 *
 * A table by what organisations or people are is guarded as the report's table by kind is, and by the same function; where columns
 * say nothing of anybody, each number is told for itself, as a theme's own is. Pure; returns numbers, never sentences.
 * Rules: docs/spec/matrix.md, MX20 to MX24; docs/spec/disclosure.md, DC1 to DC9, DC13 to DC15.
 */
import { byKind, heardIn } from "../disclosure/by-kind.ts";
import type { KindRow } from "../disclosure/by-kind.ts";
import { tell } from "../disclosure/tell.ts";
import type { Said, Told } from "../disclosure/tell.ts";
import type { Thresholds } from "../disclosure/threshold.ts";
import { distinct } from "../finding/voice.ts";
import type { Arm, Voice } from "../finding/voice.ts";
import type { Axis, Column, Ground } from "./axis.ts";
import type { Cell, Matrix, MatrixRow } from "./matrix.ts";
import type { Unit } from "./order.ts";
import type { Alone, Together } from "./together.ts";

/** `joined`: values taken together; else one value, or null for what has none. `of`: of how many it is, where that is told. */
export type ToldColumn = Readonly<{ value: string | null; joined: boolean; of: number | null }>;
/** `whole` is null where interviews and survey would be added up (C6). */
type ToldRow = Readonly<{ theme: string; depth: number; whole: Said | null; cells: readonly Said[] }>;
export type ToldMatrix = Readonly<{ of: number | null; columns: readonly ToldColumn[]; rows: readonly ToldRow[] }>;

/** What a table is told by: the study's limits, whose voice each quote is, and classes that may not stand by themselves. */
export type Limits = Readonly<{
  thresholds: Thresholds;
  voices: ReadonlyMap<string, Voice>;
  hidden: ReadonlySet<string>;
}>;

const NOTHING: Said = { says: "nothing" };
/** The columns that part organisations or people into classes, and which of the two each class is of. */
const CLASSES = {
  kind: "organisations",
  region: "organisations",
  seniority: "participants",
  role: "participants",
} as const;

/** Tells a matrix; null where no number of it may leave, as of single organisations none does. */
export function toldMatrix(made: Matrix, axis: Axis, unit: Unit, limits: Limits): ToldMatrix | null {
  if (axis === "organisation") return null;
  const wholes = down(made.rows, made.of.organisations, ({ whole }, most) =>
    tell(heardIn(whole), made.of.organisations, limits.thresholds, most),
  );
  const told =
    axis === "question" || axis === "tag" || axis === "source"
      ? apart(made, unit, limits, wholes)
      : classed(made, axis, unit, limits, wholes);
  const rows = made.rows.map(({ theme, depth, whole }, at) => ({
    theme,
    depth,
    whole: axis === "source" ? null : inUnit(wholes[at] ?? NOTHING, whole, unit),
    cells: told.cells[at] ?? [],
  }));
  if (!rows.some(({ cells }) => cells.some(says))) return null;
  return { of: unit === "quotes" ? null : made.of[unit], columns: told.columns, rows };
}

type Cells = Readonly<{ columns: readonly ToldColumn[]; cells: readonly (readonly Said[])[] }>;

/** Columns that say nothing of anybody: each number is told knowing the row's whole and the theme above. */
function apart(made: Matrix, unit: Unit, { thresholds }: Limits, wholes: readonly Told[]): Cells {
  const columns = made.columns.map((column, x) => {
    const of = column.of.organisations;
    // Notes and documents have nobody behind them.
    if (column.value === "note" || column.value === "document")
      return made.rows.map(({ cells }) => counted(unit === "quotes" ? (cells[x]?.quotes.length ?? 0) : null));
    const told = down(made.rows, of, ({ cells }, most, at) =>
      tell(heardIn(cells[x] ?? NOBODY), of, thresholds, Math.min(most, wholes[at]?.span.high ?? of)),
    );
    return made.rows.map(({ cells }, at) => inUnit(told[at] ?? NOTHING, cells[x] ?? NOBODY, unit));
  });
  return {
    columns: made.columns.map(({ value, of }) => ({ value, joined: false, of: unit === "quotes" ? null : of[unit] })),
    cells: made.rows.map((_, at) => columns.map((column) => column[at] ?? NOTHING)),
  };
}

/** Columns that are classes: outermost themes only (DC15), guarded row by row with what was not said (DC5 to DC8). */
function classed(made: Matrix, axis: keyof typeof CLASSES, unit: Unit, limits: Limits, wholes: readonly Told[]): Cells {
  const members = CLASSES[axis];
  const rows = made.rows.map((row, at) =>
    row.depth === 0 ? classesOf(row, made, members, limits, wholes[at] ?? NOTHING) : [],
  );
  const keys = [...new Set(rows.flatMap((row) => row.map(({ kind }) => kind)))];
  const shown = [
    ...made.columns.map(keyOf).filter((key) => keys.includes(key)),
    ...(keys.includes(null) ? [null] : []),
  ];
  const taken = new Set(shown);
  const columns = shown.map((key): ToldColumn => {
    const those = made.columns.filter((column) => (key === null ? !taken.has(keyOf(column)) : keyOf(column) === key));
    const of = unit === "quotes" ? 0 : those.reduce((sum, column) => sum + column.of[unit], 0);
    // An organisation stands in several classes of its people.
    const counted = unit !== "quotes" && (members === "organisations" || unit === "participants");
    return { value: key === null ? null : (those[0]?.value ?? null), joined: key === null, of: counted ? of : null };
  });
  const cells = rows.map((row) =>
    shown.map((key) => {
      const one = row.find(({ kind }) => kind === key);
      if (!one) return NOTHING;
      if (unit === members) return one.organisations;
      return counted(unit === "quotes" ? one.quotes : members === "organisations" ? one.participants : null);
    }),
  );
  return { columns, cells };
}

/** The classes of one theme. Of people, those in each number must come from enough organisations too (DC1), or none is told. */
function classesOf(
  row: MatrixRow,
  made: Matrix,
  members: "organisations" | "participants",
  { thresholds, voices, hidden }: Limits,
  whole: Said,
): readonly KindRow[] {
  const ofPeople = members === "participants";
  const least = ofPeople ? Math.max(thresholds.people, thresholds.organisations) : thresholds.organisations;
  const used = { ...thresholds, organisations: least };
  const kinds = made.columns.flatMap((column, x) => {
    const { quotes, participants, [members]: said } = row.cells[x] ?? NOBODY;
    if (column.of[members] === 0) return [];
    return [{ kind: keyOf(column), quotes: quotes.length, participants, organisations: said, of: column.of[members] }];
  });
  const said = row.whole[members];
  const tally = { ...row.whole, quotes: row.whole.quotes.length, organisations: said, of: made.of[members], kinds };
  const total = ofPeople && whole.says === "exact" ? tell(heardIn(tally), tally.of, used) : whole;
  const rows = byKind(tally, total, hidden, used);
  if (!ofPeople) return rows;
  const alone = new Set(rows.map(({ kind }) => kind));
  const enough = rows.every(({ kind, organisations }) => {
    if (organisations.says !== "exact") return true;
    const those = made.columns.flatMap((column, x) =>
      (kind === null ? !alone.has(keyOf(column)) : keyOf(column) === kind) ? (row.cells[x]?.quotes ?? []) : [],
    );
    return distinct(those.map((quote) => voices.get(quote)?.organisation ?? null)) >= thresholds.organisations;
  });
  return enough ? rows : [];
}

/** What has no value is a class too; no value is written like this. */
const keyOf = ({ value }: Pick<Column, "value">): string => value ?? "\u0000none";
const NOBODY: Cell = { quotes: [], participants: 0, organisations: 0 };

/** The regions that few of those who are not listed by name are of, so that they may not stand by themselves (as DC10). */
export function fewIn(
  { rows, parts }: Ground,
  arm: Arm,
  listed: ReadonlySet<string>,
  least: number,
): ReadonlySet<string> {
  const asked = new Set(parts.flatMap((part) => (part.arm === arm ? [...part.organisations] : [])));
  const unlisted = [...asked].filter((id) => !listed.has(id)).flatMap((id) => rows.live("organisation", id) ?? []);
  const regions = Map.groupBy(unlisted, ({ region }) => keyOf({ value: region }));
  return new Set([...regions].flatMap(([region, those]) => (those.length < least ? region : [])));
}

export type ToldTogether = Readonly<{
  rows: readonly string[];
  columns: readonly string[];
  cells: readonly (readonly Said[])[];
}>;

/**
 * Tells what stands together; null where no number may leave.
 *
 * @param of - the organisations that took part in the arm
 * @param alone - what each thing is by itself, of the rows and of the columns
 */
export function toldTogether(
  made: Together,
  unit: Unit,
  of: number,
  alone: readonly [Alone, Alone],
  thresholds: Thresholds,
): ToldTogether | null {
  const most = alone.map(
    (things) => new Map([...things].map(([id, one]) => [id, tell(heardIn(one), of, thresholds).span.high])),
  );
  const cells = made.cells.map((row, y) =>
    row.map((cell, x) => {
      const high = Math.min(most[0]?.get(made.rows[y] ?? "") ?? of, most[1]?.get(made.columns[x] ?? "") ?? of);
      return inUnit(tell(heardIn(cell), of, thresholds, high), cell, unit);
    }),
  );
  return cells.some((row) => row.some(says)) ? { ...made, cells } : null;
}

/** Quotes and participants are told where the organisations behind them are, and in no words (DC14). */
function inUnit(told: Said, cell: Cell, unit: Unit): Said {
  if (unit === "organisations") return told;
  return counted(told.says === "exact" ? (unit === "quotes" ? cell.quotes.length : cell.participants) : null);
}

function counted(count: number | null): Said {
  return count === null ? NOTHING : { says: "exact", count };
}

function says(said: Said): boolean {
  return said.says !== "nothing";
}

/** Tells something of every theme, each knowing what was told of the theme above; of an outermost one, that it is no more than `of`. */
function down(
  rows: readonly MatrixRow[],
  of: number,
  one: (row: MatrixRow, most: number, at: number) => Told,
): readonly Told[] {
  const above: Told[] = [];
  return rows.map((row, at) => {
    const told = one(row, above[row.depth - 1]?.span.high ?? of, at);
    above[row.depth] = told;
    return told;
  });
}
