/** What readers hand to the assembler: who said what and when, in order; and the tally of what was left out. */
import type { Dialect, DraftColumn, Dropped, Rule, Warning } from "#lib/domain/import/draft.ts";

/** One stretch of speech. `label` as it stands in the file, null where nobody is named. */
export type Piece = { label: string | null; text: string; startMs: number | null; endMs: number | null };

/** A reader's findings. */
export type Read = Readonly<{
  dialect: Dialect;
  pieces: readonly Piece[];
  warnings: readonly Warning[];
  columns?: readonly DraftColumn[]; // that may be what was said
  asking?: readonly string[]; // keys of those who ask, where the file itself says everybody's part
}>;

/** Counts what named rules leave out, with a few examples to show. */
export type Tally = Readonly<{
  drop: (rule: Rule, example?: string) => void;
  add: (other: Tally) => void; // what another tally counted, of a reading that was only tried at first
  list: () => Dropped[];
}>;

export function tally(): Tally {
  const found = new Map<Rule, { count: number; examples: Set<string> }>();
  const take = (rule: Rule, count: number, examples: readonly string[]) => {
    const entry = found.get(rule) ?? { count: 0, examples: new Set<string>() };
    entry.count += count;
    for (const example of examples) {
      const short = example.trim();
      if (short && entry.examples.size < 5) entry.examples.add(short.length > 120 ? `${short.slice(0, 119)}…` : short);
    }
    found.set(rule, entry);
  };
  return {
    drop: (rule, example) => take(rule, 1, example === undefined ? [] : [example]),
    add(other) {
      for (const { rule, count, examples } of other.list()) take(rule, count, examples);
    },
    list: () => [...found].map(([rule, entry]) => ({ rule, count: entry.count, examples: [...entry.examples] })),
  };
}
