"use client";
/**
 * The reader: a source's text with its quotes, made by mouse, touch or keyboard.
 *
 * It is handed the text, what is known of it and what can be done; it fetches nothing and holds no rule.
 * Rules: docs/spec/quote.md, Q5 to Q9 and Q14 to Q19.
 */
import { useTranslations } from "next-intl";
import { useCallback, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { BoardView, Choice, TagView } from "#lib/client/reader/view.ts";
import { announce } from "#components/ui/live-region.tsx";
import { carry } from "#lib/client/reader/drag.ts";
import { rangeOfMatch } from "#lib/client/reader/highlight.ts";
import { boardDrop } from "#lib/client/board/drop.ts";
import { mark, onSelection, rangeOf, select } from "#lib/client/reader/selection.ts";
import { inSight, useSight } from "#lib/client/reader/sight.ts";
import type { Way } from "#lib/client/reader/way.ts";
import { useWindow } from "#lib/client/reader/window.ts";
import { coverAt } from "#lib/domain/quote/layout.ts";
import { pointAt, reshape, shown, turnIndexAt, wordsAt } from "#lib/domain/source/reading.ts";
import type { Reading, Span } from "#lib/domain/source/reading.ts";
import { growEnd, growStart, shrinkEnd, shrinkStart, wordsOf } from "#lib/domain/text/word.ts";
import { FindBar } from "./find.tsx";
import { deedOf } from "./keys.ts";
import type { Deed } from "./keys.ts";
import { QuickTags } from "./quick.tsx";
import { SelectionTool } from "./toolbar.tsx";
import { Turns } from "./turns.tsx";
import type { ReaderQuote, Who } from "./pieces.ts";
import { useFind } from "./use-find.ts";
import { useSelected } from "./use-selected.ts";
import "./read.css";

/** How others move the reader. */
export type ReaderHandle = Readonly<{ toQuote: (id: string) => void; find: () => void }>;

/** What something is done to: words that are selected, a quote that is open, or a turn by its position. */
export type Target = Readonly<{ span: Span } | { quote: string } | { turn: number }>;

/** Where the reader opens; `whole`: the span is what a link leads to, and is selected. */
export type Start = Readonly<{ span: Span; whole: boolean }>;

type To = Readonly<{ board: string; theme: string | null }>;
type Props = Readonly<{
  ref?: React.Ref<ReaderHandle>;
  reading: Reading;
  quotes: readonly ReaderQuote[];
  whoOf: (speaker: string | null) => Who | null;
  questionOf: (question: string | null) => string | null;
  active: string | null;
  onActive: (quote: string | null) => void;
  canChange: boolean;
  /** Whether single keys are shortcuts for this person. */
  keys: boolean;
  tags: readonly TagView[];
  /** The tags under the digits, from 1. */
  quick: readonly (TagView | null)[];
  boards: readonly BoardView[];
  memos: ReadonlyMap<string, number>;
  onMake: (span: Span, choices: readonly Choice[], to: To | null) => void;
  /** The tags that a quote has, and that it shall have. */
  choicesOf: (quote: string) => readonly Choice[];
  onTags: (quote: string, choices: readonly Choice[]) => void;
  /** A tag that is named by the words themselves. */
  inVivo: (words: string) => Choice;
  /** A selection is about to be carried to the board. */
  onCarried: (span: Span) => void;
  onRemove: (quote: string) => void;
  /** The key B: the menu of boards of the open quote. */
  onSendKey: () => void;
  onMemo: (target: Target) => void;
  onLink: (target: Target) => void;
  /** The key I: these words may identify somebody. */
  onIdentify: (words: string) => void;
  /** The key G: which question these turns answer; `to` exclusive. */
  onQuestion: (turns: Readonly<{ from: number; to: number }>) => void;
  start: Start | null;
  way: Way;
  header?: React.ReactNode;
}>;

type Tool = Readonly<{ top: number; left: number; above: boolean }>;
/** Tags are being typed: for a new quote of the selection, or for a quote that is there. */
type Composing = Readonly<{ quote: string | null }>;

const GROW = { start: growStart, end: growEnd };
const SHRINK = { start: shrinkStart, end: shrinkEnd };

export function Reader(props: Props) {
  const { ref, reading, quotes, active, onActive, canChange, keys, tags, boards, onMake, start, way } = props;
  const t = useTranslations("reader");
  const { turns, lang } = reading;
  const scroll = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const [composing, setComposing] = useState<Composing | null>(null);
  const [current, setCurrent] = useState(() => (start ? turnIndexAt(turns, start.span.start) : 0));
  const [tool, setTool] = useState<Tool | null>(null);
  const [drawn, reach] = useWindow(turns.length, current);
  const held = useRef(false); // words are being typed: the page's selection does not count
  held.current = composing !== null;
  const { selected, setSelected, pressed, forget: drop } = useSelected(page, reading, held, quotes);
  const spans = useMemo(() => new Map(quotes.map((quote) => [quote.id, quote])), [quotes]);
  useSight(page, scroll, turns, way);

  // ── What floats at the words ────────────────────────────────────────────────────────────────────────────────

  const shownFor: Span | null = (composing?.quote ? spans.get(composing.quote) : selected) ?? null;
  useLayoutEffect(() => {
    const root = page.current;
    const box = scroll.current;
    if (!root || !box || !shownFor) {
      setTool(null);
      mark("draft", null);
      return;
    }
    const range = rangeOf(root, turns, shownFor);
    mark("draft", composing ? range : null);
    const rects = range?.getClientRects();
    const first = rects?.[0];
    const last = rects?.[rects.length - 1];
    if (!first || !last) return setTool(null);
    const origin = root.getBoundingClientRect();
    const seen = box.getBoundingClientRect();
    const above = last.bottom + 64 > seen.bottom && first.top - 56 > seen.top;
    const width = composing ? 320 : 260;
    const left = Math.max(8, Math.min((above ? first.left : last.right - 120) - origin.left, origin.width - width - 8));
    const top = above ? first.top - origin.top - 8 : Math.min(last.bottom, seen.bottom - 72) - origin.top + 8;
    setTool({ top, left, above: above && !composing });
    return () => mark("draft", null);
  }, [shownFor, composing, turns, quotes]);

  const forget = useCallback(() => {
    drop();
    setComposing(null);
  }, [drop]);

  const focusTurn = useCallback(
    (turn: number) => {
      reach(turn);
      page.current?.querySelector<HTMLElement>(`[data-turn="${turn}"]`)?.focus();
    },
    [reach],
  );

  const cancel = useCallback(() => {
    const root = page.current;
    setComposing(null);
    if (!root || !shownFor) return;
    held.current = false;
    focusTurn(turnIndexAt(turns, shownFor.start));
    if (selected) select(root, turns, selected);
  }, [shownFor, selected, turns, focusTurn]);

  function make(span: Span, choices: readonly Choice[], to: To | null) {
    onMake(span, choices, to);
    announce(choices.length > 0 ? t("madeWith", { tags: choices.map((choice) => choice.name).join(", ") }) : t("made"));
    const turn = turnIndexAt(turns, span.start);
    held.current = false;
    forget();
    setCurrent(turn);
    requestAnimationFrame(() => focusTurn(turn));
  }

  function done(choices: readonly Choice[]) {
    if (composing?.quote) {
      props.onTags(composing.quote, choices);
      cancel();
    } else if (selected) make(selected, choices, null);
  }

  function carrySelection(press: PointerEvent) {
    if (!selected || !canChange) return;
    const { source, revision } = reading;
    props.onCarried(selected);
    const words = wordsAt(turns, selected);
    const payload = { kind: "span", source, revision, ...selected, said: { lang, words } } as const;
    carry(press, { payload, words, lang }, (end) => {
      if (end === "dropped") {
        announce(t("dropped"));
        forget();
      } else if (end === "elsewhere") announce(t("notDropped"));
    });
  }

  // ── Moving about ────────────────────────────────────────────────────────────────────────────────────────────

  const toPoint = useCallback(
    (point: number) => {
      const root = page.current;
      const box = scroll.current;
      const turn = turnIndexAt(turns, point);
      reach(turn);
      const element = root?.querySelector<HTMLElement>(`[data-turn="${turn}"]`);
      if (!root || !element || !box) return;
      setCurrent(turn);
      element.scrollIntoView({ block: "start" });
      // Turns above may turn out higher than was guessed: look again once they are laid out, then at the very line.
      requestAnimationFrame(() => {
        const line = rangeOf(root, turns, { start: point, end: point + 1 })?.getClientRects()[0];
        const seen = box.getBoundingClientRect();
        if (line) box.scrollBy({ top: line.top - seen.top - seen.height / 3, behavior: "instant" });
      });
    },
    [turns, reach],
  );

  const find = useFind(
    page,
    scroll,
    turns,
    () => (page.current && scroll.current ? (inSight(page.current, scroll.current)?.first ?? 0) : 0),
    (match) => {
      const root = page.current;
      const box = scroll.current;
      if (!root || !box) return;
      reach(match.turn);
      const line = () => rangeOfMatch(root, match)?.getClientRects()[0];
      const seen = box.getBoundingClientRect();
      const at = line();
      if (at && at.top > seen.top + 8 && at.bottom < seen.bottom - 8 && at.height > 0) return setCurrent(match.turn);
      const turn = turns[match.turn];
      if (turn) toPoint(pointAt(turn, match.start, "start"));
    },
    (match) => {
      const turn = match ? turns[match.turn] : undefined;
      const root = page.current;
      focusTurn(match?.turn ?? current);
      if (!match || !turn || !root) return;
      // What was found last is selected, so that it can be quoted.
      const span = { start: pointAt(turn, match.start, "start"), end: pointAt(turn, match.end, "end") };
      select(root, turns, span);
      setSelected(span);
    },
  );

  useImperativeHandle(
    ref,
    () => ({
      toQuote: (id) => {
        const span = spans.get(id);
        if (span) toPoint(span.start);
      },
      find: () => find.begin(null),
    }),
    [spans, toPoint, find],
  );

  // The reader opens where this person was, or where a link leads.
  useLayoutEffect(() => {
    const root = page.current;
    if (!start || !root) return;
    const turn = turnIndexAt(turns, start.span.start);
    if (!start.whole && turn === 0) return;
    const element = root.querySelector(`[data-turn="${turn}"]`);
    element?.scrollIntoView({ block: "start" });
    // Turns above may be higher than was guessed: once more when they are laid out.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (!start.whole) return element?.scrollIntoView({ block: "start" });
        toPoint(start.span.start);
        if (start.span.start >= start.span.end) return focusTurn(turn);
        select(root, turns, start.span);
        setSelected(start.span);
      }),
    );
    // Only once, when a text is opened.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [reading.revision]);

  const step = (to: number) => {
    const next = Math.max(0, Math.min(turns.length - 1, to));
    setCurrent(next);
    focusTurn(next);
  };

  // ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

  function reshapeBy(side: "start" | "end", how: "grow" | "shrink") {
    const root = page.current;
    const turn = turns[current];
    if (!root || !turn) return;
    const change = (how === "grow" ? GROW : SHRINK)[side];
    const from = selected ?? (active === null ? undefined : spans.get(active));
    const first = wordsOf(shown(turn), lang)[0];
    let next: Span | null;
    if (from) next = reshape(turns, from, side, (text, at) => change(text, at, lang));
    else next = first ? { start: pointAt(turn, first.start, "start"), end: pointAt(turn, first.end, "end") } : null;
    if (!next) return;
    reach(turnIndexAt(turns, next.start));
    select(root, turns, next);
    setSelected(next);
    announce(wordsAt(turns, next));
  }

  /** The selection, or the open quote, or else the turn that the keyboard is at. */
  const target = (): Target => (selected ? { span: selected } : active ? { quote: active } : { turn: current });

  function act(deed: Deed) {
    if (deed.deed === "step") return step(current + deed.by);
    if (deed.deed === "reshape") return reshapeBy(deed.side, deed.how);
    if (deed.deed === "quick") {
      const tag = props.quick[deed.slot];
      return tag ? tagWith({ id: tag.id, name: tag.name, hue: tag.hue, fresh: false }) : undefined;
    }
    if (deed.deed === "leave") return selected ? forget() : onActive(null);
    if (deed.deed === "find") return find.begin(selected ? wordsAt(turns, selected).slice(0, 200) : null);
    if (deed.deed === "findNext" || deed.deed === "findBack")
      return find.open ? find.step(deed.deed === "findNext" ? 1 : -1) : find.begin(null);
    if (deed.deed === "cycle") return cycle();
    if (deed.deed === "unread") return toUnread();
    if (deed.deed === "link") return props.onLink(target());
    if (deed.deed === "memo") return props.onMemo(selected ? { turn: current } : target());
    if (deed.deed === "quote") return compose(null);
    if (deed.deed === "tag") return compose(selected ? null : active);
    if (deed.deed === "question")
      return props.onQuestion(
        selected
          ? { from: turnIndexAt(turns, selected.start), to: turnIndexAt(turns, selected.end - 1) + 1 }
          : { from: current, to: current + 1 },
      );
    if (deed.deed === "inVivo") {
      const span = selected ?? (active === null ? undefined : spans.get(active));
      return span ? tagWith(props.inVivo(wordsAt(turns, span))) : undefined;
    }
    if (deed.deed === "identify") {
      const span = selected ?? (active === null ? undefined : spans.get(active));
      return span ? props.onIdentify(wordsAt(turns, span)) : announce(t("quickNothing"));
    }
    if (active === null) return;
    return deed.deed === "send" ? props.onSendKey() : props.onRemove(active);
  }

  function onKeyDown(event: React.KeyboardEvent<HTMLDivElement>) {
    if (event.defaultPrevented) return;
    const { target: pressedOn } = event;
    if (
      pressedOn instanceof Element &&
      pressedOn.closest("input, textarea, select, [contenteditable=true], [role=dialog], [role=menu], [role=toolbar]")
    )
      return;
    const deed = deedOf(event, keys, canChange);
    if (!deed || (deed.deed === "leave" && !selected && !active)) return;
    event.preventDefault();
    act(deed);
  }

  /** Puts a tag on the selection, which becomes a quote by it; or on the open quote, or takes it off there. */
  function tagWith(choice: Choice) {
    if (selected) return make(selected, [choice], null);
    if (active === null) return announce(t("quickNothing"));
    const had = props.choicesOf(active);
    const on = !had.some((one) => one.id === choice.id);
    props.onTags(active, on ? [...had, choice] : had.filter((one) => one.id !== choice.id));
    announce(t(on ? "tagPut" : "tagTakenOff", { tag: choice.name }));
  }

  /** Q: the selection, or else the whole turn that the keyboard is at. T: the tags of a quote. */
  function compose(quote: string | null) {
    const turn = turns[current];
    if (!quote && !selected) {
      if (!turn) return;
      const words = shown(turn);
      const from = words.length - words.trimStart().length;
      const span = { start: pointAt(turn, from, "start"), end: pointAt(turn, words.trimEnd().length, "end") };
      if (span.start >= span.end) return;
      setSelected(span);
    }
    setComposing({ quote });
  }

  /** O: the next of the quotes over the place of the open one, or over the current turn. */
  function cycle() {
    const at = (active === null ? undefined : spans.get(active)) ?? turns[current];
    const over = at ? quotes.filter((quote) => quote.start < at.end && quote.end > at.start) : [];
    const next = over[(over.findIndex((quote) => quote.id === active) + 1) % Math.max(1, over.length)];
    if (next) onActive(next.id);
  }

  function toUnread() {
    const next = way.next(current);
    if (next < 0) return announce(t("allRead"));
    step(next);
    const turn = turns[next];
    if (turn) toPoint(turn.start);
  }

  // ── Mouse and touch ─────────────────────────────────────────────────────────────────────────────────────────

  function onPointerDown(event: React.PointerEvent<HTMLDivElement>) {
    const target = event.target as Element; // pointer events come from elements
    if (target.closest("[data-quote], [data-memo], .reader-tool")) return;
    if (
      event.pointerType === "mouse" &&
      event.button === 0 &&
      selected &&
      !composing &&
      boardDrop.present() &&
      onSelection(event.clientX, event.clientY)
    ) {
      carrySelection(event.nativeEvent);
      return;
    }
    pressed.current = true;
    if (composing) setComposing(null);
    const turn = target.closest<HTMLElement>("[data-turn]");
    if (turn) setCurrent(Number(turn.dataset["turn"]));
  }

  function onClick(event: React.MouseEvent<HTMLDivElement>) {
    const target = event.target as Element; // as above
    const bar = target.closest<HTMLElement>("button[data-quote]");
    if (bar) return onActive(bar.dataset["quote"] === active ? null : (bar.dataset["quote"] ?? null));
    const memo = target.closest<HTMLElement>("button[data-memo]");
    if (memo) return props.onMemo({ turn: Number(memo.dataset["memo"]) });
    if (document.getSelection()?.isCollapsed === false) return;
    const words = target.closest<HTMLElement>("[data-quotes]");
    if (!words) return;
    const ids = new Set((words.dataset["quotes"] ?? "").split(" "));
    const here = quotes.filter((quote) => ids.has(quote.id));
    const order = coverAt(here, Math.max(...here.map((quote) => quote.start)));
    const next = order[(order.indexOf(active ?? "") + 1) % order.length];
    if (next) onActive(next);
  }

  const light = useCallback((id: string | null) => {
    const root = page.current;
    if (!root) return;
    for (const lit of root.querySelectorAll("[data-lit]")) lit.removeAttribute("data-lit");
    if (id) for (const part of root.querySelectorAll(`mark[data-quotes~="${id}"]`)) part.setAttribute("data-lit", "");
  }, []);

  function hover(event: React.SyntheticEvent<HTMLDivElement>) {
    const bar = (event.target as Element).closest<HTMLElement>("button[data-quote]"); // as above
    light(bar?.dataset["quote"] ?? null);
  }

  return (
    <div className="reader">
      {props.header}
      {find.open ? <FindBar find={find} /> : null}
      <div ref={scroll} className="reader-scroll">
        <div
          ref={page}
          className="reader-page"
          role="region"
          aria-label={t("text")}
          onKeyDown={onKeyDown}
          onPointerDown={onPointerDown}
          onClick={onClick}
          onMouseOver={hover}
          onFocus={(event) => {
            hover(event);
            const turn = (event.target as Element).closest<HTMLElement>("[data-turn]"); // as above
            if (turn) setCurrent(Number(turn.dataset["turn"]));
          }}
          onBlur={() => light(null)}
        >
          <Turns
            reading={reading}
            drawn={drawn}
            quotes={quotes}
            whoOf={props.whoOf}
            questionOf={props.questionOf}
            memos={props.memos}
            unread={way.unread}
            active={active}
            current={current}
          />
          {shownFor && tool && canChange ? (
            <div
              className="reader-tool"
              style={{ top: tool.top, insetInlineStart: tool.left, translate: tool.above ? "0 -100%" : undefined }}
            >
              <SelectionTool
                composing={composing !== null}
                had={composing?.quote ? props.choicesOf(composing.quote) : null}
                beside={boardDrop.present()}
                tags={tags}
                boards={boards}
                onCompose={() => setComposing({ quote: null })}
                onMake={done}
                onInVivo={() => act({ deed: "inVivo" })}
                onSend={(board, theme) => selected && make(selected, [], { board, theme })}
                onLink={() => props.onLink(target())}
                onIdentify={() => act({ deed: "identify" })}
                onCancel={cancel}
                onCarry={carrySelection}
              />
            </div>
          ) : null}
        </div>
      </div>
      {canChange ? (
        <QuickTags
          tags={props.quick}
          keys={keys}
          isDisabled={!selected && active === null}
          onChoose={(slot) => act({ deed: "quick", slot })}
        />
      ) : null}
    </div>
  );
}
