"use client";
/** One quote of the tray: its words, who said them where, its tags. Hands report here; what they mean is the list's affair. */
import { Check, GripVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { TagChip } from "#components/tag/chip.tsx";
import { voiceOf } from "#lib/client/board/rows.ts";
import { useStudy, useWords } from "#lib/client/study/provider.tsx";
import { useBoard } from "../open.tsx";

type Props = Readonly<{
  ref: React.Ref<HTMLDivElement>;
  quote: string;
  index: number;
  size: number;
  top: number;
  isActive: boolean;
  isSelected: boolean;
  onFocus: () => void;
  onClick: (event: React.MouseEvent) => void;
  onOpen: () => void;
  onCarry: (press: PointerEvent) => void;
  /** Asks for the menu at a place in client pixels. */
  onMenu: (x: number, y: number) => void;
}>;

export function TrayRow({
  ref,
  quote,
  index,
  size,
  top,
  isActive,
  isSelected,
  onFocus,
  onClick,
  onOpen,
  onCarry,
  onMenu,
}: Props) {
  const t = useTranslations("board-tray");
  const board = useTranslations("board");
  const { rows } = useStudy().state;
  const words = useWords();
  const { lang } = useBoard();
  const said = words.quote(quote);
  const voice = voiceOf(rows, quote);
  const caption = [
    voice.pseudonym,
    voice.kind && board(`kind.${voice.kind}`),
    voice.source && board(`source.${voice.source}`),
  ].filter((part) => part !== null);
  const tags = voice.tags.flatMap((id) => {
    const name = words.wording(id, "name", lang)?.words;
    return name ? [{ id, name, hue: rows.get("tag", id)?.hue ?? 0 }] : [];
  });
  return (
    // Keys are heard by the list.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/prefer-tag-over-role
    <div
      ref={ref}
      data-index={index}
      role="option"
      tabIndex={isActive ? 0 : -1}
      aria-selected={isSelected}
      aria-posinset={index + 1}
      aria-setsize={size}
      className="board-tray-row group"
      style={{ translate: `0 ${top}px` }}
      onFocus={onFocus}
      onClick={onClick}
      onDoubleClick={onOpen}
      onContextMenu={(event) => {
        event.preventDefault();
        const box = event.currentTarget.getBoundingClientRect();
        onMenu(event.clientX || box.left + 40, event.clientY || box.top + 40);
      }}
      onPointerDown={(event) => {
        if (event.pointerType === "mouse" && event.button === 0 && !event.shiftKey) onCarry(event.nativeEvent);
      }}
    >
      <span data-check className="board-tray-check">
        <Check aria-hidden size={13} strokeWidth={3} />
      </span>
      <span className="flex min-w-0 grow flex-col gap-1">
        <span lang={said?.lang} dir="auto" className="line-clamp-5 text-[0.9375rem] leading-snug whitespace-pre-line">
          {said ? said.words : t("loading")}
        </span>
        <span className="text-[0.8125rem] text-soft">{caption.join(" · ")}</span>
        {tags.length > 0 ? (
          <span className="flex flex-wrap gap-1">
            {tags.map(({ id, name, hue }) => (
              <TagChip key={id} name={name} hue={hue} />
            ))}
          </span>
        ) : null}
      </span>
      <span
        aria-hidden
        title={t("drag")}
        className="inline-flex size-7 shrink-0 cursor-grab touch-none items-center justify-center rounded text-soft opacity-0 group-hover:opacity-100 touch:size-11 touch:opacity-100"
        onPointerDown={(event) => {
          event.preventDefault();
          event.stopPropagation();
          onCarry(event.nativeEvent);
        }}
      >
        <GripVertical size={16} />
      </span>
    </div>
  );
}
