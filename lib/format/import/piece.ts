/** What readers hand to the assembler: who said what and when, in order; and the tally of what was left out. */
import type { Dialect, Dropped, Rule, Warning } from "#lib/domain/import/draft.ts";

/** One stretch of speech. `label` as it stands in the file, null where nobody is named. */
export type Piece = { label: string | null; text: string; startMs: number | null; endMs: number | null };

/** A reader's findings. */
export type Read = Readonly<{
  dialect: Dialect;
  pieces: readonly Piece[];
  warnings: readonly Warning[];
  asking?: readonly string[]; // keys of those who ask, where the file itself says everybody's part
}>;

/** Counts what named rules leave out, with a few examples to show. */
export type Tally = Readonly<{ drop: (rule: Rule, example?: string) => void; list: () => Dropped[] }>;

export function tally(): Tally {
  const found = new Map<Rule, { count: number; examples: Set<string> }>();
  return {
    drop(rule, example) {
      const entry = found.get(rule) ?? { count: 0, examples: new Set<string>() };
      entry.count += 1;
      const short = example?.trim();
      if (short && entry.examples.size < 5) entry.examples.add(short.length > 120 ? `${short.slice(0, 119)}…` : short);
      found.set(rule, entry);
    },
    list: () => [...found].map(([rule, entry]) => ({ rule, count: entry.count, examples: [...entry.examples] })),
  };
}
