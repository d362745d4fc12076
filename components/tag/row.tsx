"use client";
/** One tag in the tree: its place, colour, name and use, with a menu of what can be done with it. */
import {
  ChevronDown,
  ChevronRight,
  EllipsisVertical,
  FolderInput,
  GripVertical,
  Merge,
  Pencil,
  Plus,
  Split,
  Trash2,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { join } from "#components/ui/join.ts";
import { Menu, MenuItem, MenuSeparator } from "#components/ui/menu.tsx";
import { Swatch } from "#components/ui/swatch.tsx";
import type { Shown, TagNode } from "#lib/client/tag/branch.ts";
import type { Use } from "#lib/domain/tag/use.ts";

export type TagAction = "add" | "rename" | "move" | "merge" | "split" | "remove";

type Props = Readonly<{
  shown: Shown;
  node: TagNode;
  top: number;
  height: number;
  index: number;
  /** Whether Tab stops here, and whether this is the row that was gone to. */
  isStop: boolean;
  isActive: boolean;
  isChosen: boolean;
  isMoving: boolean;
  isTarget: boolean;
  use: Use;
  mayChange: boolean;
  menuOpen: boolean;
  /** The same object for as long as the tree is there, so that a row is drawn anew only where it has changed. */
  hands: RowHands;
}>;

/** What rows tell the tree. */
export type RowHands = Readonly<{
  onMenu: (tag: string) => void;
  onFocus: (tag: string) => void;
  onOpen: (tag: string) => void;
  onToggle: (tag: string, open: boolean) => void;
  onChoose: (tag: string) => void;
  onPress: (press: React.PointerEvent, tag: string) => void;
}>;

export const TagRow = memo(function TagRow({
  shown,
  node,
  top,
  height,
  index,
  isStop,
  isActive,
  isChosen,
  isMoving,
  isTarget,
  use,
  mayChange,
  menuOpen,
  hands,
}: Props) {
  const t = useTranslations("codebook");
  const name = node.name || t("unnamed");
  const Chevron = shown.open ? ChevronDown : ChevronRight;
  return (
    // Keys are the tree's: one row has the focus, and it hears them.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="row"
      data-tag={node.id}
      data-hue={node.hue || undefined}
      tabIndex={isStop ? 0 : -1}
      aria-label={name}
      aria-rowindex={index}
      aria-level={shown.depth + 1}
      aria-posinset={shown.at}
      aria-setsize={shown.of}
      aria-expanded={shown.open ?? undefined}
      aria-selected={mayChange ? isChosen : undefined}
      onFocus={(event) => event.target === event.currentTarget && hands.onFocus(node.id)}
      onClick={() => hands.onOpen(node.id)}
      onPointerDown={(press) => {
        const on = press.target as HTMLElement; // presses land on elements
        if (!mayChange || on.closest("button, input, label")) return;
        if (press.pointerType === "mouse" || on.closest("[data-grip]")) hands.onPress(press, node.id);
      }}
      style={{ translate: `0 ${top}px`, height }}
      className={join(
        "group/row absolute inset-x-0 top-0 flex cursor-default items-center border-b border-line/70 pe-2 ring-none select-none",
        "focus-visible:z-1 focus-visible:inset-ring-2 focus-visible:inset-ring-focus",
        isChosen ? "bg-accent-tint" : isActive ? "bg-sunk" : "hover:bg-sunk/60",
        isTarget && "inset-ring-2 inset-ring-accent",
        isMoving && "opacity-50",
      )}
    >
      <span role="gridcell" className="flex min-w-0 grow items-center gap-1" style={{ paddingInlineStart: "0.25rem" }}>
        {mayChange ? (
          // The row says whether it is chosen; this is for the mouse and for fingers.
          // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
          <label
            className="inline-flex size-7 shrink-0 items-center justify-center touch:size-9"
            onClick={(event) => event.stopPropagation()}
          >
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={t("choose", { tag: name })}
              checked={isChosen}
              onChange={() => hands.onChoose(node.id)}
              className="size-4.5 accent-(--accent)"
            />
          </label>
        ) : (
          <span className="w-2" />
        )}
        <span aria-hidden className="shrink-0" style={{ width: `${shown.depth * 1.25}rem` }} />
        {shown.open === null ? (
          <span aria-hidden className="w-6 shrink-0" />
        ) : (
          <button
            type="button"
            tabIndex={-1}
            aria-label={t(shown.open ? "shut" : "open", { tag: name })}
            onClick={(event) => {
              event.stopPropagation();
              hands.onToggle(node.id, !shown.open);
            }}
            className="inline-flex size-6 shrink-0 items-center justify-center rounded hover:bg-line"
          >
            <Chevron aria-hidden size={16} />
          </button>
        )}
        {node.hue ? (
          <Swatch hue={node.hue} size={14} />
        ) : (
          <span aria-hidden className="size-3.5 shrink-0 rounded-[3px] border border-dashed border-line-strong" />
        )}
        <bdi className={join("ms-1 truncate", shown.found ? undefined : "text-soft")}>{name}</bdi>
        {node.description ? (
          <span className="ms-2 min-w-0 shrink-[3] truncate text-sm text-soft max-lg:hidden">{node.description}</span>
        ) : null}
      </span>
      <span role="gridcell" className="w-24 shrink-0 text-end tabular-nums">
        {node.uses.all.quotes === 0 ? <span className="text-sm text-soft">{t("notUsed")}</span> : use.quotes}
      </span>
      <span role="gridcell" className="w-26 shrink-0 text-end text-soft tabular-nums max-md:hidden">
        {use.sources || ""}
      </span>
      <span role="gridcell" className="w-28 shrink-0 text-end text-soft tabular-nums max-md:hidden">
        {use.participants || ""}
      </span>
      <span role="gridcell" className="flex w-11 shrink-0 items-center justify-end touch:w-19">
        {mayChange ? (
          <>
            <span
              aria-hidden
              data-grip
              className="hidden size-8 cursor-grab touch-none items-center justify-center text-soft touch:inline-flex"
            >
              <GripVertical size={16} />
            </span>
            <button
              type="button"
              data-menu
              tabIndex={isStop ? 0 : -1}
              aria-label={t("menu", { tag: name })}
              aria-haspopup="menu"
              aria-expanded={menuOpen}
              onClick={(event) => {
                event.stopPropagation();
                hands.onMenu(node.id);
              }}
              className="inline-flex size-8 shrink-0 items-center justify-center rounded-md ring-none hover:bg-line focus-visible:ring-focus touch:size-9"
            >
              <EllipsisVertical aria-hidden size={17} />
            </button>
          </>
        ) : null}
      </span>
    </div>
  );
});

/** What can be done with a tag. */
export function TagMenu({
  node,
  triggerRef,
  onAction,
  onClose,
}: Readonly<{
  node: TagNode;
  triggerRef: React.RefObject<Element | null>;
  onAction: (action: TagAction) => void;
  onClose: () => void;
}>) {
  const t = useTranslations("codebook");
  return (
    <Menu
      isOpen
      triggerRef={triggerRef}
      placement="bottom end"
      onOpenChange={(open) => !open && onClose()}
      onClose={onClose}
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus="first" // a menu that has been opened holds the focus
      aria-label={t("menu", { tag: node.name || t("unnamed") })}
      onAction={(key) => onAction(key as TagAction)} // the keys are the items' below
    >
      <MenuItem id="add" icon={Plus} keys={t("key.insert")}>
        {t("action.add")}
      </MenuItem>
      <MenuItem id="rename" icon={Pencil} keys="F2">
        {t("action.rename")}
      </MenuItem>
      <MenuItem id="move" icon={FolderInput}>
        {t("action.move")}
      </MenuItem>
      <MenuItem id="merge" icon={Merge}>
        {t("action.merge")}
      </MenuItem>
      <MenuItem id="split" icon={Split} isDisabled={node.uses.own.quotes === 0}>
        {t("action.split")}
      </MenuItem>
      <MenuSeparator />
      <MenuItem id="remove" icon={Trash2} isDanger keys={t("key.delete")}>
        {t("action.remove")}
      </MenuItem>
    </Menu>
  );
}
