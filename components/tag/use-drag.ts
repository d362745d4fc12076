"use client";
/**
 * Dragging rows of the codebook with a mouse, a pen or a finger.
 *
 * All rows are equally high, so that the place under the pointer is arithmetic. Near an edge the list moves on; Escape
 * gives up. What a drag does, keys and the menu do too.
 */
import { useEffect, useRef, useState } from "react";
import type { Drop } from "#lib/client/tag/branch.ts";

const FAR = 6; // pixels before a press becomes a drag
const EDGE = 36; // pixels from an edge in which the list moves on

export type Carried = Readonly<{ tags: readonly string[]; x: number; y: number; drop: Drop | null }>;

type Options = Readonly<{
  scroll: React.RefObject<HTMLDivElement | null>;
  rowHeight: number;
  /** The height above the first row that scrolls along. */
  head: number;
  /** Where these would come to lie, `y` rows down the list. */
  find: (y: number, tags: readonly string[]) => Drop | null;
  onDrop: (tags: readonly string[], drop: Drop) => void;
}>;

/** What is being dragged, and the handler that begins it. */
export function useRowDrag(options: Options): {
  carried: Carried | null;
  begin: (press: React.PointerEvent, tags: readonly string[]) => void;
} {
  const [carried, setCarried] = useState<Carried | null>(null);
  const now = useRef(options);
  useEffect(() => {
    now.current = options;
  });
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  function begin(press: React.PointerEvent, tags: readonly string[]): void {
    if (press.button !== 0 || tags.length === 0) return;
    stop.current?.();
    const { pointerId, clientX, clientY } = press;
    let dragging = false;
    let at = { x: clientX, y: clientY };
    let drop: Drop | null = null;
    let frame = 0;
    const look = () => {
      const { scroll, rowHeight, head, find } = now.current;
      const box = scroll.current?.getBoundingClientRect();
      if (!box || !scroll.current) return;
      drop = find((at.y - box.top + scroll.current.scrollTop - head) / rowHeight, tags);
      setCarried({ tags, ...at, drop });
    };
    const creep = () => {
      frame = requestAnimationFrame(creep);
      const list = now.current.scroll.current;
      const box = list?.getBoundingClientRect();
      if (!list || !box) return;
      const before = list.scrollTop;
      if (at.y < box.top + EDGE + now.current.head) list.scrollTop -= 8;
      else if (at.y > box.bottom - EDGE) list.scrollTop += 8;
      if (list.scrollTop !== before) look();
    };
    const move = (event: PointerEvent) => {
      if (event.pointerId !== pointerId) return;
      at = { x: event.clientX, y: event.clientY };
      if (!dragging && Math.hypot(at.x - clientX, at.y - clientY) < FAR) return;
      if (!dragging) {
        dragging = true;
        frame = requestAnimationFrame(creep);
        document.documentElement.style.cursor = "grabbing";
      }
      event.preventDefault();
      look();
    };
    const end = () => {
      cancelAnimationFrame(frame);
      document.documentElement.style.cursor = "";
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", up);
      removeEventListener("pointercancel", end);
      removeEventListener("keydown", key, true);
      stop.current = null;
      setCarried(null);
    };
    const up = (event: PointerEvent) => {
      if (event.pointerId !== pointerId) return;
      const done = dragging ? drop : null;
      if (dragging) swallowClick();
      end();
      if (done) now.current.onDrop(tags, done);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !dragging) return;
      event.preventDefault();
      event.stopPropagation();
      swallowClick();
      end();
    };
    addEventListener("pointermove", move, { passive: false });
    addEventListener("pointerup", up);
    addEventListener("pointercancel", end);
    addEventListener("keydown", key, true);
    stop.current = end;
  }
  return { carried, begin };
}

/** The click that follows the end of a drag is none. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.stopPropagation();
    event.preventDefault();
  };
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }));
}
