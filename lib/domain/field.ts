/**
 * The kinds of value that rows and commands are made of.
 *
 * A row holds ids and numbers, never words: what people write is a `phrase`,
 * a real name is a sealed `name`, and a row refers to either by its id.
 */
import * as z from "zod";

/** An id that the browser made (RFC 9562, any version). */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/** The id of a row whose key is made of two others: `left/right`. */
export const Pair = z.string().regex(/^[0-9a-f-]{36}\/[0-9a-f-]{36}$/);

/** The id of a phrase: immutable words that a person wrote. */
export const PhraseId = Id;
/** The id of a name: immutable words, sealed, that could identify someone. */
export const NameId = Id;

/** The languages that a study is written in. */
export const Lang = z.enum(["en", "cy"]);
export type Lang = z.infer<typeof Lang>;

/** A calendar day, `2026-11-24`, without a time zone. */
export const Day = z.iso.date();

/** How far from the middle a place on a board may be, in board units (one unit is one CSS pixel at 100 %). */
export const FAR = 10_000_000;

/** A place on a board, in board units. Whole, so that moving back is exact. */
export const Coordinate = z.int().min(-FAR).max(FAR);

/** How long a side on a board may be, in board units. */
export const LONGEST_SIDE = 1_000_000;

/** The length of a side on a board, in board units. */
export const Side = z.int().min(1).max(LONGEST_SIDE);

/** An order key (fractional index); compared byte by byte. */
export const Ord = z.string().regex(/^[0-9A-Za-z]{1,120}$/);

/** One of the ten hues that a theme or tag may wear. */
export const Hue = z.int().min(1).max(10);

/** Joins two ids into the id of the row that links them. */
export function pair(left: string, right: string): string {
  return `${left}/${right}`;
}
