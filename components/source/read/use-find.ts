"use client";
/** What is looked for in the text that is open, and at which match one is. */
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import type { RefObject } from "react";
import { showMatches } from "#lib/client/reader/highlight.ts";
import { findIn, searchableTurns } from "#lib/domain/source/find.ts";
import type { Match } from "#lib/domain/source/find.ts";
import type { Turn } from "#lib/domain/source/reading.ts";

export type Finding = Readonly<{
  open: boolean;
  words: string;
  count: number;
  at: number; // from 0
  field: RefObject<HTMLInputElement | null>;
  begin: (words: string | null) => void;
  ask: (words: string) => void;
  step: (by: number) => void;
  close: () => void;
}>;

const NONE: readonly Match[] = [];

/**
 * @param from - the turn at which looking begins
 * @param go - brings a match to the screen
 * @param left - the bar was closed
 */
export function useFind(
  page: RefObject<HTMLElement | null>,
  scroll: RefObject<HTMLElement | null>,
  turns: readonly Turn[],
  from: () => number,
  go: (match: Match) => void,
  left: (match: Match | null) => void,
): Finding {
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const asked = useDeferredValue(words);
  const ready = useMemo(() => (open ? searchableTurns(turns) : null), [open, turns]);
  const matches = useMemo(() => (ready ? findIn(ready, asked) : NONE), [ready, asked]);

  const near = useRef({ from, go });
  near.current = { from, go };
  useEffect(() => {
    if (matches.length === 0) return setAt(0);
    const here = near.current.from();
    const next = Math.max(
      0,
      matches.findIndex((match) => match.turn >= here),
    );
    setAt(next);
    const match = matches[next];
    if (match) near.current.go(match);
  }, [matches]);

  useEffect(() => {
    const box = scroll.current;
    const root = page.current;
    if (!root || !box) return;
    let frame = 0;
    const show = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => showMatches(root, box, matches, at));
    };
    show();
    box.addEventListener("scroll", show, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      box.removeEventListener("scroll", show);
      showMatches(root, box, NONE, 0);
    };
  }, [page, scroll, matches, at]);

  const step = useCallback(
    (by: number) => {
      if (matches.length === 0) return;
      const next = (at + by + matches.length) % matches.length;
      setAt(next);
      const match = matches[next];
      if (match) near.current.go(match);
    },
    [matches, at],
  );
  return {
    open,
    words,
    count: matches.length,
    at,
    field,
    begin: (wanted) => {
      setOpen(true);
      if (wanted !== null) setWords(wanted);
      field.current?.focus();
      field.current?.select();
    },
    ask: setWords,
    step,
    close: () => {
      setOpen(false);
      left(matches[at] ?? null);
    },
  };
}
