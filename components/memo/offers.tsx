"use client";
/**
 * The members whom the words that are being written could call: who they are, and the keys that choose among them.
 *
 * The focus stays in the text: arrows choose, Enter or Tab takes, Escape closes. Rules: docs/spec/memo.md, ME2 and ME11.
 */
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { useColleagues } from "#lib/client/study/use-colleagues.ts";
import { beginningAt, likely } from "#lib/domain/memo/called.ts";
import type { Named } from "#lib/domain/memo/called.ts";

const SHOWN = 8;

/** A text, or a line of it, and where the caret stands there, in UTF-16 units. */
export type Place = Readonly<{ text: string; caret: number }>;

type Offers = Readonly<{
  /** Something was written: this is what stands there now. */
  wrote: (place: Place) => void;
  close: () => void;
  /** Whether a key was for the list. */
  key: (key: string) => boolean;
  /** What the text says of the list to those who do not see it. */
  attributes: Readonly<
    Record<"aria-autocomplete", "list"> & Partial<Record<"aria-controls" | "aria-activedescendant", string>>
  >;
  list: React.ReactNode;
}>;

/** @param take - has the text call somebody at the place where a name was begun; whether it does then */
export function useOffers(take: (person: Named, place: Place) => boolean): Offers {
  const t = useTranslations("memo");
  const people = useColleagues();
  const id = useId();
  const [place, setPlace] = useState<Place | null>(null); // null: the list was closed, or nothing was written yet
  const [at, setAt] = useState(0);
  const begun = place && beginningAt(place.text, place.caret);
  const offered = begun ? likely(people, begun.typed).slice(0, SHOWN) : [];
  const chosen = offered[Math.min(at, offered.length - 1)];

  function called(person: Named) {
    if (!place || !take(person, place)) return;
    setPlace(null);
    announce(t("called", { name: person.name }));
  }

  return {
    wrote: (now) => {
      setPlace(now);
      setAt(0);
      const open = beginningAt(now.text, now.caret);
      if (open) announce(t("offered", { count: Math.min(likely(people, open.typed).length, SHOWN) }));
    },
    close: () => setPlace(null),
    key: (key) => {
      if (!chosen) return false;
      const by = { ArrowDown: 1, ArrowUp: -1 }[key];
      if (by !== undefined) setAt((now) => (Math.min(now, offered.length - 1) + by + offered.length) % offered.length);
      else if (key === "Enter" || key === "Tab") called(chosen);
      else if (key === "Escape") setPlace(null);
      else return false;
      return true;
    },
    attributes: {
      "aria-autocomplete": "list",
      ...(chosen && { "aria-controls": id, "aria-activedescendant": `${id}-${chosen.id}` }),
    },
    list: chosen ? (
      <ul role="listbox" id={id} aria-label={t("colleagues")} className="floating max-h-60 overflow-auto p-1">
        {offered.map((person) => (
          <li
            key={person.id}
            id={`${id}-${person.id}`}
            role="option"
            aria-selected={person === chosen}
            className="cursor-default rounded-md px-2 py-1.5 aria-selected:bg-accent-tint aria-selected:font-semibold"
            onPointerDown={(event) => {
              event.preventDefault(); // the focus stays in the text
              called(person);
            }}
          >
            {person.name}
          </li>
        ))}
      </ul>
    ) : null,
  };
}
