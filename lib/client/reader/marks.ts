"use client";
/** The quotes that stand in texts, with what is told of them where answers and hits are read. */
import { useMemo } from "react";
import { useFromRows } from "#lib/client/study/provider.tsx";
import type { TagView } from "./view.ts";

export type Mark = Readonly<{
  id: string;
  start: number;
  end: number;
  hue: number;
  tags: readonly TagView[];
  onBoard: boolean;
}>;

/** The quotes of each revision, with their tags. */
export function useMarksByRevision(tags: readonly TagView[]): ReadonlyMap<string, readonly Mark[]> {
  const found = useFromRows(["anchor", "tagging", "card"], (rows) => {
    const by = new Map<
      string,
      Readonly<{ id: string; start: number; end: number; tagIds: ReadonlySet<string>; onBoard: boolean }>[]
    >();
    for (const { quote, revision, start, end } of rows.all("anchor")) {
      const one = {
        id: quote,
        start,
        end,
        tagIds: new Set(rows.related("taggingsOfQuote", quote).map((tagging) => tagging.tag)),
        onBoard: rows.related("cardsOfQuote", quote).length > 0,
      };
      const list = by.get(revision);
      if (list) list.push(one);
      else by.set(revision, [one]);
    }
    return by;
  });
  return useMemo(() => {
    const marks = new Map<string, readonly Mark[]>();
    for (const [revision, list] of found) {
      marks.set(
        revision,
        list.map(({ tagIds, ...one }) => {
          const own = tags.filter((tag) => tagIds.has(tag.id));
          return { ...one, tags: own, hue: own.find((tag) => tag.hue)?.hue ?? 0 };
        }),
      );
    }
    return marks;
  }, [found, tags]);
}
