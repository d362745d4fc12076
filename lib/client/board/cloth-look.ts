/** How the cloth of a theme looks, for the canvas and for elements alike. Knows nothing of either. */
import type { Cloth } from "./cloth.ts";
import type { Ink } from "./ink.ts";

/** The woven band at the top of a cloth, in board units. */
export const BAND = 8;
/** How round its corners are, in board units. */
export const ROUND = 10;
/** How much is left of a cloth that is retired. */
const RETIRED = 0.4;

/** A colour, and how much of what lies under it is covered. */
export type Coat = Readonly<{ colour: string; alpha: number }>;

export type ClothLook = Readonly<{
  /** Laid on one another, the first one lowest. */
  coats: readonly Coat[];
  /** The band at its top: its ground, the hue of its threads, and how much it covers. */
  band: Readonly<{ colour: string; hue: number; alpha: number }>;
  /** The line around it, its middle on the edge; its width in pixels of the screen. */
  line: Readonly<{ colour: string; width: number; dashed: boolean }>;
}>;

/**
 * How a cloth looks.
 *
 * @param target - whether what is carried would go to it
 * @param chosen - whether its theme is being looked at
 */
export function clothLook(ink: Ink, { theme, depth }: Cloth, target: boolean, chosen: boolean): ClothLook {
  const { hue } = theme;
  const alpha = theme.status === "retired" ? RETIRED : 1;
  const strong = ink.hues[hue] ?? ink.ink;
  const coats: Coat[] = [{ colour: ink.cloths[hue] ?? ink.paper, alpha }];
  if (depth > 0) coats.push({ colour: ink.paper, alpha: 0.35 }); // a cloth on a cloth: a little lighter, so that its edge shows
  if (target) coats.push({ colour: strong, alpha: 0.14 });
  const hem = ink.hems[hue] ?? ink.hairline;
  return {
    coats,
    band: { colour: hem, hue, alpha },
    line: {
      colour: target || chosen ? strong : hem,
      width: target ? 4 : chosen ? 2.5 : 1,
      dashed: theme.locked,
    },
  };
}

/** Several coats as the one colour that they make, in the style sheet's words. */
export function asOneColour(coats: readonly Coat[]): string {
  return coats.reduce(
    (under, { colour, alpha }) =>
      alpha === 1 ? colour : `color-mix(in srgb, ${colour} ${Math.round(alpha * 100)}%, ${under})`,
    "transparent",
  );
}
