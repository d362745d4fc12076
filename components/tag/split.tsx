"use client";
/** Chooses quotes of a tag and where they go: to a new tag beside it or within, or to one that is there. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Radio, RadioGroup } from "#components/ui/radio-group.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useWords } from "#lib/client/study/provider.tsx";
import { lineOf, useQuotesOf } from "#lib/client/tag/use.ts";
import type { CodebookView } from "#lib/client/tag/use.ts";
import type { TagNode } from "#lib/client/tag/branch.ts";
import { PickTag } from "./pick.tsx";
import { WhyField } from "./why.tsx";

/** Where the quotes go. */
export type SplitInto = Readonly<{ tag: string } | { name: string; parent: string | null; hue: number | null }>;

type Props = Readonly<{
  book: CodebookView;
  tags: readonly TagNode[];
  tag: string;
  onSplit: (quotes: readonly string[], into: SplitInto, reason: string) => void;
  onClose: () => void;
}>;

type Where = "beside" | "within" | "there";

export function SplitDialog({ book, tags, tag, onSplit, onClose }: Props) {
  const t = useTranslations("codebook");
  const common = useTranslations("common");
  const words = useWords();
  const quotes = useQuotesOf(tag);
  const node = book.nodes.get(tag);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [wanted, setWanted] = useState("");
  const [where, setWhere] = useState<Where>("beside");
  const [name, setName] = useState("");
  const [there, setThere] = useState<string | null>(null);
  const [picking, setPicking] = useState(false);
  const [reason, setReason] = useState("");
  const scroll = useRef<HTMLDivElement>(null);
  const looked = wanted.trim().toLowerCase();
  const shown = quotes.filter(
    ({ id }) => looked === "" || (words.quote(id)?.words ?? "").toLowerCase().includes(looked),
  );
  // oxlint-disable-next-line react/incompatible-library -- its functions are called while rendering, and never memoised
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 64,
    overscan: 6,
    getItemKey: (at) => shown[at]?.id ?? at,
  });
  if (!node) return null;
  const going = quotes.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const ready = going.length > 0 && (where === "there" ? there !== null : name.trim() !== "");
  const put = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids)
      if (on) next.add(id);
      else next.delete(id);
    setChosen(next);
  };
  return (
    <>
      <Dialog
        title={t("split.title", { tag: node.name })}
        width="wide"
        isOpen
        onOpenChange={(open) => !open && onClose()}
        actions={
          <>
            <Button
              look="primary"
              isDisabled={!ready}
              onPress={() => {
                onClose();
                const fresh = {
                  name: name.trim(),
                  parent: where === "within" ? tag : node.parent,
                  hue: node.hue || null,
                };
                onSplit(going, where === "there" && there !== null ? { tag: there } : fresh, reason.trim());
              }}
            >
              {t("split.do", { count: going.length })}
            </Button>
            <Button look="quiet" onPress={onClose}>
              {common("cancel")}
            </Button>
          </>
        }
      >
        <div className="grid gap-5 md:grid-cols-[1.3fr_1fr]">
          <section aria-label={t("split.which")} className="flex min-w-0 flex-col gap-2">
            <h3 className="font-semibold">{t("split.which")}</h3>
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <SearchField label={t("split.find")} value={wanted} onChange={setWanted} className="grow" />
              <Checkbox
                isSelected={shown.length > 0 && shown.every(({ id }) => chosen.has(id))}
                isIndeterminate={shown.some(({ id }) => chosen.has(id)) && !shown.every(({ id }) => chosen.has(id))}
                onChange={(on) =>
                  put(
                    shown.map(({ id }) => id),
                    on,
                  )
                }
              >
                {t("split.all", { count: shown.length })}
              </Checkbox>
            </div>
            <div ref={scroll} className="h-64 overflow-auto rounded-md border border-line md:h-96">
              <ul className="relative" style={{ height: virtual.getTotalSize() }}>
                {virtual.getVirtualItems().map((item) => {
                  const quote = shown[item.index];
                  if (!quote) return null;
                  const said = words.quote(quote.id);
                  return (
                    <li
                      key={quote.id}
                      ref={virtual.measureElement}
                      data-index={item.index}
                      aria-posinset={item.index + 1}
                      aria-setsize={shown.length}
                      className="absolute inset-x-0 top-0 border-b border-line/70 px-3 py-1.5"
                      style={{ translate: `0 ${item.start}px` }}
                    >
                      <Checkbox
                        isSelected={chosen.has(quote.id)}
                        onChange={(on) => put([quote.id], on)}
                        description={quote.code}
                      >
                        <span lang={said?.lang} dir="auto" className="line-clamp-3 text-[0.9375rem]">
                          {said?.words ?? "…"}
                        </span>
                      </Checkbox>
                    </li>
                  );
                })}
              </ul>
            </div>
          </section>
          <div className="flex min-w-0 flex-col gap-4">
            <RadioGroup label={t("split.where")} value={where} onChange={(value) => setWhere(value as Where)}>
              <Radio value="beside">{t("split.beside")}</Radio>
              <Radio value="within">{t("split.within", { tag: node.name })}</Radio>
              <Radio value="there">{t("split.there")}</Radio>
            </RadioGroup>
            {where === "there" ? (
              <p className="flex flex-wrap items-center gap-2">
                {there === null ? null : <bdi className="font-semibold">{lineOf(book.nodes, there)}</bdi>}
                <Button size="small" onPress={() => setPicking(true)}>
                  {t("split.pick")}
                </Button>
              </p>
            ) : (
              <TextField label={t("split.name")} value={name} onChange={setName} maxLength={200} />
            )}
            <WhyField value={reason} onChange={setReason} />
          </div>
        </div>
      </Dialog>
      {picking ? (
        <PickTag
          title={t("split.pick")}
          none={null}
          nodes={book.nodes}
          tags={tags.filter(({ id }) => id !== tag)}
          onPick={setThere}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </>
  );
}
