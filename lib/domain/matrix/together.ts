/**
 * What stands together: tags and themes, each with each.
 *
 * Pure; returns ids and numbers. Rules: docs/spec/matrix.md, MX11 and MX12.
 */
import { flat } from "../finding/outline.ts";
import type { Arm, Voice } from "../finding/voice.ts";
import { inTree, tagsOf } from "./axis.ts";
import type { Ground, Of } from "./axis.ts";
import { quotesBelow } from "./matrix.ts";
import type { Cell } from "./matrix.ts";

export const THINGS = ["theme", "tag"] as const;
export type Thing = (typeof THINGS)[number];

export type Together = Readonly<{
  rows: readonly string[];
  columns: readonly string[];
  /** quotes that carry both; participants and organisations that said something of both */
  cells: readonly (readonly Cell[])[];
}>;

/** Holds every one of the rows' things against every one of the columns'. Cost: things times things times quotes of the rarer one. */
export function together(ground: Ground, arm: Arm, down: Thing, across: Thing): Together {
  const rows = saidOf(ground, arm, down);
  const columns = across === down ? rows : saidOf(ground, arm, across);
  return {
    rows: [...rows.keys()],
    columns: [...columns.keys()],
    cells: [...rows.values()].map((one) => [...columns.values()].map((other) => meeting(one, other))),
  };
}

/** What each thing is by itself: how many participants and organisations spoke of it. */
export type Alone = ReadonlyMap<string, Of>;

export function alone(ground: Ground, arm: Arm, thing: Thing): Alone {
  return new Map(
    [...saidOf(ground, arm, thing)].map(([id, { participants, organisations }]) => [
      id,
      { participants: participants.size, organisations: organisations.size },
    ]),
  );
}

type Said = Readonly<{
  quotes: ReadonlySet<string>;
  participants: ReadonlySet<string>;
  organisations: ReadonlySet<string>;
}>;

/** Everything of one kind that is used in an arm, in its order, with what was said of it. */
function saidOf(ground: Ground, arm: Arm, thing: Thing): ReadonlyMap<string, Said> {
  const { rows, voices } = ground;
  const quotes = new Map<string, readonly string[]>();
  if (thing === "theme") for (const node of flat(ground.themes)) quotes.set(node.id, quotesBelow(node));
  else {
    const carrying = new Map<string, string[]>(inTree(rows).map((tag) => [tag, []]));
    for (const quote of voices.keys()) for (const tag of tagsOf(rows, quote)) carrying.get(tag)?.push(quote);
    for (const [tag, list] of carrying) quotes.set(tag, list);
  }
  const found = new Map<string, Said>();
  for (const [id, list] of quotes) {
    const those: readonly Voice[] = list
      .flatMap((quote) => voices.get(quote) ?? [])
      .filter((voice) => voice.arm === arm);
    if (those.length > 0)
      found.set(id, {
        quotes: new Set(those.map(({ quote }) => quote)),
        participants: new Set(those.flatMap(({ participant }) => participant ?? [])),
        organisations: new Set(those.flatMap(({ organisation }) => organisation ?? [])),
      });
  }
  return found;
}

function meeting(one: Said, other: Said): Cell {
  return {
    quotes: [...one.quotes.intersection(other.quotes)],
    participants: one.participants.intersection(other.participants).size,
    organisations: one.organisations.intersection(other.organisations).size,
  };
}
