/**
 * Cards in the clipboard: which they are and how they lie to one another, never what they say.
 *
 * Beside it the clipboard holds their words as plain text for other programs. Rules: docs/spec/board.md, B74 and B75.
 */
import * as z from "zod";
import { CardSize, MOST_CARDS } from "#lib/domain/board/shape.ts";
import { Coordinate, Id } from "#lib/domain/field.ts";

/** The name under which a clip lies in the clipboard. */
export const CLIP_TYPE = "application/x-carthen-cards";

const Clip = z.strictObject({
  id: Id, // of this very copy or cut: what was cut is moved once
  study: Id,
  board: Id,
  cut: z.boolean(),
  cards: z
    .array(
      z.strictObject({
        id: Id,
        quote: Id.nullable(),
        insight: Id.nullable(),
        size: CardSize,
        x: Coordinate,
        y: Coordinate,
      }),
    )
    .min(1)
    .max(MOST_CARDS),
});
export type Clip = z.infer<typeof Clip>;

/** Reads what the clipboard holds under `CLIP_TYPE`; null where that is nothing of ours. */
export function readClip(text: string): Clip | null {
  try {
    return Clip.nullable().catch(null).parse(JSON.parse(text));
  } catch {
    return null; // not JSON
  }
}

/** The lines of a text that say something, each without the blanks around it. */
export function linesOf(text: string): string[] {
  return text
    .split(/[\r\n\u2028\u2029]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
