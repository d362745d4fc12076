"use client";
/**
 * The tags as a tree of rows with their use: a treegrid in which one row has the focus (WAI-ARIA APG, Treegrid).
 *
 * Only rows in sight are drawn. Arrows walk, open and shut; Space chooses; Alt with arrows moves; letters jump to a name.
 */
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { join } from "#components/ui/join.ts";
import { dropAt, familyOf, rootsOf } from "#lib/client/tag/branch.ts";
import type { Children, Nodes, Shown, Whither } from "#lib/client/tag/branch.ts";
import { TagMenu, TagRow } from "./row.tsx";
import type { RowHands, TagAction } from "./row.tsx";
import { useRowDrag } from "./use-drag.ts";

const ROW = 44; // pixels; also what a finger needs
const HEAD = 33;

type Props = Readonly<{
  rows: readonly Shown[];
  nodes: Nodes;
  branches: Children;
  /** the row that has the focus, or had it last */
  active: string | null;
  chosen: ReadonlySet<string>;
  within: boolean;
  ordered: boolean;
  mayChange: boolean;
  onActive: (tag: string) => void;
  onChoose: (chosen: ReadonlySet<string>) => void;
  onToggle: (tag: string, open: boolean) => void;
  onOpen: (tag: string) => void;
  onStep: (tag: string, way: "up" | "down" | "in" | "out") => void;
  onDrop: (tags: readonly string[], to: Whither) => void;
  onAction: (action: TagAction, tag: string) => void;
  menuFor: string | null;
  onMenu: (tag: string | null) => void;
}>;

export function TagTree(props: Props) {
  const { rows, nodes, branches: children, active, chosen, within, ordered, mayChange, onChoose } = props;
  const t = useTranslations("codebook");
  const scroll = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: "", at: 0 });
  const wanted = useRef<string | null>(null); // the tag that the focus goes to as soon as its row is drawn
  const told = useRef<RowHands | null>(null);
  const trigger = useRef<Element | null>(null);
  const [hung, setHung] = useState(false); // whether it is known where the menu hangs
  const at = rows.findIndex(({ id }) => id === active);
  const stop = at < 0 ? 0 : at; // the one row that Tab reaches
  // oxlint-disable-next-line react/incompatible-library -- its functions are called while rendering, and never memoised
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 8,
    paddingStart: HEAD,
    scrollPaddingStart: HEAD,
    getItemKey: (index) => rows[index]?.id ?? index,
    // The row that has the focus stays, wherever the list is scrolled.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), stop])].toSorted((a, b) => a - b),
  });
  const order = () => rows.map(({ id }) => id);
  const { carried, begin } = useRowDrag({
    scroll,
    rowHeight: ROW,
    head: HEAD,
    find: (y, tags) => dropAt(rows, nodes, children, y, new Set(tags), ordered),
    onDrop: (tags, { to }) => props.onDrop(tags, to),
  });
  useEffect(() => {
    if (wanted.current === null) return;
    const row = scroll.current?.querySelector<HTMLElement>(`[data-tag="${CSS.escape(wanted.current)}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });

  const [hands] = useState(() => handsOf(told));
  useEffect(() => {
    told.current = {
      onMenu: props.onMenu,
      onFocus: props.onActive,
      onOpen: props.onOpen,
      onToggle: props.onToggle,
      onChoose: (tag) => choose(tag),
      onPress: (press, tag) => begin(press, chosen.has(tag) ? rootsOf(nodes, order(), chosen) : [tag]),
    };
  });
  const opened = props.menuFor === null ? undefined : nodes.get(props.menuFor);
  useEffect(() => {
    const at = props.menuFor === null ? null : `[data-tag="${CSS.escape(props.menuFor)}"] [data-menu]`;
    trigger.current = at === null ? null : (scroll.current?.querySelector(at) ?? null);
    setHung(trigger.current !== null);
  }, [props.menuFor]);

  function go(to: number): void {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (!row) return;
    wanted.current = row.id;
    virtual.scrollToIndex(rows.indexOf(row), { align: "auto" });
    props.onActive(row.id);
    if (row.id === active) scroll.current?.querySelector<HTMLElement>(`[data-tag="${CSS.escape(row.id)}"]`)?.focus();
  }

  function choose(tag: string, on = !chosen.has(tag)): void {
    const next = new Set(chosen);
    if (on) next.add(tag);
    else next.delete(tag);
    onChoose(next);
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    const row = rows[at];
    const target = event.target as HTMLElement; // keys come from elements
    if (!row || target.closest("[data-tag]") !== target) return;
    const { key, altKey, shiftKey } = event;
    const command = event.ctrlKey || event.metaKey;
    const done = () => event.preventDefault();
    if (altKey && !command) {
      const ways = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "in", ArrowLeft: "out" } as const;
      const way = ways[key as keyof typeof ways]; // undefined for any other key
      if (!way || !mayChange) return;
      wanted.current = row.id;
      props.onStep(row.id, way);
      return done();
    }
    if (command && key.toLowerCase() === "a" && mayChange) {
      onChoose(new Set(rows.filter(({ found }) => found).map(({ id }) => id)));
      return done();
    }
    if (command) return;
    switch (key) {
      case "ArrowDown":
      case "ArrowUp": {
        const to = at + (key === "ArrowDown" ? 1 : -1);
        const next = rows[to];
        if (shiftKey && next && mayChange) onChoose(new Set([...chosen, row.id, next.id]));
        go(to);
        break;
      }
      case "Home":
        go(0);
        break;
      case "End":
        go(rows.length - 1);
        break;
      case "PageDown":
      case "PageUp": {
        const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? ROW) / ROW) - 2);
        go(at + (key === "PageDown" ? page : -page));
        break;
      }
      case "ArrowRight":
        if (row.open === false) props.onToggle(row.id, true);
        else if (row.open) go(at + 1);
        break;
      case "ArrowLeft":
        if (row.open) props.onToggle(row.id, false);
        else go(rows.findIndex(({ id }) => id === nodes.get(row.id)?.parent));
        if (!row.open && (nodes.get(row.id)?.parent ?? null) === null) go(at);
        break;
      case " ":
        if (mayChange) choose(row.id);
        break;
      case "Enter":
        props.onOpen(row.id);
        break;
      case "F2":
        if (mayChange) props.onAction("rename", row.id);
        break;
      case "Delete":
        if (mayChange) props.onAction("remove", row.id);
        break;
      case "Insert":
        if (mayChange) props.onAction("add", row.id);
        break;
      case "ContextMenu":
      case "F10":
        if (key === "F10" && !shiftKey) return;
        if (mayChange) props.onMenu(row.id);
        break;
      case "Escape":
        if (chosen.size === 0) return;
        onChoose(new Set());
        break;
      default:
        if (key.length !== 1 || altKey) return;
        jump(key);
    }
    done();
  }

  function jump(letter: string): void {
    const now = performance.now();
    const text = (now - typed.current.at > 900 ? "" : typed.current.text) + letter.toLowerCase();
    typed.current = { text, at: now };
    for (let step = text.length > 1 ? 0 : 1; step <= rows.length; step += 1) {
      const to = (at + step) % rows.length;
      if ((nodes.get(rows[to]?.id ?? "")?.name ?? "").toLowerCase().startsWith(text)) return go(to);
    }
  }

  const moving = new Set(carried?.tags.flatMap((tag) => [...familyOf(children, tag)]));
  const line = carried?.drop && carried.drop.side !== "into" ? carried.drop : null;
  const lineDepth = line ? depthOf(line.to.parent, rows) : 0;
  return (
    <div
      ref={scroll}
      role="treegrid"
      aria-label={t("tree")}
      aria-multiselectable={mayChange || undefined}
      aria-rowcount={rows.length + 1}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className="relative min-h-64 grow overflow-auto max-md:h-[72dvh] max-md:grow-0 rounded-lg border border-line bg-raised ring-none [overflow-anchor:none]"
    >
      <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
        <div
          role="row"
          aria-rowindex={1}
          className="sticky top-0 z-10 flex items-center border-b border-line bg-raised pe-2 text-sm text-soft"
          style={{ height: HEAD }}
        >
          <span role="columnheader" className="min-w-0 grow ps-12">
            {t("column.tag")}
          </span>
          <span role="columnheader" className="w-24 shrink-0 text-end">
            {t("column.quotes")}
          </span>
          <span role="columnheader" className="w-26 shrink-0 text-end max-md:hidden">
            {t("column.sources")}
          </span>
          <span role="columnheader" className="w-28 shrink-0 text-end max-md:hidden">
            {t("column.participants")}
          </span>
          <span role="columnheader" className="w-11 shrink-0 touch:w-19">
            <span className="sr-only">{t("column.actions")}</span>
          </span>
        </div>
        {virtual.getVirtualItems().map((item) => {
          const shown = rows[item.index];
          const node = shown && nodes.get(shown.id);
          if (!shown || !node) return null;
          return (
            <TagRow
              key={shown.id}
              shown={shown}
              node={node}
              top={item.start}
              height={ROW}
              index={item.index + 2}
              isStop={item.index === stop}
              isActive={shown.id === active}
              isChosen={chosen.has(shown.id)}
              isMoving={moving.has(shown.id)}
              isTarget={carried?.drop?.side === "into" && carried.drop.row === item.index}
              use={within ? node.uses.all : node.uses.own}
              mayChange={mayChange}
              menuOpen={props.menuFor === shown.id}
              hands={hands}
            />
          );
        })}
        {line ? (
          <div
            aria-hidden
            className="pointer-events-none absolute end-2 z-20 h-0.5 rounded-full bg-accent"
            style={{
              top: HEAD + (line.row + (line.side === "behind" ? 1 : 0)) * ROW - 1,
              insetInlineStart: `${2.75 + lineDepth * 1.25}rem`,
            }}
          />
        ) : null}
      </div>
      {opened && hung ? (
        <TagMenu
          node={opened}
          triggerRef={trigger}
          onAction={(action) => props.onAction(action, opened.id)}
          onClose={() => props.onMenu(null)}
        />
      ) : null}
      {carried ? (
        <div
          aria-hidden
          className={join(
            "floating pointer-events-none fixed z-50 max-w-72 truncate px-3 py-1.5 text-sm font-semibold",
            carried.drop ? undefined : "opacity-60",
          )}
          style={{ left: carried.x + 14, top: carried.y + 10 }}
        >
          {carried.tags.length === 1
            ? nodes.get(carried.tags[0] ?? "")?.name
            : t("chosen", { count: carried.tags.length })}
        </div>
      ) : null}
    </div>
  );
}

/** Hands that stay the same and do what was last told. */
function handsOf(told: React.RefObject<RowHands | null>): RowHands {
  return {
    onMenu: (tag) => told.current?.onMenu(tag),
    onFocus: (tag) => told.current?.onFocus(tag),
    onOpen: (tag) => told.current?.onOpen(tag),
    onToggle: (tag, open) => told.current?.onToggle(tag, open),
    onChoose: (tag) => told.current?.onChoose(tag),
    onPress: (press, tag) => told.current?.onPress(press, tag),
  };
}

function depthOf(parent: string | null, rows: readonly Shown[]): number {
  return parent === null ? 0 : (rows.find(({ id }) => id === parent)?.depth ?? -1) + 1;
}
