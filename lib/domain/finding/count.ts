/**
 * Counts who supports a theme: distinct quotes, participants and organisations, interviews and survey apart.
 *
 * Returns numbers, never sentences. Interviews and survey are never added up as support.
 * Rules: docs/spec/counting.md, C4 to C9.
 */
import type { Asked } from "./took.ts";
import { countVoices } from "./voice.ts";
import type { Voice } from "./voice.ts";

/** How much one arm of the study says for a theme; `of` is how many organisations took part in that arm. */
export type Tally = Readonly<{
  quotes: number;
  participants: number;
  organisations: number;
  of: number;
  kinds: readonly KindTally[];
}>;
/** The same for one kind of organisation. */
type KindTally = Readonly<{ kind: string; quotes: number; participants: number; organisations: number; of: number }>;
/** A theme with all that stands below it. `quotes` counts every distinct quote, also those that are nobody's evidence. */
export type ThemeCount = Readonly<{ theme: string; quotes: number; interview: Tally; survey: Tally }>;

export type CountRows = Readonly<{
  themes: Iterable<Readonly<{ id: string; parent: string | null; gone: boolean }>>;
  cards: Iterable<Readonly<{ theme: string | null; quote: string | null; gone: boolean }>>;
  organisations: Iterable<Readonly<{ id: string; kind: string; gone: boolean }>>;
  voices: ReadonlyMap<string, Voice>;
  asked: Asked;
}>;

/**
 * Counts every live theme with its sub-themes.
 *
 * A quote that lies twice under a theme counts once. Cost: cards times depth.
 */
export function count(rows: CountRows): ReadonlyMap<string, ThemeCount> {
  const parents = new Map<string, string | null>();
  for (const theme of rows.themes) if (!theme.gone) parents.set(theme.id, theme.parent);
  const quotes = new Map<string, Set<string>>([...parents.keys()].map((theme) => [theme, new Set()]));
  for (const card of rows.cards) {
    if (card.gone || card.quote === null || !rows.voices.has(card.quote)) continue;
    const seen = new Set<string>(); // a circle cannot be saved; if one is read anyway it must not hang the page
    for (let theme = card.theme; theme !== null && !seen.has(theme); theme = parents.get(theme) ?? null) {
      seen.add(theme);
      quotes.get(theme)?.add(card.quote);
    }
  }
  const kinds = new Map<string, string>();
  for (const one of rows.organisations) if (!one.gone) kinds.set(one.id, one.kind);
  const found = new Map<string, ThemeCount>();
  for (const [theme, ids] of quotes) {
    const said = [...ids].flatMap((id) => rows.voices.get(id) ?? []);
    found.set(theme, {
      theme,
      quotes: ids.size,
      interview: tally(
        said.filter((voice) => voice.arm === "interview"),
        rows.asked.interview,
        kinds,
      ),
      survey: tally(
        said.filter((voice) => voice.arm === "survey"),
        rows.asked.survey,
        kinds,
      ),
    });
  }
  return found;
}

/** Tallies the voices of one arm. */
function tally(said: readonly Voice[], of: ReadonlySet<string>, kinds: ReadonlyMap<string, string>): Tally {
  const kindOf = (organisation: string | null) => kinds.get(organisation ?? "") ?? null;
  const all = [...new Set([...of].flatMap((one) => kindOf(one) ?? []))].toSorted();
  return {
    ...countVoices(said),
    of: of.size,
    kinds: all.map((kind) => ({
      kind,
      ...countVoices(said.filter((voice) => kindOf(voice.organisation) === kind)),
      of: [...of].filter((one) => kindOf(one) === kind).length,
    })),
  };
}
