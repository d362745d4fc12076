/**
 * Themes as cloths on the board: how large each is drawn, which lies under a point, what lies inside.
 *
 * A cloth stretches to what lies on it: its drawn box is its own box together with its cards and the
 * cloths within it. So a card dropped near an edge never hangs over, and nobody has to tidy a frame.
 * A theme that is collapsed is drawn as a pile at the top left of that, and what lies in it is not drawn.
 * Knows nothing of the DOM.
 */
import { around, equal } from "./camera.ts";
import type { Box } from "./camera.ts";
import { HEM, PILE, TITLE } from "#lib/domain/board/measure.ts";
import type { SceneCard, SceneTheme } from "./scene.ts";

export type Cloth = Readonly<{
  theme: SceneTheme;
  box: Box; // as drawn
  whole: Box; // as it would be drawn if it were open
  need: Box | null; // what lies on it takes up, with the hem around; null where nothing does
  hidden: boolean; // lies in a pile
  depth: number; // 0: lies within no other
  count: number; // cards inside, also in themes within
  inside: readonly string[]; // the themes directly within
}>;

/**
 * Draws every theme's box, parents before what lies within them and in their order.
 * A theme whose parent is unknown counts as lying within none.
 *
 * @param before - cloths drawn earlier: those that would be drawn the same again are taken, all of them if all would
 */
export function cloths(
  themes: readonly SceneTheme[],
  cards: readonly SceneCard[],
  before: ReadonlyMap<string, Cloth> = new Map(),
): ReadonlyMap<string, Cloth> {
  const known = new Map(themes.map((theme) => [theme.id, theme]));
  const within = new Map<string | null, SceneTheme[]>();
  for (const theme of themes) {
    const parent = theme.parent !== null && known.has(theme.parent) ? theme.parent : null;
    const fellows = within.get(parent);
    if (fellows) fellows.push(theme);
    else within.set(parent, [theme]);
  }
  const spread = new Map<string, { x0: number; y0: number; x1: number; y1: number; count: number }>();
  for (const { theme, x, y, w, h } of cards) {
    if (theme === null) continue;
    const old = spread.get(theme);
    if (!old) spread.set(theme, { x0: x, y0: y, x1: x + w, y1: y + h, count: 1 });
    else {
      old.x0 = Math.min(old.x0, x);
      old.y0 = Math.min(old.y0, y);
      old.x1 = Math.max(old.x1, x + w);
      old.y1 = Math.max(old.y1, y + h);
      old.count++;
    }
  }
  const made = new Map<string, Cloth>();
  const order: string[] = [];
  const make = (theme: SceneTheme, depth: number, hidden: boolean): Cloth => {
    order.push(theme.id);
    const children = (within.get(theme.id) ?? []).toSorted(byOrd);
    const inner = children.map((child) => make(child, depth + 1, hidden || theme.collapsed));
    const own = spread.get(theme.id);
    const held: Box[] = inner.map(({ box }) => box);
    if (own) held.push({ x: own.x0, y: own.y0, w: own.x1 - own.x0, h: own.y1 - own.y0 });
    const content = around(held);
    const need = content && {
      x: content.x - HEM,
      y: content.y - TITLE,
      w: content.w + 2 * HEM,
      h: content.h + TITLE + HEM,
    };
    const whole = around(need ? [theme, need] : [theme]) ?? theme;
    const box = theme.collapsed ? { x: whole.x, y: whole.y, ...PILE } : whole;
    const count = inner.reduce((sum, child) => sum + child.count, own?.count ?? 0);
    const inside = inner.map((child) => child.theme.id);
    const cloth = { theme, box, whole, need, hidden, depth, count, inside };
    made.set(theme.id, cloth);
    return cloth;
  };
  for (const root of (within.get(null) ?? []).toSorted(byOrd)) make(root, 0, false);
  const sorted = new Map<string, Cloth>();
  let same = order.length === before.size;
  const places = [...before.keys()];
  order.forEach((id, at) => {
    const cloth = made.get(id);
    if (!cloth) return;
    const old = before.get(id);
    const kept = old && alike(old, cloth) ? old : cloth;
    same &&= kept === old && places[at] === id;
    sorted.set(id, kept);
  });
  return same ? before : sorted;
}

function alike(a: Cloth, b: Cloth): boolean {
  return (
    a.theme === b.theme &&
    a.depth === b.depth &&
    a.count === b.count &&
    a.hidden === b.hidden &&
    equal(a.box, b.box) &&
    equal(a.whole, b.whole) &&
    equal(a.need, b.need) &&
    a.inside.length === b.inside.length &&
    a.inside.every((id, at) => id === b.inside[at])
  );
}

function byOrd(a: SceneTheme, b: SceneTheme): number {
  return a.ord < b.ord ? -1 : a.ord > b.ord ? 1 : a.id < b.id ? -1 : 1;
}

const holds = (box: Box, x: number, y: number) => x >= box.x && x < box.x + box.w && y >= box.y && y < box.y + box.h;

/** The innermost theme under a board point, the last drawn among equals; `null` on bare paper. */
export function clothAt(
  all: ReadonlyMap<string, Cloth>,
  x: number,
  y: number,
  except?: ReadonlySet<string>,
): Cloth | null {
  let found: Cloth | null = null;
  for (const cloth of all.values()) {
    if (cloth.hidden || except?.has(cloth.theme.id) || !holds(cloth.box, x, y)) continue;
    if (!found || cloth.depth >= found.depth) found = cloth;
  }
  return found;
}

/** The themes whose cards are not drawn: piles, and what lies in them. */
export function shutOf(all: ReadonlyMap<string, Cloth>): Set<string> {
  const found = new Set<string>();
  for (const { theme, hidden } of all.values()) if (hidden || theme.collapsed) found.add(theme.id);
  return found;
}

/** A theme and all themes inside it, at any depth. */
export function family(all: ReadonlyMap<string, Cloth>, id: string): Set<string> {
  const found = new Set<string>();
  const walk = (theme: string) => {
    if (found.has(theme)) return;
    found.add(theme);
    for (const child of all.get(theme)?.inside ?? []) walk(child);
  };
  walk(id);
  return found;
}
