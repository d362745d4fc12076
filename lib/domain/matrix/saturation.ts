/**
 * Saturation: what each source brought that none before it had.
 *
 * A team sees by it whether more interviews would bring more. Pure. Method: the cumulative count of codes by interview
 * of G. Guest, A. Bunce and L. Johnson, "How Many Interviews Are Enough?", Field Methods 18 (2006).
 * Rules: docs/spec/matrix.md, MX13 to MX15.
 */
import { flat } from "../finding/outline.ts";
import type { Arm } from "../finding/voice.ts";
import { tagsOf } from "./axis.ts";
import type { Ground } from "./axis.ts";
import { quotesBelow } from "./matrix.ts";

/** How many stand in a source, for the first time in it, and in all so far. */
type Step = Readonly<{ here: number; fresh: number; sofar: number }>;
export type SaturationStep = Readonly<{ source: string; quotes: number; tags: Step; themes: Step }>;

/** The sources of an arm in the order in which they were held. */
export function saturation(ground: Ground, arm: Arm): readonly SaturationStep[] {
  const { rows, voices } = ground;
  const themesOf = new Map<string, string[]>();
  for (const node of flat(ground.themes))
    for (const quote of quotesBelow(node)) themesOf.set(quote, [...(themesOf.get(quote) ?? []), node.id]);
  const tags = counter();
  const themes = counter();
  return [...rows.all("source")]
    .filter(({ kind }) => kind === arm)
    .toSorted((a, b) => (a.heldOn ?? LAST).localeCompare(b.heldOn ?? LAST) || a.number - b.number)
    .map(({ id }) => {
      const quotes = rows.related("quotesOfSource", id).filter((quote) => voices.get(quote.id)?.arm === arm);
      return {
        source: id,
        quotes: quotes.length,
        tags: tags(quotes.flatMap((quote) => tagsOf(rows, quote.id))),
        themes: themes(quotes.flatMap((quote) => themesOf.get(quote.id) ?? [])),
      };
    });
}

const LAST = "9999-12-31"; // behind every day on which somebody may have been heard

/** Counts what comes, and of that what has not come before. */
function counter(): (ids: readonly string[]) => Step {
  const seen = new Set<string>();
  return (ids) => {
    const here = new Set(ids);
    const before = seen.size;
    for (const id of here) seen.add(id);
    return { here: here.size, fresh: seen.size - before, sofar: seen.size };
  };
}

/** How many sources at the end brought nothing new; all of them where none ever did. */
export function bareAtEnd(steps: readonly SaturationStep[]): number {
  return steps.length - 1 - steps.findLastIndex(({ tags, themes }) => tags.fresh + themes.fresh > 0);
}
