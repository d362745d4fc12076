/** What a correction changed, turn by turn, for people to read. */
import { groupsOf, runsOf } from "./course.ts";
import type { Run } from "./course.ts";
import { GAP } from "./told.ts";
import type { Told } from "./told.ts";

/** Turns that were one and the same before or after, with their words run by run; speakers where another one speaks. */
export type Difference = Readonly<{
  line: string;
  runs: readonly Readonly<{ kind: Run["kind"]; words: string }>[];
  speakers: Readonly<{ before: string | null; after: string | null }> | null;
}>;

type Line = Pick<Told, "line" | "words" | "speaker">;

export function differences(old: readonly Line[], next: readonly Line[]): Difference[] {
  return groupsOf(old, next).flatMap(({ a, b, x, y }): Difference[] => {
    const [before, after] = [old.slice(a, b), next.slice(x, y)];
    const said = [before, after].map((turns) => turns.map(({ words }) => words).join(GAP));
    const [was, is] = [before[0]?.speaker ?? null, after[0]?.speaker ?? null];
    const speakers = before.length > 0 && after.length > 0 && was !== is ? { before: was, after: is } : null;
    if (said[0] === said[1] && !speakers) return [];
    const runs = runsOf(said[0] ?? "", said[1] ?? "").map(({ kind, tokens }) => ({ kind, words: tokens.join("") }));
    return [{ line: before[0]?.line ?? after[0]?.line ?? "", runs, speakers }];
  });
}
