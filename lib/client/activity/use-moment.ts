"use client";
/** A study as it was, fetched and kept for as long as it is looked at. */
import { useEffect, useState } from "react";
import { useStudy } from "#lib/client/study/provider.tsx";
import { pastOf } from "#lib/client/study/past.tsx";
import type { OpenStudy } from "#lib/client/study/session.ts";
import { unzipped } from "#lib/client/study/unzipped.ts";
import { StudyState } from "#lib/client/study/state.ts";
import type { Moment } from "#lib/domain/activity/shape.ts";
import { unpack } from "#lib/domain/study/packed.ts";

export type Looked = Readonly<{ moment: Moment; past: OpenStudy }>;
export type Looking = Readonly<{ looked: Looked | null; busy: boolean; failed: boolean }>;

/**
 * @param place - `at=12`, a place in the log, or `on=2026-03-03T14:05`; null asks for nothing
 * @returns the moment; while the next one is on its way, the one before
 */
export function useMoment(place: string | null): Looking {
  const session = useStudy();
  const { study } = session;
  const [looking, setLooking] = useState<Looking & { place: string | null }>({
    looked: null,
    busy: false,
    failed: false,
    place: null,
  });
  useEffect(() => {
    if (place === null) return;
    const stop = new AbortController();
    void (async () => {
      const moment = await fetchMoment(study, place, stop.signal);
      if (stop.signal.aborted) return;
      if (!moment) return setLooking((was) => ({ ...was, busy: false, failed: true, place }));
      const state = new StudyState(session.me.id);
      state.load({ epoch: "past", seq: moment.seq, rows: unpack(moment.packed) });
      setLooking({ looked: { moment, past: pastOf(session, state) }, busy: false, failed: false, place });
    })();
    return () => stop.abort();
  }, [session, study, place]);
  if (place === null) return { looked: null, busy: false, failed: false };
  return { ...looking, busy: looking.place !== place };
}

async function fetchMoment(study: string, place: string, signal: AbortSignal): Promise<Moment | null> {
  try {
    const answer = await fetch(`/api/studies/${study}/past?${place}`, { signal });
    if (!answer.ok) return null;
    return (await unzipped(answer).json()) as Moment; // our own server's, of the same version; its rows are looked at by `unpack`
  } catch {
    return null;
  }
}
