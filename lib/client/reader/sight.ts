"use client";
/** Which turns are in sight, and which have been for long enough to count as read. Rules: docs/spec/quote.md, Q14. */
import { useEffect } from "react";
import type { RefObject } from "react";
import type { Turn } from "#lib/domain/source/reading.ts";

const LOOK = 1000; // ms between two looks
const SETTLED = 300; // ms without scrolling until the place counts

type Sight = Readonly<{ first: number; last: number; whole: readonly number[] }>;

/** The turns between the upper and the lower edge of a box: the first, the last, and those whose end is seen. */
export function inSight(page: Element, box: Element): Sight | null {
  const { top, bottom } = box.getBoundingClientRect();
  const all = page.querySelectorAll<HTMLElement>("[data-turn]");
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.getBoundingClientRect().bottom ?? 0) > top + 1) high = middle;
    else low = middle + 1;
  }
  const whole: number[] = [];
  let last = -1;
  for (let at = low; at < all.length; at += 1) {
    const element = all[at];
    const edges = element?.getBoundingClientRect();
    if (!element || !edges || edges.top >= bottom) break;
    last = Number(element.dataset["turn"]);
    if (edges.bottom <= bottom + 1) whole.push(last);
  }
  return last < 0 ? null : { first: Number(all[low]?.dataset["turn"]), last, whole };
}

/**
 * Watches what is in sight.
 *
 * A turn counts as read when its end is in sight at two looks, a second apart, while the page is shown.
 */
export function useSight(
  page: RefObject<Element | null>,
  scroll: RefObject<Element | null>,
  turns: readonly Turn[],
  {
    be,
    readThese,
  }: Readonly<{
    be: (at: number) => void;
    readThese: (turns: readonly number[]) => void;
  }>,
): void {
  useEffect(() => {
    let before = new Set<number>();
    const look = () => {
      if (!page.current || !scroll.current || document.visibilityState !== "visible") return;
      const now = inSight(page.current, scroll.current);
      const both = (now?.whole ?? []).filter((at) => before.has(at));
      before = new Set(now?.whole);
      readThese(both);
    };
    const timer = setInterval(look, LOOK);
    return () => clearInterval(timer);
  }, [page, scroll, readThese]);

  useEffect(() => {
    const box = scroll.current;
    if (!box) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const scrolled = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        const now = page.current ? inSight(page.current, box) : null;
        const turn = now ? turns[now.first] : undefined;
        if (turn) be(turn.start);
      }, SETTLED);
    };
    box.addEventListener("scroll", scrolled, { passive: true });
    return () => {
      clearTimeout(waiting);
      box.removeEventListener("scroll", scrolled);
    };
  }, [page, scroll, turns, be]);
}
