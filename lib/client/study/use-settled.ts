"use client";
/** What a screen that asks the server must know to ask at the right time. */
import { useStandingOf, useStudy } from "./provider.tsx";

/**
 * How far the server has confirmed what is shown, and whether something of this person's is still on its way: what the server
 * would answer then is out of date. For components that are rendered anew with every change.
 */
export function useSettled(): Readonly<{ settled: number; waits: boolean }> {
  const { state } = useStudy();
  const unsent = useStandingOf("unsent");
  return { settled: state.seq, waits: unsent > 0 || state.waiting.furthest > state.seq };
}
