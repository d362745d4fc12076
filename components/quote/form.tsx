"use client";
/** The tags of a quote that is about to be made, or of one that is there, and the buttons that settle them. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { Choice, TagView } from "#lib/client/reader/view.ts";
import { TagInput } from "./tag-input.tsx";

type Props = Readonly<{
  tags: readonly TagView[];
  /** The tags that it has; null: it is made now. */
  had?: readonly Choice[] | null;
  onMake: (choices: readonly Choice[]) => void;
  onCancel: () => void;
  /** Beside the buttons. */
  children?: React.ReactNode;
}>;

export function QuoteForm({ tags, had = null, onMake, onCancel, children }: Props) {
  const t = useTranslations("reader");
  const [chosen, setChosen] = useState<readonly Choice[]>(had ?? []);
  return (
    <>
      <TagInput
        autoFocus
        label={t("tagsOfQuote")}
        tags={tags}
        chosen={chosen}
        onChange={setChosen}
        onDone={onMake}
        onCancel={onCancel}
      />
      <div className="flex items-center gap-2">
        <Button look="primary" size="small" onPress={() => onMake(chosen)}>
          {t(had ? "setTags" : "make")}
        </Button>
        <Button look="quiet" size="small" onPress={onCancel}>
          {t("cancel")}
        </Button>
        {children}
      </div>
    </>
  );
}
