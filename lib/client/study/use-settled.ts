"use client";
/** What a screen that asks the server must know to ask at the right time. */
import { useSyncExternalStore } from "react";
import { useStandingOf, useStudy } from "./provider.tsx";

/**
 * How far the server has confirmed what is shown, and whether something of this person's is still on its way: what the server
 * would answer then is out of date. Renders again with either.
 */
export function useSettled(): Readonly<{ settled: number; waits: boolean }> {
  const session = useStudy();
  const unsent = useStandingOf("unsent");
  const subscribe = (listener: () => void) => session.subscribe(listener);
  const { state } = session;
  const settled = useSyncExternalStore(
    subscribe,
    () => state.seq,
    () => state.seq,
  );
  const furthest = useSyncExternalStore(
    subscribe,
    () => state.waiting.furthest,
    () => state.waiting.furthest,
  );
  return { settled, waits: unsent > 0 || furthest > settled };
}
