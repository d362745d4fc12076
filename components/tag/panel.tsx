"use client";
/** One tag in full: its texts, edited in place; its example; how it is used, by which quotes; and what became of it. */
import { FolderInput, Merge, Plus, Split, Star, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import * as Aria from "react-aria-components";
import { BilingualPad } from "#components/pad/bilingual-pad.tsx";
import { BilingualText } from "#components/ui/bilingual-text.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Link } from "#components/ui/link.tsx";
import { Swatch } from "#components/ui/swatch.tsx";
import { useRow, useWords } from "#lib/client/study/provider.tsx";
import type { Deeds } from "#lib/client/tag/deeds.ts";
import { lineOf, useQuotesOf } from "#lib/client/tag/use.ts";
import type { CodebookView } from "#lib/client/tag/use.ts";
import type { Lang } from "#lib/domain/field.ts";
import { TEXTS } from "#lib/domain/tag/shape.ts";
import type { TextField } from "#lib/domain/tag/shape.ts";
import { History } from "./history.tsx";
import type { TagAction } from "./row.tsx";

type Props = Readonly<{
  book: CodebookView;
  tag: string;
  mayChange: boolean;
  deeds: Deeds;
  /** Puts the cursor into the name when it appears. */
  naming: boolean;
  onAction: (action: TagAction) => void;
  quoteHref: (source: string, quote: string) => string;
}>;

const HUES = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"] as const;
const PAGE = 20;

export function TagPanel({ book, tag, mayChange, deeds, naming, onAction, quoteHref }: Props) {
  const t = useTranslations("codebook");
  const common = useTranslations("common");
  const words = useWords();
  const node = book.nodes.get(tag);
  if (!node) return null;
  const inner = book.children.get(tag)?.length ?? 0;
  const look = (field: TextField | "name") => ({
    level: 3 as const,
    isCompact: true,
    isReadOnly: !mayChange,
    value: { en: words.exactly(tag, field, "en")?.words ?? "", cy: words.exactly(tag, field, "cy")?.words ?? "" },
  });
  const rename = (lang: Lang, now: string) => {
    const other: Lang = lang === "en" ? "cy" : "en";
    // A tag has a name in one language at least: an emptied one comes back.
    if (now === "" && !words.exactly(tag, "name", other)?.words) return;
    deeds.rename(tag, lang, now);
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="text-soft">
        {node.parent === null ? null : (
          <>
            <bdi>{t("in", { path: lineOf(book.nodes, node.parent) })}</bdi>
            <br />
          </>
        )}
        {node.uses.own.quotes === 0 ? t("noQuotes") : t("uses", { ...node.uses.own })}
        {inner > 0 ? (
          <>
            <br />
            {t("usesWithin", { ...node.uses.all, inner })}
          </>
        ) : null}
      </p>
      <BilingualText
        {...look("name")}
        onSave={rename}
        key={`name ${tag} ${naming}`}
        label={t("name")}
        isLine
        maxLength={200}
        takesFocus={naming}
      />
      {TEXTS.map((field) => (
        <BilingualPad
          {...look(field)}
          subject={tag}
          field={field}
          key={`${field} ${tag}`}
          label={t(`text.${field}`)}
          description={t(`textHelp.${field}`)}
          rows={2}
        />
      ))}
      <Aria.RadioGroup
        value={String(node.hue)}
        isDisabled={!mayChange}
        onChange={(hue) => deeds.colour(tag, hue === "0" ? null : Number(hue))}
        className="flex flex-col gap-1.5"
      >
        <Aria.Label className="font-semibold">{t("colour")}</Aria.Label>
        <div className="flex flex-wrap gap-1">
          {["0", ...HUES].map((hue) => {
            const name = hue === "0" ? t("noColour") : common(`hue.${hue as (typeof HUES)[number]}`);
            return (
              <Aria.Radio
                key={hue}
                value={hue}
                aria-label={name}
                className="flex w-15 flex-col items-center gap-0.5 rounded border border-transparent p-1 text-center text-xs text-soft ring-none data-focus-visible:ring-focus data-hovered:bg-sunk data-selected:border-line-strong data-selected:text-ink"
              >
                {hue === "0" ? (
                  <span aria-hidden className="size-6 rounded-[3px] border border-dashed border-line-strong" />
                ) : (
                  <Swatch hue={Number(hue)} size={24} />
                )}
                {name}
              </Aria.Radio>
            );
          })}
        </div>
      </Aria.RadioGroup>
      {mayChange ? (
        <div role="group" aria-label={t("menu", { tag: node.name })} className="flex flex-wrap gap-2">
          <Button size="small" onPress={() => onAction("add")}>
            <Plus aria-hidden size={15} />
            {t("action.add")}
          </Button>
          <Button size="small" onPress={() => onAction("move")}>
            <FolderInput aria-hidden size={15} />
            {t("action.move")}
          </Button>
          <Button size="small" onPress={() => onAction("merge")}>
            <Merge aria-hidden size={15} />
            {t("action.merge")}
          </Button>
          <Button size="small" isDisabled={node.uses.own.quotes === 0} onPress={() => onAction("split")}>
            <Split aria-hidden size={15} />
            {t("action.split")}
          </Button>
          <Button size="small" onPress={() => onAction("remove")}>
            <Trash2 aria-hidden size={15} />
            {t("action.remove")}
          </Button>
        </div>
      ) : null}
      <Quotes key={tag} tag={tag} mayChange={mayChange} deeds={deeds} quoteHref={quoteHref} />
      <History tag={tag} />
    </div>
  );
}

function Quotes({
  tag,
  mayChange,
  deeds,
  quoteHref,
}: Readonly<{ tag: string; mayChange: boolean; deeds: Deeds; quoteHref: Props["quoteHref"] }>) {
  const t = useTranslations("codebook");
  const words = useWords();
  const quotes = useQuotesOf(tag);
  const example = useRow("tag", tag)?.example ?? null;
  const [shown, setShown] = useState(PAGE);
  if (quotes.length === 0) return null;
  // The example stands first.
  const sorted = quotes.toSorted((a, b) => Number(b.id === example) - Number(a.id === example));
  return (
    <section aria-label={t("quotes")} className="flex flex-col gap-2 border-t border-line pt-3">
      <h3 className="font-semibold">{t("quotes")}</h3>
      <ol className="flex flex-col gap-2">
        {sorted.slice(0, shown).map(({ id, source, code }) => {
          const said = words.quote(id);
          const isExample = id === example;
          return (
            <li key={id} className="flex items-start gap-2 border-s-2 border-line ps-3">
              <div className="min-w-0 grow text-[0.9375rem]">
                {isExample ? <p className="text-sm font-semibold text-accent">{t("exampleQuote")}</p> : null}
                <p lang={said?.lang} dir="auto" className="line-clamp-4 whitespace-pre-line">
                  {said?.words ?? "…"}
                </p>
                <Link href={quoteHref(source, id)} className="text-sm">
                  {t("inSource", { source: code })}
                </Link>
              </div>
              {mayChange ? (
                <IconButton
                  icon={Star}
                  size="small"
                  isOn={isExample}
                  label={t("asExample")}
                  onPress={() => deeds.example(tag, isExample ? null : id)}
                />
              ) : null}
            </li>
          );
        })}
      </ol>
      {quotes.length > shown ? (
        <Button size="small" className="self-start" onPress={() => setShown(shown + 5 * PAGE)}>
          {t("moreQuotes", { count: Math.min(5 * PAGE, quotes.length - shown) })}
        </Button>
      ) : null}
    </section>
  );
}
