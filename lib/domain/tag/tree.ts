/** The tree that the tags of a study make. */
import type { Fault } from "../study/fault.ts";
import type { View } from "../study/rows.ts";
import { DEEPEST } from "./shape.ts";

/** What each live tag stands in. */
export type Parents = Map<string, string | null>;

/** The tags of a view that holds all of them (`related("tags")`). */
export function parentsOf(view: View): Parents {
  return new Map(view.related("tags", "").map(({ id, parent }) => [id, parent]));
}

/** The tags that a tag stands in, nearest first. Ends where a parent is missing or repeats. */
export function above(parents: Parents, tag: string): string[] {
  const found: string[] = [];
  const seen = new Set([tag]);
  let parent = parents.get(tag) ?? null;
  while (parent !== null && !seen.has(parent)) {
    seen.add(parent);
    found.push(parent);
    parent = parents.get(parent) ?? null;
  }
  return found;
}

/** What is wrong with a tree: a tag within itself, or one that stands too deep; null where nothing is. Cost: tags times depth. */
export function faultOf(parents: Parents): Fault | null {
  for (const tag of parents.keys()) {
    const ancestors = above(parents, tag);
    const top = ancestors.at(-1) ?? tag;
    if ((parents.get(top) ?? null) !== null && parents.has(parents.get(top) ?? ""))
      return { code: "tag.cycle", id: tag };
    if (ancestors.length >= DEEPEST) return { code: "tag.deep", id: tag };
  }
  return null;
}
