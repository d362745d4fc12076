"use client";
/**
 * The bars beside a turn: one for each quote, in lanes, so that quotes that overlap are told apart without colour.
 *
 * Each bar is a button: what a mouse does by clicking into a highlight, a keyboard does here. Their places are
 * measured from the marks in the words, and only when the turn is on the screen.
 */
import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef, useState } from "react";
import type { RefObject } from "react";
import type { Mark } from "./pieces.ts";

type Place = Readonly<{ top: number; height: number; tag: number }>;
type Props = Readonly<{ words: RefObject<HTMLDivElement | null>; marks: readonly Mark[]; active: string | null }>;

const LINE = 18; // px, the height of a tag's name in the margin

export function Bars({ words, marks, active }: Props) {
  const t = useTranslations("reader");
  const [places, setPlaces] = useState<ReadonlyMap<string, Place>>(new Map());
  const seen = useRef(false);

  useLayoutEffect(() => {
    const element = words.current;
    if (!element) return;
    const measure = () => {
      seen.current = true;
      setPlaces(placesOf(element, marks));
    };
    if (seen.current) measure();
    // Tells also when a turn that was skipped comes to the screen.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [words, marks]);

  return (
    <div
      className="reader-bars"
      style={
        {
          "--lanes": Math.min(6, 1 + Math.max(...marks.map((mark) => mark.lane))),
        } as React.CSSProperties /* custom properties are not in the type */
      }
    >
      {marks.map((mark) => {
        const place = places.get(mark.id);
        return (
          <button
            key={mark.id}
            type="button"
            className="reader-bar"
            data-quote={mark.id}
            data-hue={mark.hue || undefined}
            data-active={mark.id === active || undefined}
            aria-pressed={mark.id === active}
            aria-label={t("bar", { words: mark.label, tags: mark.tags || t("noTags") })}
            title={mark.tags || t("noTags")}
            style={{
              top: place?.top ?? 0,
              height: place?.height ?? "100%",
              insetInlineStart: `${Math.min(mark.lane, 5) * 9}px`,
            }}
          >
            <span aria-hidden className="reader-bar-ink" />
          </button>
        );
      })}
      {marks.map((mark) => {
        const place = places.get(mark.id);
        if (!place || !mark.tags) return null;
        return (
          <span
            key={mark.id}
            aria-hidden
            className="reader-bar-tags"
            data-hue={mark.hue || undefined}
            data-quote={mark.id}
            style={{ top: place.tag }}
          >
            {mark.tags}
          </span>
        );
      })}
    </div>
  );
}

function placesOf(words: HTMLElement, marks: readonly Mark[]): Map<string, Place> {
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
  const places = new Map<string, Place>();
  let below = -Infinity;
  for (const { id, tags } of marks) {
    const span = spans.get(id);
    if (!span) continue;
    const tag = Math.max(span.top, below);
    if (tags) below = tag + LINE;
    places.set(id, { top: span.top, height: Math.max(24, span.bottom - span.top), tag });
  }
  return places;
}
