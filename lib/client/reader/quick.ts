"use client";
/**
 * The nine tags that a person used last in a study, each under a digit.
 *
 * A tag keeps its digit as long as it is among the nine, so that a hand learns it; a new one takes the place of the one
 * that was used longest ago. Kept in this browser. Rules: docs/spec/quote.md, Q17.
 */
import { useCallback, useMemo, useState } from "react";
import * as z from "zod";
import { Id } from "#lib/domain/field.ts";
import type { TagView } from "./view.ts";

const SLOTS = 9;

/** A digit's tag, and when it was used: greater is later. */
type Slot = Readonly<{ tag: string; used: number }>;
const Slots = z.array(z.strictObject({ tag: Id, used: z.int() })).max(SLOTS);

/** Puts a tag that was just used among the nine. */
export function used(slots: readonly Slot[], tag: string): Slot[] {
  const now = Math.max(0, ...slots.map((slot) => slot.used)) + 1;
  if (slots.some((slot) => slot.tag === tag))
    return slots.map((slot) => (slot.tag === tag ? { tag, used: now } : slot));
  if (slots.length < SLOTS) return [...slots, { tag, used: now }];
  const oldest = slots.reduce((a, b) => (b.used < a.used ? b : a));
  return slots.map((slot) => (slot === oldest ? { tag, used: now } : slot));
}

/** The tags under the digits 1 to 9, and a function that says which was used. Tags that are gone leave their digit. */
export function useQuickTags(
  person: string,
  study: string,
  tags: readonly TagView[],
): readonly [readonly (TagView | null)[], (tag: string) => void] {
  const key = `carthen-quick-tags/${person}/${study}`;
  const [slots, setSlots] = useState<readonly Slot[]>(() => {
    try {
      return Slots.catch([]).parse(JSON.parse(localStorage.getItem(key) ?? "[]"));
    } catch {
      return []; // not JSON, or no storage here
    }
  });
  const use = useCallback(
    (tag: string) =>
      setSlots((old) => {
        const next = used(old, tag);
        try {
          localStorage.setItem(key, JSON.stringify(next));
        } catch {
          // A full or forbidden storage costs only this comfort.
        }
        return next;
      }),
    [key],
  );
  const views = useMemo(() => {
    const known = new Map(tags.map((tag) => [tag.id, tag]));
    return slots.map((slot) => known.get(slot.tag) ?? null);
  }, [slots, tags]);
  return [views, use];
}
