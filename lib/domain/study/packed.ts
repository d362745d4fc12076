/**
 * A study's rows as they travel to a browser: column by column, every string said once.
 *
 * Ten thousand quotes are as many rows of five nouns that refer to one another by ids of 36 signs; said once, all of it
 * is a quarter as long, and the browser holds each id once. Whoever unpacks sees that it has the fields and kinds of
 * values that this version knows. Rules: docs/spec/board.md, B61.
 */
import * as z from "zod";
import { NOUNS, SHAPES } from "./rows.ts";
import type { AnyRow, Noun } from "./rows.ts";

type Value = string | number | boolean | null;
/** The values of a field, row by row: numbers of strings (-1: null), or the values themselves; or one value for all rows. */
type Column = Readonly<{ said: readonly number[] } | { plain: readonly Value[] } | { same: Value }>;
type Table = Readonly<{ count: number; columns: Readonly<Record<string, Column>> }>;

export type Packed = Readonly<{
  /** Every string once; one that is made of others, joined by slashes, as their numbers. */
  strings: readonly (string | readonly number[])[];
  tables: Readonly<Record<string, Table>>;
}>;

/** Rows by noun; nouns without rows may be left out. */
export type RowsByNoun = Readonly<Partial<Record<Noun, readonly AnyRow[]>>>;

/** Packs rows. Cost: one pass over all values. */
export function pack(all: Readonly<Record<string, readonly unknown[]>>): Packed {
  const strings: (string | readonly number[])[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    const parts = text.includes("/") ? text.split("/").map(numberOf) : null;
    const number = strings.push(parts ?? text) - 1;
    numbers.set(text, number);
    return number;
  };
  const tables: Record<string, Table> = {};
  for (const noun of NOUNS) {
    const rows = (all[noun] ?? []) as readonly Readonly<Record<string, Value>>[]; // rows are flat objects of plain values
    if (rows.length === 0) continue;
    const columns: Record<string, Column> = {};
    for (const field of Object.keys(SHAPES[noun].shape)) columns[field] = columnOf(rows, field, numberOf);
    tables[noun] = { count: rows.length, columns };
  }
  return { strings, tables };
}

function columnOf(
  rows: readonly Readonly<Record<string, Value>>[],
  field: string,
  numberOf: (text: string) => number,
): Column {
  const first = rows[0]?.[field] ?? null;
  if (rows.every((row) => (row[field] ?? null) === first)) return { same: first };
  if (!rows.some((row) => typeof row[field] === "string")) return { plain: rows.map((row) => row[field] ?? null) };
  return {
    said: rows.map((row) => {
      const value = row[field];
      return typeof value === "string" ? numberOf(value) : -1;
    }),
  };
}

/** What is wrong with a package: then this page and the server are not of one version. */
export class Mispacked extends Error {}

/**
 * Unpacks rows. Throws `Mispacked` where a table, a field or a kind of value is not what this version knows; the forms
 * of ids and keys are the database's to hold.
 */
export function unpack({ strings: packed, tables }: Packed): RowsByNoun {
  const strings: string[] = [];
  for (const each of packed) {
    strings.push(typeof each === "string" ? each : each.map((part) => strings[part] ?? fail("a part")).join("/"));
  }
  const all: Partial<Record<Noun, AnyRow[]>> = {};
  for (const [name, table] of Object.entries(tables)) {
    const noun = NOUNS.find((known) => known === name) ?? fail(name);
    all[noun] = rowsOf(noun, table, strings);
  }
  return all;
}

function rowsOf(noun: Noun, { count, columns }: Table, strings: readonly string[]): AnyRow[] {
  const rows: Record<string, Value>[] = Array.from({ length: count }, () => ({}));
  const kinds = kindsOf(noun);
  if (Object.keys(columns).length !== kinds.size) fail(noun);
  for (const [field, allowed] of kinds) {
    const column = columns[field] ?? fail(`${noun}.${field}`);
    if ("same" in column) {
      if (!allowed.has(kindOf(column.same))) fail(`${noun}.${field}`);
      for (const row of rows) row[field] = column.same;
      continue;
    }
    if ("said" in column) {
      if (column.said.length !== count || !allowed.has("string")) fail(`${noun}.${field}`);
      const mayLack = allowed.has("null");
      rows.forEach((row, at) => {
        const number = column.said[at];
        if (number === -1 && mayLack) row[field] = null;
        else row[field] = strings[number ?? -1] ?? fail(`${noun}.${field}`);
      });
      continue;
    }
    if (column.plain.length !== count) fail(`${noun}.${field}`);
    rows.forEach((row, at) => {
      const value = column.plain[at] ?? null;
      if (!allowed.has(kindOf(value))) fail(`${noun}.${field}`);
      row[field] = value;
    });
  }
  return rows as unknown as AnyRow[]; // every field of the shape has been set to a value of its kind
}

type Kind = "string" | "number" | "boolean" | "null";

const kindOf = (value: Value): Kind => (value === null ? "null" : (typeof value as Kind)); // the type of Value leaves no other

const known = new Map<Noun, ReadonlyMap<string, ReadonlySet<Kind>>>();

/** The kinds of value that the fields of a noun may have, as its shape says. */
function kindsOf(noun: Noun): ReadonlyMap<string, ReadonlySet<Kind>> {
  const found = known.get(noun);
  if (found) return found;
  const kinds = new Map(
    Object.entries<z.ZodType>(SHAPES[noun].shape).map(([field, shape]) => [field, new Set(kindsIn(shape))]),
  );
  known.set(noun, kinds);
  return kinds;
}

function kindsIn(shape: z.ZodType): Kind[] {
  if (shape instanceof z.ZodNullable) return ["null", ...kindsIn(shape.unwrap() as z.ZodType)];
  if (shape instanceof z.ZodDefault) return kindsIn(shape.unwrap() as z.ZodType);
  if (shape instanceof z.ZodUnion) return shape.options.flatMap((option) => kindsIn(option as z.ZodType));
  if (shape instanceof z.ZodNumber) return ["number"];
  if (shape instanceof z.ZodBoolean) return ["boolean"];
  return ["string"]; // rows are flat: what is left are texts, ids, days and enums
}

function fail(what: string): never {
  throw new Mispacked(what);
}
