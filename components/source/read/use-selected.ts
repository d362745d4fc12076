"use client";
/**
 * What is selected of a text. The page's own selection is the one truth of it, until words are typed for it (tags, or
 * what is to be found): then the span is held here and shown as a highlight.
 */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { RefObject } from "react";
import { select, selectedSpan } from "#lib/client/reader/selection.ts";
import type { Reading, Span } from "#lib/domain/source/reading.ts";

/**
 * @param held - the page's selection does not count now
 * @param drawn - changes whenever the words on the page may have been drawn anew
 */
export function useSelected(
  page: RefObject<HTMLElement | null>,
  { turns, lang }: Reading,
  held: RefObject<boolean>,
  drawn: unknown,
) {
  const [selected, setSelected] = useState<Span | null>(null);
  const pressed = useRef(false);

  const read = useCallback(
    (snap: boolean) => {
      const root = page.current;
      if (!root || held.current) return;
      const span = selectedSpan(root, turns, lang);
      if (span && snap) select(root, turns, span);
      setSelected((old) => (old && span && old.start === span.start && old.end === span.end ? old : span));
    },
    [page, held, turns, lang],
  );

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const changed = () => {
      clearTimeout(waiting);
      if (!pressed.current) waiting = setTimeout(() => read(false), 120);
    };
    const up = (event: PointerEvent) => {
      if (!pressed.current) return;
      pressed.current = false;
      // The selection is settled only after the event; words are snapped where that does not fight a finger.
      setTimeout(() => read(event.pointerType === "mouse"), 0);
    };
    document.addEventListener("selectionchange", changed);
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", up);
    return () => {
      clearTimeout(waiting);
      document.removeEventListener("selectionchange", changed);
      window.removeEventListener("pointerup", up);
      window.removeEventListener("pointercancel", up);
    };
  }, [read]);

  // A colleague's quote redraws the words under a selection: it is set again where it was.
  useLayoutEffect(() => {
    const root = page.current;
    if (!root || !selected || held.current || pressed.current) return;
    const now = selectedSpan(root, turns, lang);
    if (now && now.start === selected.start && now.end === selected.end) return;
    const holder = document.activeElement;
    if (!holder || holder === document.body || root.contains(holder)) select(root, turns, selected);
    // Only what is drawn matters here: a change of the selection itself is not undone.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [drawn]);

  const forget = useCallback(() => {
    setSelected(null);
    document.getSelection()?.removeAllRanges();
  }, []);
  return { selected, setSelected, pressed, forget } as const;
}
