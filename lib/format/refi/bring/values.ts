/**
 * What is known of documents by variables: what stands at themselves, then what is known of their cases.
 *
 * Rules: docs/spec/refi.md, RF33 and RF36.
 */
import type { OpenProject } from "../read/open.ts";
import type { Value } from "../read/project.ts";
import type { Pen } from "./pen.ts";

/** The names of variables; the number of its place, from 1, where one has none. */
export function variablesOf({ variables }: Pick<OpenProject, "variables">): ReadonlyMap<string, string> {
  return new Map(variables.map(({ guid, name }, at) => [guid, name.trim() || `${at + 1}`]));
}

/** One value of each variable that is one: the first. Others of it are counted as lost, and those of none. */
export function valuesIn(all: readonly Value[], variables: ReadonlyMap<string, string>, pen: Pen): readonly Value[] {
  const known = new Map<string, Value>();
  for (const value of all) {
    const words = known.get(value.variable)?.words;
    if (words === undefined && variables.has(value.variable)) known.set(value.variable, value);
    else if (words !== value.words) pen.lose("moreValues");
  }
  return [...known.values()];
}
