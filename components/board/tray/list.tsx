"use client";
/**
 * The quotes of the tray, as a list box of many: only those in sight are elements, and the one that has the focus.
 *
 * One of them can be reached by Tab; keys, clicks and a menu choose and lay them, and a pointer carries them to the board.
 */
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { announce } from "#components/ui/live-region.tsx";
import type { TrayQuote } from "#lib/client/board/tray.ts";
import { carry } from "#lib/client/reader/drag.ts";
import { useWords } from "#lib/client/study/provider.tsx";
import { useBoard } from "../open.tsx";
import { TrayRow } from "./row.tsx";
import { usePlacing } from "./use-tray.ts";

type Props = Readonly<{
  quotes: readonly TrayQuote[];
  selected: ReadonlySet<string>;
  /** Those selected that are shown, in order. */
  chosen: readonly string[];
  onSelect: (selected: ReadonlySet<string>) => void;
  singleKeys: boolean;
}>;

const PAGE = 6; // quotes that Page Up and Page Down pass

export function TrayList({ quotes, selected, chosen, onSelect, singleKeys }: Props) {
  const t = useTranslations("board-tray");
  const words = useWords();
  const { ask, intents } = useBoard();
  const { place } = usePlacing();
  const scroll = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0); // the place of the one that has, or would get, the focus
  const from = useRef<number | null>(null); // where a stretch of selected ones began
  const wantsFocus = useRef(false);
  const leaving = useRef<string | null>(null); // once it has left, the one that then stands there has the focus
  const active = Math.min(at, quotes.length - 1);
  // oxlint-disable-next-line react/incompatible-library -- its functions are called while rendering, and never memoised
  const virtual = useVirtualizer({
    count: quotes.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 132,
    overscan: 6,
    getItemKey: (index) => quotes[index]?.id ?? index,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), active])].toSorted((a, b) => a - b),
  });

  useEffect(() => {
    if (leaving.current !== null && quotes.every(({ id }) => id !== leaving.current)) {
      leaving.current = null;
      wantsFocus.current = true;
    }
    if (!wantsFocus.current) return;
    const row = scroll.current?.querySelector<HTMLElement>(`[data-index="${active}"]`);
    if (!row) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });

  const say = (count: number) => announce(t("say.selected", { count }));
  const select = (ids: readonly string[]) => {
    onSelect(new Set(ids));
    if (ids.length !== 1) say(ids.length);
  };
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    select([...next]);
  };
  const stretch = (to: number) => {
    from.current ??= active;
    const low = Math.min(from.current, to);
    const high = Math.max(from.current, to);
    select(quotes.slice(low, high + 1).map(({ id }) => id));
  };
  const go = (index: number) => {
    const next = Math.max(0, Math.min(quotes.length - 1, index));
    leaving.current = null;
    wantsFocus.current = true;
    setAt(next);
    virtual.scrollToIndex(next, { align: "auto" });
    return next;
  };
  /** The selected ones, or the one that is meant if it is not among them. */
  const meant = (id: string | undefined): readonly string[] => {
    if (id === undefined) return chosen;
    return chosen.includes(id) ? chosen : [id];
  };

  function onKeyDown(event: React.KeyboardEvent) {
    const control = event.ctrlKey || event.metaKey;
    const act = control ? controlAct(event) : event.altKey ? null : keyAct(event);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  function controlAct(event: React.KeyboardEvent): (() => void) | null {
    return event.key.toLowerCase() === "a" ? () => select(quotes.map(({ id }) => id)) : null;
  }

  function keyAct(event: React.KeyboardEvent): (() => void) | null {
    const id = quotes[active]?.id;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE, Home: -Infinity, End: Infinity }[key];
    if (by !== undefined) {
      return () => {
        if (!event.shiftKey) from.current = null;
        else from.current ??= active;
        const to = go(active + by);
        if (event.shiftKey) stretch(to);
      };
    }
    if (id === undefined) return null;
    switch (key) {
      case " ":
        return () => toggle(id);
      case "Escape":
        return chosen.length > 0 ? () => select([]) : null;
      case "Enter":
        return () => {
          const going = meant(id);
          place(going);
          leaving.current = id;
          setAt(quotes.findIndex((quote) => going.includes(quote.id)));
        };
    }
    if (!singleKeys) return null;
    if (key === "m") return () => ask({ kind: "place", quotes: meant(id) });
    if (key === "o") return () => intents.openQuote(id);
    return null;
  }

  function onClick(event: React.MouseEvent, index: number, id: string) {
    setAt(index);
    const box = event.target instanceof Element && event.target.closest("[data-check]") !== null;
    const touched = (event.nativeEvent as PointerEvent).pointerType === "touch"; // a click is a pointer event
    if (event.shiftKey) return stretch(index);
    from.current = index;
    if (box || touched || event.ctrlKey || event.metaKey) toggle(id);
    else select([id]);
  }

  function onCarry(press: PointerEvent, id: string) {
    const quoted = meant(id);
    const said = words.quote(id);
    const payload = { kind: "quotes", quotes: quoted } as const;
    carry(press, { payload, words: said?.words ?? "", lang: said?.lang ?? "en", count: quoted.length }, (end) => {
      if (end === "dropped") onSelect(new Set());
    });
  }

  return (
    <div ref={scroll} className="board-tray-scroll">
      <p id="board-tray-keys" hidden>
        {t("keys")}
      </p>
      {/* The focus is on one of its options; the browser's own list box can hold only lines of text. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/prefer-tag-over-role */}
      <div
        role="listbox"
        aria-multiselectable="true"
        aria-label={t("list")}
        aria-describedby="board-tray-keys"
        className="relative"
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtual.getVirtualItems().map((item) => {
          const quote = quotes[item.index];
          return quote ? (
            <TrayRow
              key={quote.id}
              ref={virtual.measureElement}
              quote={quote.id}
              index={item.index}
              size={quotes.length}
              top={item.start}
              isActive={item.index === active}
              isSelected={selected.has(quote.id)}
              onFocus={() => setAt(item.index)}
              onClick={(event) => onClick(event, item.index, quote.id)}
              onOpen={() => intents.openQuote(quote.id)}
              onCarry={(press) => onCarry(press, quote.id)}
              onMenu={(x, y) => {
                setAt(item.index);
                if (!selected.has(quote.id)) select([quote.id]);
                intents.menu({ kind: "quotes", quotes: meant(quote.id) }, x, y);
              }}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}
