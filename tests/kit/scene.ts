/** Cards and themes of a board's scene, for tests that care for some of their fields only. */
import { SIZES } from "#lib/domain/board/measure.ts";
import type { SceneCard, SceneTheme } from "#lib/client/board/scene.ts";

/** A quote of middle size (or as large as `size` says) in no theme. */
export function sceneCard(given: Pick<SceneCard, "id" | "x" | "y"> & Partial<SceneCard>): SceneCard {
  const size = given.size ?? "m";
  const plain = { theme: null, kind: "quote", hue: 0, memos: 0, votes: 0, length: 100 } as const;
  return { ...plain, ...SIZES[size], size, ord: given.id, ...given };
}

/** An open candidate in no other theme. */
export function sceneTheme(given: Pick<SceneTheme, "id" | "x" | "y" | "w" | "h"> & Partial<SceneTheme>): SceneTheme {
  const plain = { parent: null, hue: 1, locked: false, collapsed: false, status: "candidate" } as const;
  return { ...plain, ord: given.id, ...given };
}
