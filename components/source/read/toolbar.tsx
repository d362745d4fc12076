"use client";
/**
 * What floats at a selection: *Quote*, *Send to board*, a grip to carry it; and then the field for tags.
 *
 * Its buttons never take the page's selection away.
 */
import { EyeOff, GripHorizontal, Highlighter, Link2, Quote } from "lucide-react";
import { useTranslations } from "next-intl";
import { SendToBoard } from "#components/quote/send.tsx";
import { QuoteForm } from "#components/quote/form.tsx";
import type { BoardView, Choice, TagView } from "#lib/client/reader/view.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";

type Props = Readonly<{
  composing: boolean;
  had: readonly Choice[] | null; // the tags of the quote that is being tagged; null: a quote is being made
  beside: boolean; // a board is on the page
  tags: readonly TagView[];
  boards: readonly BoardView[];
  onCompose: () => void;
  onMake: (choices: readonly Choice[]) => void;
  onInVivo: () => void;
  onLink: () => void;
  onIdentify: () => void;
  onSend: (board: string, theme: string | null) => void;
  onCancel: () => void;
  onCarry: (press: PointerEvent) => void;
}>;

export function SelectionTool({
  composing,
  had,
  beside,
  tags,
  boards,
  onCompose,
  onMake,
  onInVivo,
  onLink,
  onIdentify,
  onSend,
  onCancel,
  onCarry,
}: Props) {
  const t = useTranslations("reader");
  if (composing) return <Composer had={had} tags={tags} onMake={onMake} onCancel={onCancel} />;
  return (
    <div
      role="toolbar"
      aria-label={t("selection")}
      className="floating flex items-center gap-0.5 p-1"
      onMouseDown={(event) => event.preventDefault()}
    >
      <Button look="quiet" size="small" onPress={onCompose} preventFocusOnPress>
        <Highlighter aria-hidden size={15} />
        {t("quote")}
        <Kbd className="ms-1">Q</Kbd>
      </Button>
      <IconButton icon={Quote} size="small" label={t("inVivo")} keys="V" onPress={onInVivo} preventFocusOnPress />
      <SendToBoard boards={boards} look="quiet" onSend={onSend} />
      <IconButton icon={Link2} size="small" label={t("copyLink")} keys="L" onPress={onLink} preventFocusOnPress />
      <IconButton icon={EyeOff} size="small" label={t("identify")} keys="I" onPress={onIdentify} preventFocusOnPress />
      {beside ? (
        <span
          title={t("dragHint")}
          aria-hidden
          className="inline-flex size-7 cursor-grab touch-none items-center justify-center rounded text-soft hover:bg-sunk touch:size-11"
          onPointerDown={(event) => {
            event.preventDefault();
            onCarry(event.nativeEvent);
          }}
        >
          <GripHorizontal size={16} />
        </span>
      ) : null}
    </div>
  );
}

function Composer({ had, tags, onMake, onCancel }: Pick<Props, "had" | "tags" | "onMake" | "onCancel">) {
  const t = useTranslations("reader");
  return (
    <div
      role="dialog"
      aria-label={t(had ? "tagsOfQuote" : "newQuote")}
      className="floating flex w-80 max-w-full flex-col gap-2 p-2"
      onKeyDown={(event) => event.key === "Escape" && onCancel()}
    >
      <QuoteForm tags={tags} had={had} onMake={onMake} onCancel={onCancel}>
        <span className="ms-auto text-[0.8125rem] text-soft touch:hidden">
          {t.rich("composeHint", { key: (keys) => <Kbd>{keys}</Kbd> })}
        </span>
      </QuoteForm>
    </div>
  );
}
