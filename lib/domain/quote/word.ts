import * as z from "zod";
import { Coordinate, Id, Lang, PhraseId } from "../field.ts";

/** Where a card lies when it is made together with what it shows. */
export const CardAt = z.strictObject({ id: Id, board: Id, theme: Id.nullable(), x: Coordinate, y: Coordinate });
export type CardAt = z.infer<typeof CardAt>;

/** Tags that are made with a quote, or while it is tagged: one gesture. */
const NewTags = z.array(z.strictObject({ id: Id, lang: Lang, phrase: PhraseId })).max(20);

/**
 * Marks a span of a source as a quote; with tags, with new tags, and with a card on a board where
 * one gesture did all of that. Only the server reads the words.
 */
export const QuoteMake = z.strictObject({
  kind: z.literal("quote.make"),
  id: Id,
  source: Id,
  revision: Id,
  start: z.int().min(0),
  end: z.int().min(1),
  tags: z.array(Id).max(50),
  newTags: NewTags,
  card: CardAt.nullable(),
});

/** Takes quotes away, with their cards and their place in findings. */
export const QuoteRemove = z.strictObject({ kind: z.literal("quote.remove"), ids: z.array(Id).min(1).max(1000) });

/** Puts tags on quotes, also such as are made with it, and takes others off. */
export const QuoteTag = z.strictObject({
  kind: z.literal("quote.tag"),
  quotes: z.array(Id).min(1).max(5000),
  on: z.array(Id).max(50),
  newTags: NewTags,
  off: z.array(Id).max(50),
});
