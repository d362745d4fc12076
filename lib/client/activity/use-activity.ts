"use client";
/**
 * The log as it is read on the screen: parts of it that were fetched, the latest first, and what is new above them.
 *
 * What is new is fetched and kept apart until the person asks for it, so that nothing moves under their eyes.
 * Rules: docs/spec/activity.md, AC8 and AC9.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import { useSyncExternalStore } from "react";
import { useStudy } from "#lib/client/study/provider.tsx";
import { Part } from "#lib/domain/activity/shape.ts";
import type { Entry, Narrow, Thing } from "#lib/domain/activity/shape.ts";

export type Activity = Readonly<{
  entries: readonly Entry[];
  things: ReadonlyMap<string, Thing>;
  /** Where older ones begin; null where there are none. */
  next: number | null;
  /** How many came since; `more`: and others besides. */
  fresh: Readonly<{ count: number; more: boolean }>;
  busy: boolean;
  failed: boolean;
}>;

type Kept = Activity & Readonly<{ above: Part | null; upTo: number }>;

const NOTHING: Kept = {
  entries: [],
  things: new Map(),
  next: null,
  fresh: { count: 0, more: false },
  busy: true,
  failed: false,
  above: null,
  upTo: 0,
};
const PAUSE = 500; // milliseconds, so that many changes at once are asked for once

export function useActivity(narrow: Narrow): Activity & Readonly<{ older: () => void; show: () => void }> {
  const { study, state } = useStudy();
  const [kept, setKept] = useState<Kept>(NOTHING);
  const turn = useRef(0); // an answer to an older question is not shown
  const query = new URLSearchParams(
    Object.entries(narrow).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  ).toString();

  const fetchPart = useCallback(
    async (place: string): Promise<Part | null> => {
      const answer = await fetch(`/api/studies/${study}/activity?${[query, place].filter(Boolean).join("&")}`).catch(
        () => null,
      );
      return answer?.ok ? Part.parse(await answer.json()) : null;
    },
    [study, query],
  );

  const load = useCallback(async () => {
    const mine = ++turn.current;
    const { seq } = state;
    setKept((was) => ({ ...was, busy: true, failed: false }));
    const part = await fetchPart("");
    if (mine !== turn.current) return;
    if (!part) return setKept((was) => ({ ...was, busy: false, failed: true }));
    const upTo = Math.max(seq, part.entries[0]?.seq ?? 0);
    setKept({ ...NOTHING, ...part, things: thingsIn(new Map(), part), busy: false, upTo });
  }, [fetchPart, state]);
  useEffect(() => void load(), [load]);

  const { busy, next, upTo, above } = kept;
  const older = useCallback(async () => {
    if (busy || next === null) return;
    const mine = ++turn.current;
    setKept((was) => ({ ...was, busy: true, failed: false }));
    const part = await fetchPart(`before=${next}`);
    if (mine !== turn.current) return;
    setKept((was) =>
      part
        ? {
            ...was,
            entries: [...was.entries, ...part.entries],
            things: thingsIn(was.things, part),
            next: part.next,
            busy: false,
          }
        : { ...was, busy: false, failed: true },
    );
  }, [busy, next, fetchPart]);

  const seq = useSyncExternalStore(
    (listener) => state.subscribe(listener),
    () => state.seq,
    () => 0,
  );
  const known = Math.max(upTo, above?.entries[0]?.seq ?? 0);
  useEffect(() => {
    if (upTo === 0 || seq <= known) return;
    const mine = turn.current;
    const wait = setTimeout(async () => {
      const part = await fetchPart(`after=${upTo}`);
      if (!part || mine !== turn.current) return;
      setKept((was) => ({
        ...was,
        above: part.entries.length > 0 ? part : null,
        fresh: { count: part.entries.length, more: part.next !== null },
      }));
    }, PAUSE);
    return () => clearTimeout(wait);
  }, [seq, known, upTo, fetchPart]);

  const show = useCallback(() => {
    if (above === null) return;
    if (above.next !== null) return void load(); // there is a gap between what is new and what is shown
    setKept((was) => ({
      ...was,
      entries: [...above.entries, ...was.entries],
      things: thingsIn(was.things, above),
      upTo: Math.max(was.upTo, above.entries[0]?.seq ?? 0),
      above: null,
      fresh: { count: 0, more: false },
    }));
  }, [above, load]);

  return { ...kept, older: useCallback(() => void older(), [older]), show };
}

/** The things known so far with those of another part: what came later knows better. */
function thingsIn(known: ReadonlyMap<string, Thing>, { things }: Part): ReadonlyMap<string, Thing> {
  const all = new Map(known);
  for (const thing of things) all.set(thing.id, thing);
  return all;
}
