/** The tree that the themes of a board make. */
import type { View } from "../study/rows.ts";

/** The themes that a theme stands in, nearest first. Ends where a parent is missing or repeats. */
export function ancestors(view: View, theme: string): string[] {
  const found: string[] = [];
  const seen = new Set([theme]);
  let parent = view.get("theme", theme)?.parent ?? null;
  while (parent !== null && !seen.has(parent)) {
    seen.add(parent);
    found.push(parent);
    parent = view.get("theme", parent)?.parent ?? null;
  }
  return found;
}

/** A theme and all live themes within it, parents before children. */
export function within(view: View, theme: string): string[] {
  const found = [theme];
  for (const id of found) {
    for (const child of view.related("themesOfParent", id)) if (!found.includes(child.id)) found.push(child.id);
  }
  return found;
}

/** How many levels a theme and what lies in it make: 1 where no theme lies in it. */
export function height(view: View, theme: string): number {
  let tallest = 0;
  for (const child of view.related("themesOfParent", theme)) tallest = Math.max(tallest, height(view, child.id));
  return tallest + 1;
}

/** Rows are written in the order of the changes, and a theme refers to its parent. */
export function parentsFirst<T extends { readonly id: string; readonly parent: string | null }>(
  themes: readonly T[],
): T[] {
  const known = new Map(themes.map((theme) => [theme.id, theme]));
  const depth = (theme: T): number => {
    const parent = theme.parent === null ? undefined : known.get(theme.parent);
    return parent ? depth(parent) + 1 : 0;
  };
  return themes.toSorted((a, b) => depth(a) - depth(b));
}
