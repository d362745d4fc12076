/**
 * The codebook as a list of rows: which tags are in sight, in which order and how deep; and where one goes that is moved.
 *
 * Pure; knows no screen. Rules: docs/spec/codebook.md, CB15 and CB30 to CB33.
 */
import { byOrd } from "#lib/domain/order.ts";
import { fold } from "#lib/domain/tag/draft.ts";
import type { Uses } from "#lib/domain/tag/use.ts";

/** A tag in words, with its use. */
export type TagNode = Readonly<{
  id: string;
  parent: string | null; // null also where the parent is not there
  ord: string;
  hue: number; // 0: none
  name: string;
  description: string;
  uses: Uses;
}>;
export type Nodes = ReadonlyMap<string, TagNode>;
/** The tags in each tag (null: at the top), in their own order. */
export type Children = ReadonlyMap<string | null, readonly TagNode[]>;

export type Sorting = "own" | "name" | "use";
export type View = Readonly<{
  sorting: Sorting;
  /** part of a name or description; blank: all */
  wanted: string;
  unused: boolean;
  closed: ReadonlySet<string>;
  /** whether uses are counted with those of the tags within */
  within: boolean;
  locale: string;
}>;

/** A row in sight. `at` of `of` siblings in sight, from 1; `open` null: nothing in it; `found` false: there for what is in it. */
export type Shown = Readonly<{
  id: string;
  depth: number;
  at: number;
  of: number;
  open: boolean | null;
  found: boolean;
}>;

export function childrenOf(nodes: Nodes): Children {
  const children = new Map<string | null, TagNode[]>();
  for (const node of [...nodes.values()].toSorted(byOrd)) {
    const list = children.get(node.parent);
    if (list) list.push(node);
    else children.set(node.parent, [node]);
  }
  return children;
}

/** Rule CB15. */
export function isUnused(node: TagNode): boolean {
  return node.uses.all.quotes === 0;
}

/** The rows in sight. Where something is looked for, every way to it is open. */
export function shownOf(children: Children, view: View): Shown[] {
  const wanted = fold(view.wanted);
  const looking = wanted !== "" || view.unused;
  const fits = (node: TagNode) =>
    (wanted === "" || fold(node.name).includes(wanted) || fold(node.description).includes(wanted)) &&
    (!view.unused || isUnused(node));
  const compare = new Intl.Collator(view.locale, { numeric: true }).compare;
  const use = ({ uses }: TagNode) => (view.within ? uses.all : uses.own).quotes;
  const inSight = new Map<string, boolean>();
  const look = (node: TagNode): boolean => {
    const inner = (children.get(node.id) ?? []).filter(look).length > 0; // all are asked
    const seen = inner || fits(node);
    inSight.set(node.id, seen);
    return seen;
  };
  for (const node of children.get(null) ?? []) look(node);

  const rows: Shown[] = [];
  const list = (parent: string | null, depth: number) => {
    const all = (children.get(parent) ?? []).filter((node) => inSight.get(node.id));
    const sorted =
      view.sorting === "own"
        ? all
        : all.toSorted((a, b) => (view.sorting === "use" ? use(b) - use(a) : 0) || compare(a.name, b.name));
    for (const [at, node] of sorted.entries()) {
      const inner = (children.get(node.id) ?? []).some((each) => inSight.get(each.id));
      const open = inner ? looking || !view.closed.has(node.id) : null;
      rows.push({ id: node.id, depth, at: at + 1, of: sorted.length, open, found: !looking || fits(node) });
      if (open) list(node.id, depth + 1);
    }
  };
  list(null, 0);
  return rows;
}

/** The names from the outermost to the tag's own. */
export function pathOf(nodes: Nodes, tag: string): string[] {
  const node = nodes.get(tag);
  return node ? [...(node.parent === null ? [] : pathOf(nodes, node.parent)), node.name] : [];
}

/** A tag and all that lies in it. */
export function familyOf(children: Children, tag: string): Set<string> {
  const found = new Set([tag]);
  for (const id of found) for (const inner of children.get(id) ?? []) found.add(inner.id);
  return found;
}

/** Of these tags, those that lie in none of the others, in the order of the tree. */
export function rootsOf(nodes: Nodes, order: readonly string[], chosen: ReadonlySet<string>): string[] {
  return order.filter((id) => {
    if (!chosen.has(id)) return false;
    for (let parent = nodes.get(id)?.parent ?? null; parent !== null; parent = nodes.get(parent)?.parent ?? null) {
      if (chosen.has(parent)) return false;
    }
    return true;
  });
}

/** Where something goes: into a tag or to the top (null), behind a sibling, first (null), or last (left out). */
export type Whither = Readonly<{ parent: string | null; after?: string | null }>;

/** One step of a tag among its siblings (up, down), into the one before it, or out of the one that it is in; null: it cannot. */
export function stepOf(
  nodes: Nodes,
  children: Children,
  tag: string,
  way: "up" | "down" | "in" | "out",
): Whither | null {
  const node = nodes.get(tag);
  if (!node) return null;
  const siblings = children.get(node.parent) ?? [];
  const at = siblings.findIndex(({ id }) => id === tag);
  const before = siblings[at - 1];
  if (way === "up") return before ? { parent: node.parent, after: siblings[at - 2]?.id ?? null } : null;
  if (way === "in") return before ? { parent: before.id } : null;
  if (way === "down") {
    const next = siblings[at + 1];
    return next ? { parent: node.parent, after: next.id } : null;
  }
  const outer = node.parent === null ? undefined : nodes.get(node.parent);
  return outer ? { parent: outer.parent, after: outer.id } : null;
}

export type Drop = Readonly<{ row: number; side: "before" | "into" | "behind"; to: Whither }>;

/**
 * Where what is dragged would come to lie; null where it cannot.
 *
 * @param y - how far down the list, in rows
 * @param ordered - rows lie in their own order, so that a place between two means something
 */
export function dropAt(
  rows: readonly Shown[],
  nodes: Nodes,
  children: Children,
  y: number,
  carried: ReadonlySet<string>,
  ordered: boolean,
): Drop | null {
  const at = Math.max(0, Math.min(rows.length - 1, Math.floor(y)));
  const shown = rows[at];
  const node = shown && nodes.get(shown.id);
  if (!shown || !node) return null;
  for (let up: TagNode | undefined = node; up; up = up.parent === null ? undefined : nodes.get(up.parent)) {
    if (carried.has(up.id)) return null; // nothing goes into itself
  }
  const part = y - at;
  if (!ordered || (part >= 0.28 && part <= 0.72)) return { row: at, side: "into", to: { parent: node.id } };
  if (part > 0.72) {
    if (shown.open) return { row: at, side: "behind", to: { parent: node.id, after: null } };
    return { row: at, side: "behind", to: { parent: node.parent, after: node.id } };
  }
  const siblings = (children.get(node.parent) ?? []).filter(({ id }) => !carried.has(id));
  const before = siblings[siblings.findIndex(({ id }) => id === node.id) - 1];
  return { row: at, side: "before", to: { parent: node.parent, after: before?.id ?? null } };
}
