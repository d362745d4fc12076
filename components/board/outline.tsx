"use client";
/**
 * The board as a tree of themes and cards: the same selection and the same intents, for keyboards and screen readers.
 *
 * Only the rows in sight are elements. Every card and theme can be reached, moved, put in order and removed by keys.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import { ChevronDown, ChevronRight, NotebookPen, Quote } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { Swatch } from "#components/ui/swatch.tsx";
import type { BoardModel } from "#lib/client/board/model.ts";
import type { Face, SceneCard } from "#lib/client/board/scene.ts";
import { treeOf } from "#lib/client/board/tree.ts";
import type { Branch } from "#lib/client/board/tree.ts";
import { cardsKey } from "./keys.ts";
import { useBoard } from "./open.tsx";

export function Outline({ singleKeys }: Readonly<{ singleKeys: boolean }>) {
  const t = useTranslations("board");
  const { ask, deeds, face, intents, mayChange, model, removeTheme, rename, setSide, side, themeName } = useBoard();
  const version = useSyncExternalStore(
    model.changed.subscribe,
    () => model.version,
    () => model.version,
  );
  const selected = useSyncExternalStore(
    model.selection.changed.subscribe,
    () => model.selection.version,
    () => 0,
  );
  const { found } = model;
  useSyncExternalStore(
    found.changed.subscribe,
    () => found.version,
    () => 0,
  );
  const [shut, setShut] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState<string | null>(null);
  const from = useRef<number>(-1); // where a stretch of selected rows began
  const scroll = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  // The model is changed in place; its version says when.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const rows = useMemo(() => treeOf(model, shut), [version, model, shut]);
  const place = Math.max(
    0,
    rows.findIndex((row) => row.key === at),
  );

  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => (rows[index]?.kind === "card" ? 74 : 46),
    overscan: 12,
    getItemKey: (index) => rows[index]?.key ?? index,
  });

  useEffect(() => {
    if (!wantsFocus.current) return;
    const row = scroll.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(rows[place]?.key ?? "")}"]`);
    if (!row) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });

  const go = (index: number) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))];
    if (!row) return;
    wantsFocus.current = true;
    setAt(row.key);
    virtual.scrollToIndex(rows.indexOf(row), { align: "auto" });
  };
  const showFound = useEffectEvent((slot: number) => {
    const card = model.cards[slot];
    if (!card) return;
    const open = new Set(shut);
    open.delete("loose");
    for (let theme = card.theme; theme !== null; theme = model.themes.get(theme)?.theme.parent ?? null)
      open.delete(theme);
    if (open.size < shut.size) setShut(open);
    // Who looks for cards from within the tree goes on from the one that was found; who types its words goes on typing.
    wantsFocus.current = scroll.current?.contains(document.activeElement) ?? false;
    setAt(card.id);
    const index = treeOf(model, open).findIndex((row) => row.key === card.id);
    if (index !== -1) virtual.scrollToIndex(index, { align: "center" });
  });
  useEffect(() => {
    let shown = found.current;
    return found.changed.subscribe(() => {
      if (found.current === shown) return;
      shown = found.current;
      showFound(shown);
    });
  }, [found]);
  const slotsOf = (row: Branch): number[] => (row.kind === "card" ? [row.slot] : rowsUnder(model, row));
  const chosen = (): string[] => {
    const row = rows[place];
    if (model.selection.count > 0) return model.ids(model.selection.slots());
    return row?.kind === "card" ? model.ids([row.slot]) : [];
  };
  const stretch = (to: number) => {
    if (from.current === -1) from.current = place;
    const low = Math.min(from.current, to);
    const high = Math.max(from.current, to);
    model.selection.set(rows.slice(low, high + 1).flatMap((row) => (row.kind === "card" ? [row.slot] : [])));
    go(to);
  };
  const toggle = (row: Branch, open: boolean) => {
    if (row.kind === "card") return;
    const next = new Set(shut);
    if (open) next.delete(row.key);
    else next.add(row.key);
    setShut(next);
  };
  /** Puts a card one place up or down in its theme. */
  const shift = (row: Branch, by: 1 | -1) => {
    if (row.kind !== "card") return;
    const fellows = rows.filter((other) => other.kind === "card" && other.parent === row.parent);
    const index = fellows.indexOf(row);
    const target = by === 1 ? index + 1 : index - 2;
    if (index + by < 0 || index + by >= fellows.length) return;
    const behind = fellows[target];
    deeds.order(
      model.ids([row.slot]),
      row.theme,
      behind?.kind === "card" ? (model.ids([behind.slot])[0] ?? null) : null,
    );
    wantsFocus.current = true;
    intents.say(t("say.ordered", { place: index + by + 1, count: fellows.length }));
  };

  function onKeyDown(event: React.KeyboardEvent) {
    if (event.target instanceof Element && event.target.closest("input, textarea")) return;
    const row = rows[place];
    if (!row) return;
    const control = event.ctrlKey || event.metaKey;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const act = keyAct();
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();

    function keyAct(): (() => void) | null {
      if (!row) return null;
      const onCards = mayChange ? cardsKey(event, intents) : null;
      if (onCards && !(row.kind === "theme" && model.selection.count === 0)) {
        const ids = chosen();
        return ids.length > 0 ? () => onCards(ids) : null;
      }
      if (control) {
        if (key === "a") return () => model.selection.set(model.every());
        return null;
      }
      if (event.altKey) {
        if (!mayChange) return null;
        if (key === "ArrowUp") return () => shift(row, -1);
        if (key === "ArrowDown") return () => shift(row, 1);
        return null;
      }
      switch (key) {
        case "ArrowDown":
        case "ArrowUp": {
          const to = place + (key === "ArrowDown" ? 1 : -1);
          if (to < 0 || to >= rows.length) return () => undefined;
          if (event.shiftKey) return () => stretch(to);
          from.current = -1;
          return () => go(to);
        }
        case "ArrowRight":
          return row.kind !== "card" && shut.has(row.key) ? () => toggle(row, true) : () => go(place + 1);
        case "ArrowLeft":
          if (row.kind !== "card" && !shut.has(row.key) && row.count > 0) return () => toggle(row, false);
          return () => go(rows.findIndex((other) => other.key === row.parent));
        case "Home":
          return () => go(0);
        case "End":
          return () => go(rows.length - 1);
        case " ":
          return () => {
            const slots = slotsOf(row);
            if (row.kind === "card") model.selection.toggle(row.slot);
            else model.selection.set(slots);
            intents.say(t("say.selected", { count: model.selection.count }));
          };
        case "Enter":
          return row.kind === "card"
            ? () => intents.open(row.id)
            : row.kind === "theme"
              ? () => intents.chooseTheme(row.id)
              : null;
        case "Escape":
          return () => {
            model.selection.clear();
            intents.chooseTheme(null);
          };
      }
      if (key === "r" && singleKeys && row.kind === "card") return () => intents.read(row.id);
      if (!mayChange) return null;
      if ((key === "Delete" || key === "Backspace") && row.kind === "theme" && !event.shiftKey)
        return () => removeTheme(row.id);
      if (key === "F2" && row.kind === "theme") return () => rename(row.id);
      if (!singleKeys) return null;
      if (key === "m") {
        if (row.kind === "theme" && model.selection.count === 0) return () => ask({ kind: "nest", theme: row.id });
        const ids = chosen();
        return ids.length > 0 ? () => intents.askMove(ids) : null;
      }
      if (key === "s") {
        const ids = chosen();
        return ids.length > 0 ? () => intents.sizeCards(ids, null) : null;
      }
      if (key === "v" && row.kind === "card") return () => intents.layDot(row.id, event.shiftKey ? -1 : 1);
      if (key === "t") return () => intents.makeTheme(chosen());
      if (key === "i") return () => intents.writeInsight({ x: 0, y: 0 });
      if (key === "o" && row.kind === "card") return () => intents.open(row.id);
      return null;
    }
  }

  function menu(event: React.MouseEvent, row: Branch) {
    event.preventDefault();
    setAt(row.key);
    const box = event.currentTarget.getBoundingClientRect();
    const x = event.clientX || box.left + 40;
    const y = event.clientY || box.bottom;
    if (row.kind === "card") {
      if (!model.selection.has(row.slot)) model.selection.set([row.slot]);
      intents.menu({ kind: "cards", cards: model.ids(model.selection.slots()) }, x, y);
    } else if (row.kind === "theme") intents.menu({ kind: "theme", theme: row.id }, x, y);
  }

  return (
    <div ref={scroll} className="outline">
      <p id="outline-keys" hidden>
        {t("outline.keys")}
      </p>
      {/* The focus is on one of its rows. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div
        role="tree"
        aria-label={t("outline.label")}
        aria-multiselectable="true"
        aria-describedby="outline-keys"
        data-version={selected}
        onKeyDown={onKeyDown}
        style={{ position: "relative", height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const open = row.kind !== "card" && !shut.has(row.key);
          const isSelected = row.kind === "card" && model.selection.has(row.slot);
          return (
            // Keys are heard by the tree.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={row.key}
              ref={virtual.measureElement}
              data-index={item.index}
              data-row={row.key}
              data-kind={row.kind === "card" ? "card" : "theme"}
              data-faint={(row.kind === "card" && found.dims(row.slot)) || undefined}
              data-current={(row.kind === "card" && found.current === row.slot) || undefined}
              role="treeitem"
              tabIndex={item.index === place ? 0 : -1}
              aria-level={row.level + 1}
              aria-setsize={row.size}
              aria-posinset={row.position}
              aria-selected={isSelected}
              {...(row.kind === "card" ? {} : { "aria-expanded": open })}
              className="outline-row"
              style={
                {
                  transform: `translateY(${item.start}px)`,
                  "--level": row.level,
                } as React.CSSProperties /* a custom property is not in the type */
              }
              onFocus={() => {
                setAt(row.key);
                if (side?.kind === "card" && row.kind === "card") setSide({ kind: "card", card: row.id });
              }}
              onClick={(event) => {
                if (event.shiftKey) return stretch(item.index);
                from.current = -1;
                if (row.kind === "card") {
                  if (event.ctrlKey || event.metaKey) model.selection.toggle(row.slot);
                  else model.selection.set([row.slot]);
                } else if (row.kind === "theme") intents.chooseTheme(row.id);
              }}
              onDoubleClick={() => (row.kind === "card" ? intents.open(row.id) : undefined)}
              onContextMenu={(event) => menu(event, row)}
            >
              {row.kind === "card" ? (
                <Words face={face} card={model.cards[row.slot]} />
              ) : (
                <>
                  <button
                    type="button"
                    tabIndex={-1}
                    aria-hidden="true"
                    className="grid size-6 place-content-center rounded hover:bg-sunk"
                    onClick={(event) => {
                      event.stopPropagation();
                      toggle(row, !open);
                    }}
                  >
                    {open ? <ChevronDown aria-hidden size={18} /> : <ChevronRight aria-hidden size={18} />}
                  </button>
                  {row.kind === "theme" ? <Swatch hue={row.hue} /> : null}
                  <span>{row.kind === "theme" ? themeName(row.id) || t("theme.unnamed") : t("unclustered")}</span>
                  <span className="font-normal text-soft tabular-nums">
                    <span aria-hidden="true">{row.count}</span>
                    <span className="sr-only">{t("panel.count", { count: row.count })}</span>
                  </span>
                </>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Words({ face, card }: Readonly<{ face: (card: SceneCard) => Face; card: SceneCard | undefined }>) {
  const t = useTranslations("board");
  const together = useTranslations("board-together");
  if (!card) return null;
  const { words, caption, tags } = face(card);
  const Sign = card.kind === "insight" ? NotebookPen : Quote;
  return (
    <>
      <Sign aria-hidden size={15} className="mt-1 shrink-0 text-soft" />
      <span className="min-w-0">
        <span className="outline-words">{words === "" ? t("card.loading") : words}</span>
        <span className="outline-caption">
          {[caption, ...tags, ...(card.votes > 0 ? [together("vote.on", { count: card.votes })] : [])].join(" · ")}
        </span>
      </span>
    </>
  );
}

function rowsUnder(model: BoardModel, row: Branch): number[] {
  if (row.kind === "card") return [row.slot];
  const inside = new Set<string>();
  const walk = (id: string) => {
    inside.add(id);
    for (const child of model.themes.get(id)?.inside ?? []) walk(child);
  };
  if (row.kind === "theme") walk(row.id);
  return model.every().filter((slot) => {
    const theme = model.cards[slot]?.theme ?? null;
    return theme === null ? row.kind === "loose" : inside.has(theme);
  });
}
