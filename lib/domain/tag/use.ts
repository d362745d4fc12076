/**
 * How often tags are used: quotes, sources and participants, each counted once; of a tag alone and with those in it.
 *
 * Rules: docs/spec/codebook.md, CB14 and CB15.
 */
import type { Voice } from "../finding/voice.ts";
import { byOrd } from "../order.ts";
import type { Rows } from "../study/rows.ts";
import { above } from "./tree.ts";

export type Use = Readonly<{ quotes: number; sources: number; participants: number }>;
/** `own`: of the tag alone; `all`: with the tags within it. */
export type Uses = Readonly<{ own: Use; all: Use }>;

type Sets = { quotes: Set<string>; sources: Set<string>; participants: Set<string> };
const none = (): Sets => ({ quotes: new Set(), sources: new Set(), participants: new Set() });
const sizes = ({ quotes, sources, participants }: Sets): Use => ({
  quotes: quotes.size,
  sources: sources.size,
  participants: participants.size,
});

/** The ids of a quote's live tags, in their order. */
export function tagsOf(rows: Rows, quote: string): readonly string[] {
  return rows
    .related("taggingsOfQuote", quote)
    .flatMap(({ tag }) => rows.live("tag", tag) ?? [])
    .toSorted(byOrd)
    .map(({ id }) => id);
}

/** The uses of every live tag. Cost: taggings times depth. */
export function usesOf(rows: Rows, voices: ReadonlyMap<string, Voice>): ReadonlyMap<string, Uses> {
  const parents = new Map([...rows.all("tag")].map(({ id, parent }) => [id, parent]));
  const own = new Map([...parents.keys()].map((id) => [id, none()]));
  const all = new Map([...parents.keys()].map((id) => [id, none()]));
  const lines = new Map([...parents.keys()].map((id) => [id, [id, ...above(parents, id)]]));
  for (const { tag, quote } of rows.all("tagging")) {
    const source = rows.live("quote", quote)?.source;
    if (source === undefined || !rows.live("source", source)) continue;
    const participant = voices.get(quote)?.participant ?? null;
    const add = (sets: Sets | undefined) => {
      sets?.quotes.add(quote);
      sets?.sources.add(source);
      if (participant !== null) sets?.participants.add(participant);
    };
    add(own.get(tag));
    for (const each of lines.get(tag) ?? []) add(all.get(each));
  }
  return new Map(
    [...parents.keys()].map((id) => [id, { own: sizes(own.get(id) ?? none()), all: sizes(all.get(id) ?? none()) }]),
  );
}
