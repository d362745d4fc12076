"use client";
/**
 * Which turns of a long text are drawn: at first those around the place where somebody reads, so that the text stands at
 * once; then, while nothing else is to be done, all of them.
 *
 * All, because a text that stands whole is one that the browser's own selection, a screen reader and a printer know;
 * what is far from the screen costs neither layout nor paint (`content-visibility`, docs/decisions/text-stands-whole.md).
 */
import { startTransition, useCallback, useEffect, useState } from "react";
import { flushSync } from "react-dom";

const BEFORE = 20;
const AFTER = 50;
const STEP = 240;

/** From one turn to another, `to` exclusive. */
export type Window = Readonly<{ from: number; to: number }>;

/**
 * @param first - the turn where reading begins
 * @returns what is drawn, and a function that has a turn drawn now
 */
export function useWindow(count: number, first: number): readonly [Window, (turn: number) => void] {
  const [span, setSpan] = useState<Window>(() => ({
    from: Math.max(0, first - BEFORE),
    to: Math.min(count, first + AFTER),
  }));
  const { from, to } = span;
  useEffect(() => {
    if (from === 0 && to >= count) return;
    // A frame in between: what was asked for first is seen first.
    const next = setTimeout(
      () =>
        startTransition(() =>
          setSpan((old) => ({ from: Math.max(0, old.from - STEP), to: Math.min(count, old.to + STEP) })),
        ),
      30,
    );
    return () => clearTimeout(next);
  }, [from, to, count]);
  const reach = useCallback(
    (turn: number) => {
      if (turn >= from && turn < to) return;
      flushSync(() =>
        setSpan((old) => ({
          from: Math.max(0, Math.min(old.from, turn - BEFORE)),
          to: Math.min(count, Math.max(old.to, turn + AFTER)),
        })),
      );
    },
    [from, to, count],
  );
  return [span, reach];
}
