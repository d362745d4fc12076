"use client";
/** The tags that were used last, each with its digit: one press tags the selection or the open quote. */
import { useTranslations } from "next-intl";
import { Kbd } from "#components/ui/kbd.tsx";
import { Swatch } from "#components/ui/swatch.tsx";
import type { TagView } from "#lib/client/reader/view.ts";

type Props = Readonly<{
  tags: readonly (TagView | null)[];
  keys: boolean;
  isDisabled: boolean;
  onChoose: (slot: number) => void;
}>;

export function QuickTags({ tags, keys, isDisabled, onChoose }: Props) {
  const t = useTranslations("reader");
  if (tags.every((tag) => tag === null)) return null;
  return (
    <div
      role="group"
      aria-label={t("quick")}
      className="flex gap-1 overflow-x-auto border-t border-line bg-paper px-3 py-1.5"
    >
      {tags.map((tag, slot) =>
        tag === null ? null : (
          <button
            key={tag.id}
            type="button"
            aria-disabled={isDisabled}
            title={isDisabled ? t("quickNothing") : tag.name}
            className={`flex h-7 max-w-48 shrink-0 items-center gap-1.5 rounded-md border border-line px-2 text-sm touch:h-11 ${
              isDisabled ? "text-soft" : "bg-raised hover:bg-sunk"
            }`}
            // The page's selection stays.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(slot)}
          >
            {keys ? <Kbd className="touch:hidden">{slot + 1}</Kbd> : null}
            {tag.hue ? <Swatch hue={tag.hue} size={10} /> : null}
            <bdi className="truncate">{tag.name}</bdi>
          </button>
        ),
      )}
    </div>
  );
}
