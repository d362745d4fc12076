/** The board as a list of rows: themes with what lies in them, in order, then the unclustered cards. */
import type { BoardModel } from "./model.ts";

type Row = Readonly<{
  key: string;
  level: number;
  parent: string | null; // the key of the row that holds it
  position: number; // among its fellows, from 1
  size: number; // how many fellows there are, itself too
}>;
export type Branch =
  | (Row & Readonly<{ kind: "theme"; id: string; hue: number; count: number }>)
  | (Row & Readonly<{ kind: "loose"; count: number }>)
  | (Row & Readonly<{ kind: "card"; id: string; slot: number; theme: string | null }>);

const LOOSE = "loose";

/**
 * Lays the tree out. Within a theme its cards come first, then the themes in it.
 *
 * @param shut - keys of rows that are closed
 */
export function treeOf(model: BoardModel, shut: ReadonlySet<string>): Branch[] {
  const cards = new Map<string | null, number[]>();
  for (const slot of model.every()) {
    const key = model.themeOf(slot);
    const list = cards.get(key);
    if (list) list.push(slot);
    else cards.set(key, [slot]);
  }
  for (const list of cards.values()) list.sort((a, b) => compare(model, a, b));

  const rows: Branch[] = [];
  const loose = cards.get(null) ?? [];
  const roots = [...model.themes.values()].filter(({ depth }) => depth === 0).map(({ theme }) => theme.id);
  const put = (theme: string | null, parent: string, level: number, size: number) => {
    (cards.get(theme) ?? []).forEach((slot, index) => {
      const card = model.cards[slot];
      if (card)
        rows.push({ kind: "card", key: card.id, id: card.id, slot, theme, level, parent, position: index + 1, size });
    });
  };
  const walk = (id: string, level: number, parent: string | null, position: number, size: number) => {
    const cloth = model.themes.get(id);
    if (!cloth) return;
    rows.push({ kind: "theme", key: id, id, hue: cloth.theme.hue, count: cloth.count, level, parent, position, size });
    if (shut.has(id)) return;
    const own = cards.get(id)?.length ?? 0;
    put(id, id, level + 1, own + cloth.inside.length);
    cloth.inside.forEach((child, index) => walk(child, level + 1, id, own + index + 1, own + cloth.inside.length));
  };
  const size = roots.length + 1;
  roots.forEach((id, index) => walk(id, 0, null, index + 1, size));
  rows.push({ kind: "loose", key: LOOSE, count: loose.length, level: 0, parent: null, position: size, size });
  if (!shut.has(LOOSE)) put(null, LOOSE, 1, loose.length);
  return rows;
}

function compare(model: BoardModel, a: number, b: number): number {
  const left = model.cards[a];
  const right = model.cards[b];
  if (!left || !right) return 0;
  return left.ord < right.ord ? -1 : left.ord > right.ord ? 1 : left.id < right.id ? -1 : 1;
}
