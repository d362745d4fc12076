/**
 * What changed between two moments of a study: what came, what went, what is called otherwise, what became one, and where
 * quotes lie on a board now that lay elsewhere then.
 *
 * Pure: both moments are told as rows. Rules: docs/spec/activity.md, AC25.
 */
import { flowsBetween } from "../board/compare.ts";
import type { Flow, Lying } from "../board/compare.ts";
import type { Noun, Rows } from "../study/rows.ts";
import { slot } from "../wording/shape.ts";
import type { Field } from "../wording/shape.ts";

/** The nouns that are compared by coming and going, and the field that each is called by. */
export const COMPARED = {
  theme: "name",
  tag: "name",
  quote: null,
  insight: "body",
  finding: "statement",
  source: null,
  board: "name",
} as const satisfies Partial<Record<Noun, Field | null>>;
export type Compared = keyof typeof COMPARED;

export type Coming = Readonly<{ made: readonly string[]; gone: readonly string[] }>;
/** Something that is called otherwise in one language: phrases before and after; null where nothing is written. */
export type Renamed = Readonly<{ id: string; lang: "en" | "cy"; was: string | null; now: string | null }>;
export type Joined = Readonly<{ kind: "merge" | "split"; from: string; into: string; quotes: number }>;

export type Difference = Readonly<{
  coming: Readonly<Record<Compared, Coming>>;
  renamed: Readonly<Record<Compared, readonly Renamed[]>>;
  /** what became of tags */
  steps: readonly Joined[];
  /** on this board: from which theme to which quotes went, the largest ways first */
  flows: readonly Flow[];
}>;

const KINDS = Object.keys(COMPARED) as readonly Compared[]; // Object.keys loses the literal type

/** Tells what changed. Cost: one pass over the rows of both moments. */
export function differenceOf(then: Rows, now: Rows, board: string | null): Difference {
  const each = <T>(tell: (noun: Compared) => T) =>
    Object.fromEntries(KINDS.map((noun) => [noun, tell(noun)])) as Record<Compared, T>; // every kind has its entry
  return {
    coming: each((noun) => ({
      made: [...now.all(noun)].flatMap(({ id }) => (then.live(noun, id) ? [] : [id])),
      gone: [...then.all(noun)].flatMap(({ id }) => (now.live(noun, id) ? [] : [id])),
    })),
    renamed: each((noun) => {
      const field = COMPARED[noun];
      if (field === null) return [];
      return [...now.all(noun)].flatMap(({ id }) => {
        if (!then.live(noun, id)) return [];
        return (["en", "cy"] as const).flatMap((lang) => {
          const said = (rows: Rows) => rows.live("wording", slot(id, field, lang))?.phrase ?? null;
          const [was, is] = [said(then), said(now)];
          return was === is ? [] : [{ id, lang, was, now: is }];
        });
      });
    }),
    steps: [...now.all("tagStep")].flatMap(({ id, kind, from, into, quotes }) =>
      then.live("tagStep", id) ? [] : [{ kind, from, into, quotes }],
    ),
    flows:
      board === null ? [] : flowsBetween(lying(then, board), lying(now, board)).filter(({ from, to }) => from !== to),
  };
}

function lying(rows: Rows, board: string): Lying[] {
  return rows.related("cardsOfBoard", board).flatMap(({ quote, theme }) => (quote === null ? [] : [{ quote, theme }]));
}
