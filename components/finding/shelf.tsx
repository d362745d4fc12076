"use client";
/** The quotes of a theme beside its findings, to be dragged onto one. By keys the same is done in the dialog that chooses quotes. */
import { useDraggable } from "@dnd-kit/core";
import { GripVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { join } from "#components/ui/join.ts";
import { SearchField } from "#components/ui/search-field.tsx";
import { draggable } from "./dragging.ts";
import { sought } from "./quote-view.ts";
import type { QuoteView } from "./quote-view.ts";

/** A quote of the shelf. `cited`: how many findings cite it; `often`: how many quotes of this participant they cite. */
export type Shelved = QuoteView & Readonly<{ cited: number; often: number }>;

const SHOWN = 40; // who looks for more looks for words

export function Shelf({ quotes }: Readonly<{ quotes: readonly Shelved[] }>) {
  const t = useTranslations("findings");
  const [wanted, setWanted] = useState("");
  const found = sought(quotes, wanted);
  if (quotes.length === 0) return null;
  return (
    <aside
      aria-label={t("shelf.title")}
      className="sticky top-4 hidden max-h-[calc(100dvh-6rem)] flex-col gap-3 self-start rounded-lg border border-line bg-sunk p-3 xl:flex"
    >
      <div className="flex items-baseline justify-between gap-2">
        <h3 className="text-base font-semibold">{t("shelf.title")}</h3>
        <output className="text-sm text-soft tabular-nums">{t("shown", { count: found.length })}</output>
      </div>
      <p className="text-sm text-soft">{t("shelf.help")}</p>
      <SearchField label={t("search")} value={wanted} onChange={setWanted} />
      <ul
        className="flex min-h-0 flex-col gap-2 overflow-auto rounded-md focus-visible:ring-focus"
        // It scrolls: keys must be able to reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={t("shelf.title")}
      >
        {found.slice(0, SHOWN).map((quote) => (
          <Slip key={quote.id} quote={quote} />
        ))}
      </ul>
      {found.length > SHOWN ? <p className="text-sm text-soft">{t("shelf.more", { count: SHOWN })}</p> : null}
    </aside>
  );
}

function Slip({ quote }: Readonly<{ quote: Shelved }>) {
  const t = useTranslations("findings");
  const { setNodeRef, listeners, isDragging } = useDraggable(draggable(null, quote.id));
  return (
    // What is dragged by a pointer is no control: keys have the dialog.
    <li
      ref={setNodeRef}
      {...listeners}
      className={join(
        "flex cursor-grab touch-manipulation gap-1.5 rounded-md border border-line bg-raised p-2 select-none",
        isDragging && "opacity-40",
      )}
    >
      <GripVertical aria-hidden size={16} className="mt-1 shrink-0 text-soft" />
      <div className="min-w-0">
        <blockquote lang={quote.lang} dir="auto" className="line-clamp-4 text-sm">
          {quote.words ?? "…"}
        </blockquote>
        <p className="text-xs text-soft">
          {[
            quote.who,
            quote.cited > 0 ? t("shelf.cited", { count: quote.cited }) : "",
            quote.often > 1 ? t("often", { count: quote.often }) : "",
          ]
            .filter((part) => part !== "")
            .join(" · ")}
        </p>
      </div>
    </li>
  );
}
