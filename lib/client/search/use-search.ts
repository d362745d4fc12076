"use client";
/**
 * A search as it goes: what is asked, the hits that came so far, and why there are none.
 *
 * The last search of a study stays in this tab's memory, so that whoever opens a hit finds the others again. It stands in no
 * address and in no storage: what people look for is nobody else's.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import { ask as askServer } from "#lib/client/ask.ts";
import { parseQuery } from "#lib/domain/search/query.ts";
import { Found, NO_FILTERS } from "#lib/domain/search/shape.ts";
import type { Cursor, Filters } from "#lib/domain/search/shape.ts";

export type Wanted = Readonly<{ words: string; filters: Filters }>;

/** Why nothing was found out. `start` and `end`: the part of what was written (`words`) that cannot be read. */
export type Fault = Readonly<{ code: string; words: string; start: number; end: number; seconds: number }>;

export type Search = Readonly<{
  /** What the hits belong to; null before the first search. */ of: Wanted | null;
  found: Found | null;
  busy: boolean;
  fault: Fault | null;
}>;

const NONE: Search = { of: null, found: null, busy: false, fault: null };
const kept = new Map<string, Search>();

export function useSearch(study: string): Readonly<{
  search: Search;
  /** Looks anew. Answers what was found, null where nothing could be. */ look: (
    wanted: Wanted,
  ) => Promise<Found | null>;
  /** Fetches the next hits. */ more: () => Promise<void>;
  forget: () => void;
}> {
  const [search, setSearch] = useState<Search>(() => ({ ...(kept.get(study) ?? NONE), busy: false }));
  const turn = useRef(0); // an answer to an older question is not shown
  useEffect(() => {
    kept.set(study, search);
  }, [study, search]);

  const look = useCallback(
    async (of: Wanted) => {
      const mine = ++turn.current;
      const read = parseQuery(of.words);
      if (!read.ok) {
        setSearch({ of: null, found: null, busy: false, fault: { words: of.words, seconds: 0, ...read.fault } });
        return null;
      }
      setSearch((was) => ({ ...was, busy: true, fault: null }));
      const answer = await fetchHits(study, of, null);
      if (mine !== turn.current) return null;
      const found = answer instanceof Object && "hits" in answer ? answer : null;
      setSearch({ of, found, busy: false, fault: found === null ? (answer as Fault) : null }); // hits or a fault
      return found;
    },
    [study],
  );

  const more = useCallback(async () => {
    const { of, found, busy } = search;
    if (!of || !found?.next || busy) return;
    const mine = ++turn.current;
    setSearch((was) => ({ ...was, busy: true, fault: null }));
    const answer = await fetchHits(study, of, found.next);
    if (mine !== turn.current) return;
    setSearch((was) => {
      if (!("hits" in answer)) return { ...was, busy: false, fault: answer };
      const known = new Set(found.hits.map(({ place }) => place));
      const hits = [...found.hits, ...answer.hits.filter(({ place }) => !known.has(place))];
      return { ...was, busy: false, found: { ...found, hits, next: answer.next } };
    });
  }, [study, search]);

  const forget = useCallback(() => {
    turn.current += 1;
    setSearch(NONE);
  }, []);

  return { search, look, more, forget };
}

/** What the last search of a study asked, to begin with. */
export function lastWanted(study: string): Wanted {
  return kept.get(study)?.of ?? { words: "", filters: NO_FILTERS };
}

async function fetchHits(study: string, { words, filters }: Wanted, after: Cursor | null): Promise<Found | Fault> {
  const answer = await askServer("POST", `/api/studies/${study}/search`, { words, filters, after });
  if (answer.ok) return Found.parse(answer.value);
  const { code, detail } = answer.fault;
  const number = (name: string) => (typeof detail[name] === "number" ? detail[name] : 0);
  return { code, words, start: number("start"), end: number("end"), seconds: number("seconds") };
}
