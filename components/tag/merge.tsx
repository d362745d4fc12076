"use client";
/** Asks which of several tags stays, says what will be, and why it is done. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Radio, RadioGroup } from "#components/ui/radio-group.tsx";
import { lineOf } from "#lib/client/tag/use.ts";
import type { CodebookView } from "#lib/client/tag/use.ts";
import { useFromRows } from "#lib/client/study/provider.tsx";
import { WhyField } from "./why.tsx";

type Props = Readonly<{
  book: CodebookView;
  /** Two or more, in the order of the tree. */
  tags: readonly string[];
  /** The one that stays, where that was said already. */
  into: string | null;
  onMerge: (into: string, from: readonly string[], reason: string) => void;
  onClose: () => void;
}>;

export function MergeDialog({ book, tags, into, onMerge, onClose }: Props) {
  const t = useTranslations("codebook");
  const common = useTranslations("common");
  const [kept, setKept] = useState(into ?? tags[0] ?? "");
  const [reason, setReason] = useState("");
  const from = tags.filter((tag) => tag !== kept);
  const nameOf = (tag: string) => book.nodes.get(tag)?.name || t("unnamed");
  const counts = useFromRows(
    ["tagging"],
    (rows) => {
      const carried = tags.map((tag) => rows.related("taggingsOfTag", tag).map(({ quote }) => quote));
      const quotes = new Set(carried.flat());
      return { quotes: quotes.size, doubles: carried.flat().length - quotes.size };
    },
    [tags],
  );
  const inner = from.flatMap((tag) => book.children.get(tag) ?? []).filter(({ id }) => !tags.includes(id)).length;
  return (
    <Dialog
      title={t("merge.title", { count: tags.length })}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      actions={
        <>
          <Button
            look="primary"
            onPress={() => {
              onClose();
              onMerge(kept, from, reason.trim());
            }}
          >
            {t("merge.do", { tag: nameOf(kept) })}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {common("cancel")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <RadioGroup label={t("merge.which")} value={kept} onChange={setKept}>
          {tags.map((tag) => (
            <Radio
              key={tag}
              value={tag}
              description={t("uses", {
                ...(book.nodes.get(tag)?.uses.own ?? { quotes: 0, sources: 0, participants: 0 }),
              })}
            >
              {lineOf(book.nodes, tag) || t("unnamed")}
            </Radio>
          ))}
        </RadioGroup>
        <p>{t("merge.what", { tag: nameOf(kept), quotes: counts.quotes, doubles: counts.doubles, inner })}</p>
        <WhyField value={reason} onChange={setReason} />
      </div>
    </Dialog>
  );
}
