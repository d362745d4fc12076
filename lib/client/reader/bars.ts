"use client";
/**
 * Lays the bars beside a turn along the marks in its words.
 *
 * One observer for all turns: it tells when a turn comes to the screen or is set in other lines. All that came together is
 * measured first and moved afterwards, so that a page is laid out once however many turns come.
 */

/** px, the height of a tag's name in the margin */
const LINE = 18;
const LEAST = 24;

type Watched = Readonly<{ words: HTMLElement; bars: HTMLElement }>;
type Laid = Readonly<{ id: string; top: number; height: number; tag: number }>;

const watched = new WeakMap<Element, Watched>();
let observer: ResizeObserver | undefined;

/** Keeps the bars of a turn where they belong until the returned function is called. */
export function followWords(words: HTMLElement, bars: HTMLElement): () => void {
  observer ??= new ResizeObserver((entries) => {
    const due = entries.flatMap(({ target }) => watched.get(target) ?? []);
    const laid = due.map((one) => placesOf(one));
    for (const [at, { bars: element }] of due.entries()) apply(element, laid[at] ?? []);
  });
  watched.set(words, { words, bars });
  observer.observe(words);
  return () => {
    observer?.unobserve(words);
    watched.delete(words);
  };
}

/** Lays the bars of one turn now: its quotes have changed, its size perhaps not. */
export function layBars(words: HTMLElement, bars: HTMLElement): void {
  if (words.checkVisibility({ contentVisibilityAuto: true })) apply(bars, placesOf({ words, bars }));
}

function placesOf({ words, bars }: Watched): Laid[] {
  const origin = words.getBoundingClientRect().top;
  const spans = new Map<string, { top: number; bottom: number }>();
  for (const element of words.querySelectorAll<HTMLElement>("[data-quotes]")) {
    const boxes = element.getClientRects();
    const first = boxes[0];
    const last = boxes[boxes.length - 1];
    if (!first || !last) continue;
    for (const id of (element.dataset["quotes"] ?? "").split(" ")) {
      const known = spans.get(id);
      if (known) known.bottom = last.bottom - origin;
      else spans.set(id, { top: first.top - origin, bottom: last.bottom - origin });
    }
  }
  const tagged = new Set(
    Array.from(bars.querySelectorAll<HTMLElement>(".reader-bar-tags"), (tag) => tag.dataset["of"]),
  );
  const laid: Laid[] = [];
  let below = -Infinity;
  for (const bar of bars.querySelectorAll<HTMLElement>(".reader-bar")) {
    const id = bar.dataset["quote"] ?? "";
    const span = spans.get(id);
    if (!span) continue;
    const tag = Math.max(span.top, below);
    if (tagged.has(id)) below = tag + LINE;
    laid.push({ id, top: span.top, height: Math.max(LEAST, span.bottom - span.top), tag });
  }
  return laid;
}

function apply(bars: HTMLElement, laid: readonly Laid[]): void {
  const places = new Map(laid.map((one) => [one.id, one]));
  for (const bar of bars.querySelectorAll<HTMLElement>(".reader-bar")) {
    const place = places.get(bar.dataset["quote"] ?? "");
    if (!place) continue;
    bar.style.top = `${place.top}px`;
    bar.style.height = `${place.height}px`;
  }
  for (const tag of bars.querySelectorAll<HTMLElement>(".reader-bar-tags")) {
    const place = places.get(tag.dataset["of"] ?? "");
    if (place) tag.style.top = `${place.tag}px`;
    tag.hidden = !place;
  }
}
