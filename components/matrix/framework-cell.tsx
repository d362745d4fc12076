"use client";
/** One cell of the framework matrix beside the table: its summary, which several people write, and its quotes. */
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { BilingualPad } from "#components/pad/bilingual-pad.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { Desk } from "#lib/client/desk.ts";
import type { Voice } from "#lib/domain/finding/voice.ts";
import type { FrameCell } from "#lib/domain/matrix/framework.ts";
import type { CaseKind } from "#lib/domain/summary/shape.ts";
import { QuoteList } from "./cell-quotes.tsx";

type Named = Readonly<{ id: string; name: string }>;

export function FrameworkCell({
  desk,
  voices,
  of,
  whose,
  theme,
  cell,
  onClose,
}: Readonly<{
  desk: Desk;
  voices: ReadonlyMap<string, Voice>;
  of: CaseKind;
  whose: Named;
  theme: Named;
  cell: FrameCell;
  onClose: () => void;
}>) {
  const t = useTranslations("matrix");
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [begun, setBegun] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  const words = (summary: string) => ({
    en: desk.slot(summary, "summary", "en").words,
    cy: desk.slot(summary, "summary", "cy").words,
  });
  // One that was emptied is not shown beside another: merged themes bring theirs along.
  const summaries = cell.summaries.filter(
    (one, _, all) => all.length === 1 || words(one.id).en !== "" || words(one.id).cy !== "",
  );
  const begin = () => {
    setBegun(true);
    const about = of === "participant" ? { participant: whose.id } : { organisation: whose.id };
    desk.send({ kind: "summary.make", id: crypto.randomUUID(), theme: theme.id, of: about });
  };
  return (
    <aside
      aria-labelledby={id}
      className="flex max-h-[70dvh] flex-col gap-4 overflow-y-auto rounded-md border border-line bg-raised p-4"
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.nativeEvent.isComposing) onClose();
      }}
    >
      <header className="flex items-start justify-between gap-2">
        <h2 ref={heading} id={id} tabIndex={-1} className="text-lg leading-snug">
          {t("framework.panel", { case: whose.name, theme: theme.name })}
        </h2>
        <IconButton icon={X} label={t("framework.close")} onPress={onClose} />
      </header>
      {summaries.map((one, at) => (
        <BilingualPad
          key={one.id}
          subject={one.id}
          field="summary"
          level={3}
          isCompact
          label={t("framework.summary")}
          description={at > 0 ? t("framework.byOthers") : undefined}
          rows={5}
          value={words(one.id)}
          isReadOnly={!desk.mayChange}
          takesFocus={begun && at === 0}
        />
      ))}
      {summaries.length === 0 && desk.mayChange ? (
        <Button look="primary" className="self-start" onPress={begin}>
          {t("framework.begin")}
        </Button>
      ) : null}
      <section aria-labelledby={`${id}-quotes`}>
        <h3 id={`${id}-quotes`} className="font-semibold">
          {t("framework.quotes")}
        </h3>
        {cell.quotes.length === 0 ? (
          <p className="text-soft">{t("framework.noQuotes")}</p>
        ) : (
          <QuoteList desk={desk} voices={voices} quotes={cell.quotes} />
        )}
      </section>
    </aside>
  );
}
