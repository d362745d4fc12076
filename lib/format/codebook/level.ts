/** Levels of tags that stand in their names, as in `Trust › Officers`. Rules: docs/spec/codebook.md, CB21. */
import { fold } from "#lib/domain/tag/draft.ts";

export const SIGNS = ["›", "::", "\\", ">", "»"] as const;
/** What tools call the top of a codebook, folded. */
export const ROOTS = new Set(["codes", "nodes", "codiau", "tags", "tagiau"]);

/** The sign between levels in names: one with which some name leads to a tag that has a row itself, or that most hold. */
export function signOf(names: readonly string[]): string | null {
  const whole = new Set(names.map(fold));
  for (const sign of SIGNS) {
    const cut = names.map(splitter(sign)).filter((path) => path.length > 1);
    if (cut.length === 0) continue;
    const joined = cut.filter((path) => {
      const all = names.filter((name) => fold(name) === fold(path[0] ?? ""));
      return all.length > 0 || whole.has(fold(path.slice(0, -1).join(sign)));
    });
    if (joined.length > 0 || cut.length * 2 >= names.length) return sign;
  }
  return null;
}

/** Takes a name apart at a sign; whole where there is none. */
export function splitter(sign: string | null): (name: string) => string[] {
  if (sign === null) return (name) => [name];
  return (name) =>
    name
      .split(sign)
      .map((part) => part.trim())
      .filter((part) => part !== "");
}

/** A name on one line. */
export function oneLine(words: string): string {
  return words.replace(/\s*\n\s*/gu, " ").trim();
}
