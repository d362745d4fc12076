import type { BoardModel } from "./model.ts";

const HUES = 10;

/** The hue that the fewest themes of a board wear. */
export function nextHue(model: BoardModel): number {
  const worn = Array.from({ length: HUES + 1 }, () => 0);
  for (const { theme } of model.themes.values()) worn[theme.hue] = (worn[theme.hue] ?? 0) + 1;
  let best = 1;
  for (let hue = 2; hue <= HUES; hue++) if ((worn[hue] ?? 0) < (worn[best] ?? 0)) best = hue;
  return best;
}
