/** How the cloth of a theme looks, for the canvas near and far and for elements alike. Knows nothing of any of them. */
import type { Cloth } from "./cloth.ts";

/** The woven band at the top of a cloth, in board units. */
export const BAND = 8;
/** How round its corners are, in board units. */
export const ROUND = 10;
/** How much is left of a cloth that is retired. */
const RETIRED = 0.4;

/** The line around a theme that is locked, in pixels of the screen: as browsers dash a thin one. */
export const DASH = { on: 3, off: 2 };

/** What cloths are dyed with, by hue; whoever draws says what a colour is. */
export type Dyes<C> = Readonly<{ paper: C; cloths: readonly C[]; hems: readonly C[]; hues: readonly C[] }>;

/** A colour, and how much of what lies under it is covered. */
export type Coat<C> = Readonly<{ colour: C; alpha: number }>;

export type ClothLook<C> = Readonly<{
  /** Laid on one another, the first one lowest. */
  coats: readonly Coat<C>[];
  /** The band at its top: its ground, the hue of its threads, and how much it covers. */
  band: Readonly<{ colour: C; hue: number; alpha: number }>;
  /** The line around it, its middle on the edge; its width in pixels of the screen. */
  line: Readonly<{ colour: C; width: number; dashed: boolean }>;
}>;

/**
 * How a cloth looks.
 *
 * @param target - whether what is carried would go to it
 * @param chosen - whether its theme is being looked at
 */
export function clothLook<C>(dyes: Dyes<C>, { theme, depth }: Cloth, target: boolean, chosen: boolean): ClothLook<C> {
  const { paper } = dyes;
  const { hue } = theme;
  const alpha = theme.status === "retired" ? RETIRED : 1;
  const strong = dyes.hues[hue] ?? paper;
  const coats: Coat<C>[] = [{ colour: dyes.cloths[hue] ?? paper, alpha }];
  if (depth > 0) coats.push({ colour: paper, alpha: 0.35 }); // a cloth on a cloth: a little lighter, so that its edge shows
  if (target) coats.push({ colour: strong, alpha: 0.14 });
  const hem = dyes.hems[hue] ?? paper;
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
export function asOneColour(coats: readonly Coat<string>[]): string {
  return coats.reduce(
    (under, { colour, alpha }) =>
      alpha === 1 ? colour : `color-mix(in srgb, ${colour} ${Math.round(alpha * 100)}%, ${under})`,
    "transparent",
  );
}
