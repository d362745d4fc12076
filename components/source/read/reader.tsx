"use client";
/**
 * The reader: a source's text with its quotes, made by mouse, touch or keyboard.
 *
 * It is handed the text, what is known of it and what can be done; it fetches nothing and holds no rule.
 * The page's own selection is the one truth of what is selected, until tags are typed for it.
 * Rules: docs/spec/quote.md, Q5 to Q9.
 */
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { BoardView, Choice, TagView } from "#lib/client/reader/view.ts";
import { announce } from "#components/ui/live-region.tsx";
import { carry } from "#lib/client/reader/drag.ts";
import { boardDrop } from "#lib/client/board/drop.ts";
import { mark, onSelection, rangeOf, select, selectedSpan } from "#lib/client/reader/selection.ts";
import { coverAt, lanes } from "#lib/domain/quote/layout.ts";
import { pointAt, reshape, shown, turnIndexAt, turnsOf, wordsAt } from "#lib/domain/source/reading.ts";
import type { Reading, Span } from "#lib/domain/source/reading.ts";
import { growEnd, growStart, shrinkEnd, shrinkStart, wordsOf } from "#lib/domain/text/word.ts";
import { SelectionTool } from "./toolbar.tsx";
import { Turn } from "./turn.tsx";
import type { Mark, Who } from "./pieces.ts";
import "./read.css";

/** A quote as the reader is handed it. */
export type ReaderQuote = Readonly<{ id: string; start: number; end: number; hue: number; tags: string }>;

/** How others move the reader. */
export type ReaderHandle = Readonly<{ toQuote: (id: string) => void; toTurn: (id: string) => void }>;

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
  boards: readonly BoardView[];
  onMake: (
    span: Span,
    choices: readonly Choice[],
    to: Readonly<{ board: string; theme: string | null }> | null,
  ) => void;
  /** A selection is about to be carried to the board. */
  onCarried: (span: Span) => void;
  onRemove: (quote: string) => void;
  /** The key B: the menu of boards of the open quote. */
  onSendKey: () => void;
  /** Where this person was; a turn's id. */
  position: string | null;
  onPosition: (turn: string) => void;
  header?: React.ReactNode;
}>;

type Tool = Readonly<{ top: number; left: number; above: boolean }>;
const NO_MARKS: readonly Mark[] = [];

export function Reader({
  ref,
  reading,
  quotes,
  whoOf,
  questionOf,
  active,
  onActive,
  canChange,
  keys,
  tags,
  boards,
  onMake,
  onCarried,
  onRemove,
  onSendKey,
  position,
  onPosition,
  header,
}: Props) {
  const t = useTranslations("reader");
  const { turns, lang } = reading;
  const scroll = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<Span | null>(null);
  const [composing, setComposing] = useState(false);
  const [current, setCurrent] = useState(0);
  const [tool, setTool] = useState<Tool | null>(null);
  const pressed = useRef(false);
  const working = useRef(false); // tags are being typed: the page's selection no longer counts
  working.current = composing;

  const marksByTurn = useMarks(reading, quotes);
  const spans = useMemo(() => new Map(quotes.map((quote) => [quote.id, quote])), [quotes]);
  const activeSpan = active === null ? undefined : spans.get(active);

  // ── What is selected ────────────────────────────────────────────────────────────────────────────────────────

  const read = useCallback(
    (snap: boolean) => {
      const root = page.current;
      if (!root || working.current) return;
      const span = selectedSpan(root, turns, lang);
      if (span && snap) select(root, turns, span);
      setSelected((old) => (old && span && old.start === span.start && old.end === span.end ? old : span));
    },
    [turns, lang],
  );

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const changed = () => {
      clearTimeout(waiting);
      if (!pressed.current) waiting = setTimeout(() => read(false), 120);
    };
    const up = (event: PointerEvent) => {
      if (!pressed.current) return;
      pressed.current = false;
      // The selection is settled only after the event; words are snapped where that does not fight a finger.
      setTimeout(() => read(event.pointerType === "mouse"), 0);
    };
    document.addEventListener("selectionchange", changed);
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", up);
    return () => {
      clearTimeout(waiting);
      document.removeEventListener("selectionchange", changed);
      window.removeEventListener("pointerup", up);
      window.removeEventListener("pointercancel", up);
    };
  }, [read]);

  // A colleague's quote redraws the words under a selection: it is set again where it was.
  useLayoutEffect(() => {
    const root = page.current;
    if (!root || !selected || composing || pressed.current) return;
    const now = selectedSpan(root, turns, lang);
    if (!now || now.start !== selected.start || now.end !== selected.end) {
      const holder = document.activeElement;
      if (!holder || holder === document.body || root.contains(holder)) select(root, turns, selected);
    }
    // Only what is drawn matters here: a change of the selection itself is not undone.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [marksByTurn]);

  useLayoutEffect(() => {
    const root = page.current;
    const box = scroll.current;
    if (!root || !box || !selected) {
      setTool(null);
      mark("draft", null);
      return;
    }
    const range = rangeOf(root, turns, selected);
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
  }, [selected, composing, turns, marksByTurn]);

  const forget = useCallback(() => {
    setSelected(null);
    setComposing(false);
    document.getSelection()?.removeAllRanges();
  }, []);

  const cancel = useCallback(() => {
    const root = page.current;
    setComposing(false);
    if (!root || !selected) return;
    working.current = false;
    focusTurn(root, turnIndexAt(turns, selected.start));
    select(root, turns, selected);
  }, [selected, turns]);

  function make(choices: readonly Choice[], to: Readonly<{ board: string; theme: string | null }> | null) {
    if (!selected) return;
    onMake(selected, choices, to);
    announce(choices.length > 0 ? t("madeWith", { tags: choices.map((choice) => choice.name).join(", ") }) : t("made"));
    const root = page.current;
    const turn = turnIndexAt(turns, selected.start);
    working.current = false;
    forget();
    setCurrent(turn);
    if (root) requestAnimationFrame(() => focusTurn(root, turn));
  }

  function carrySelection(press: PointerEvent) {
    if (!selected || !canChange) return;
    const { source, revision } = reading;
    onCarried(selected);
    const words = wordsAt(turns, selected);
    const payload = {
      kind: "span",
      source,
      revision,
      start: selected.start,
      end: selected.end,
      said: { lang, words },
    } as const;
    carry(press, { payload, words, lang }, (end) => {
      if (end === "dropped") {
        announce(t("dropped"));
        forget();
      } else if (end === "elsewhere") announce(t("notDropped"));
    });
  }

  // ── Moving about ────────────────────────────────────────────────────────────────────────────────────────────

  const toPoint = useCallback(
    (point: number, smooth: boolean) => {
      const root = page.current;
      const turn = turnIndexAt(turns, point);
      const element = root?.querySelector<HTMLElement>(`[data-turn="${turn}"]`);
      const box = scroll.current;
      if (!root || !element || !box) return;
      setCurrent(turn);
      element.scrollIntoView({ block: "start" });
      // Turns above may turn out higher than was guessed: look again once they are laid out, then at the very line.
      requestAnimationFrame(() => {
        const range = rangeOf(root, turns, { start: point, end: point + 1 });
        const line = range?.getClientRects()[0];
        const seen = box.getBoundingClientRect();
        if (line) box.scrollBy({ top: line.top - seen.top - seen.height / 3, behavior: smooth ? "smooth" : "instant" });
      });
    },
    [turns],
  );

  useImperativeHandle(
    ref,
    () => ({
      toQuote: (id) => {
        const span = spans.get(id);
        if (span) toPoint(span.start, false);
      },
      toTurn: (id) => {
        const turn = turns.find((one) => one.id === id);
        if (turn) toPoint(turn.start, false);
      },
    }),
    [spans, turns, toPoint],
  );

  // The reader opens where this person was.
  useLayoutEffect(() => {
    if (position === null) return;
    const at = turns.findIndex((turn) => turn.id === position);
    if (at <= 0) return;
    setCurrent(at);
    const go = () => page.current?.querySelector(`[data-turn="${at}"]`)?.scrollIntoView({ block: "start" });
    go();
    // Turns above may be higher than was guessed: once more when they are laid out.
    requestAnimationFrame(() => requestAnimationFrame(go));
    // Only once, when a text is opened.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [reading]);

  useEffect(() => {
    const box = scroll.current;
    if (!box) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const scrolled = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        const { left, top, width } = box.getBoundingClientRect();
        for (const offset of [80, 110, 140]) {
          const turn = document.elementFromPoint(left + width / 2, top + offset)?.closest<HTMLElement>("[data-turn]");
          const id = turn ? turns[Number(turn.dataset["turn"])]?.id : undefined;
          if (id) return onPosition(id);
        }
      }, 300);
    };
    box.addEventListener("scroll", scrolled, { passive: true });
    return () => {
      clearTimeout(waiting);
      box.removeEventListener("scroll", scrolled);
    };
  }, [turns, onPosition]);

  const step = (by: number) => {
    const root = page.current;
    const next = Math.max(0, Math.min(turns.length - 1, current + by));
    setCurrent(next);
    if (root) focusTurn(root, next);
  };

  // ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

  function reshapeBy(side: "start" | "end", change: typeof growEnd) {
    const root = page.current;
    const turn = turns[current];
    if (!root || !turn) return;
    let next: Span | null;
    if (selected) next = reshape(turns, selected, side, (text, at) => change(text, at, lang));
    else {
      const first = wordsOf(shown(turn), lang)[0];
      next = first ? { start: pointAt(turn, first.start, "start"), end: pointAt(turn, first.end, "end") } : null;
    }
    if (!next) return;
    select(root, turns, next);
    setSelected(next);
    announce(wordsAt(turns, next));
  }

  function onKeyDown(event: React.KeyboardEvent<HTMLDivElement>) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    if (
      target instanceof Element &&
      target.closest("input, textarea, select, [contenteditable=true], [role=dialog], [role=menu], [role=toolbar]")
    )
      return;
    const { key } = event;
    const handled = () => event.preventDefault();
    if (key === "ArrowDown" && !event.shiftKey) return (handled(), step(1));
    if (key === "ArrowUp" && !event.shiftKey) return (handled(), step(-1));
    if (key === "Home") return (handled(), step(-turns.length));
    if (key === "End") return (handled(), step(turns.length));
    if (event.shiftKey && key === "ArrowRight") return (handled(), reshapeBy("end", growEnd));
    if (event.shiftKey && key === "ArrowLeft") return (handled(), reshapeBy("end", shrinkEnd));
    if (key === "Escape") {
      if (selected) return (handled(), forget());
      if (active) return (handled(), onActive(null));
      return;
    }
    if (!keys) return;
    if (key === "j") return (handled(), step(1));
    if (key === "k") return (handled(), step(-1));
    if (key === "]") return (handled(), reshapeBy("end", growEnd));
    if (key === "[") return (handled(), reshapeBy("end", shrinkEnd));
    if (key === "{") return (handled(), reshapeBy("start", growStart));
    if (key === "}") return (handled(), reshapeBy("start", shrinkStart));
    if (key === "o") return (handled(), cycle());
    if (!canChange) return;
    if (key === "q") return (handled(), begin());
    if (key === "b" && active) return (handled(), onSendKey());
    if (key === "u" && active) return (handled(), onRemove(active));
  }

  /** Q: the selection, or else the whole turn that the keyboard is at. */
  function begin() {
    const turn = turns[current];
    if (!selected && turn) {
      const words = shown(turn);
      const from = words.length - words.trimStart().length;
      const span = { start: pointAt(turn, from, "start"), end: pointAt(turn, words.trimEnd().length, "end") };
      if (span.start >= span.end) return;
      setSelected(span);
    }
    setComposing(true);
  }

  /** O: the next of the quotes over the place of the open one, or over the current turn. */
  function cycle() {
    const turn = turns[current];
    const over = activeSpan
      ? quotes.filter((quote) => quote.start < activeSpan.end && quote.end > activeSpan.start).map((quote) => quote.id)
      : turn
        ? quotes.filter((quote) => quote.start < turn.end && quote.end > turn.start).map((quote) => quote.id)
        : [];
    const next = over[(active ? over.indexOf(active) + 1 : 0) % Math.max(1, over.length)];
    if (next) onActive(next);
  }

  // ── Mouse and touch ─────────────────────────────────────────────────────────────────────────────────────────

  function onPointerDown(event: React.PointerEvent<HTMLDivElement>) {
    const target = event.target as Element; // pointer events come from elements
    if (target.closest("[data-quote], .reader-tool")) return;
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
    if (composing) setComposing(false);
    const turn = target.closest<HTMLElement>("[data-turn]");
    if (turn) setCurrent(Number(turn.dataset["turn"]));
  }

  function onClick(event: React.MouseEvent<HTMLDivElement>) {
    const target = event.target as Element; // as above
    const bar = target.closest<HTMLElement>("button[data-quote]");
    if (bar) return onActive(bar.dataset["quote"] === active ? null : (bar.dataset["quote"] ?? null));
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
      {header}
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
            marksByTurn={marksByTurn}
            whoOf={whoOf}
            questionOf={questionOf}
            active={active}
            activeSpan={activeSpan}
            current={current}
          />
          {selected && tool && canChange ? (
            <div
              className="reader-tool"
              style={{ top: tool.top, insetInlineStart: tool.left, translate: tool.above ? "0 -100%" : undefined }}
            >
              <SelectionTool
                composing={composing}
                beside={boardDrop.present()}
                tags={tags}
                boards={boards}
                onCompose={() => setComposing(true)}
                onMake={(choices) => make(choices, null)}
                onSend={(board, theme) => make([], { board, theme })}
                onCancel={cancel}
                onCarry={carrySelection}
              />
            </div>
          ) : null}
        </div>
      </div>
    </div>
  );
}

type TurnsProps = Readonly<{
  reading: Reading;
  marksByTurn: ReadonlyMap<number, readonly Mark[]>;
  whoOf: (speaker: string | null) => Who | null;
  questionOf: (question: string | null) => string | null;
  active: string | null;
  activeSpan: Span | undefined;
  current: number;
}>;

/** All turns; each is drawn again only when something of its own has changed. */
function Turns({ reading, marksByTurn, whoOf, questionOf, active, activeSpan, current }: TurnsProps) {
  const t = useTranslations("reader");
  const { turns, lang } = reading;
  const people = useMemo(() => {
    const known = new Map<string | null, Who | null>();
    return (speaker: string | null) => {
      if (!known.has(speaker)) known.set(speaker, whoOf(speaker));
      return known.get(speaker) ?? null;
    };
  }, [whoOf]);
  const lit = useMemo(
    () => new Set(activeSpan ? turnsOf(turns, activeSpan).map((turn) => turn.id) : []),
    [turns, activeSpan],
  );
  return turns.map((turn, index) => {
    const who = people(turn.speaker);
    const time = turn.startMs === null ? null : clock(turn.startMs);
    const before = turns[index - 1];
    const again = before !== undefined && before.speaker === turn.speaker && before.question === turn.question;
    const asked = turn.question !== null && turn.question !== before?.question ? questionOf(turn.question) : null;
    const name = who ? (who.code ? `${who.name}, ${who.code}` : who.name) : t("turn", { number: index + 1 });
    return (
      <Turn
        key={turn.id}
        turn={turn}
        index={index}
        lang={lang}
        who={again ? null : who}
        label={time ? `${name}, ${time}` : name}
        time={time}
        question={asked}
        marks={marksByTurn.get(index) ?? NO_MARKS}
        active={active !== null && lit.has(turn.id) ? active : null}
        current={index === current}
        quiet={who?.interviewer ?? false}
      />
    );
  });
}

/** The quotes by turn, keeping the lists of turns in which nothing has changed. */
function useMarks(reading: Reading, quotes: readonly ReaderQuote[]): ReadonlyMap<number, readonly Mark[]> {
  const before = useRef<ReadonlyMap<number, readonly Mark[]>>(new Map());
  return useMemo(() => {
    const { turns } = reading;
    const lane = lanes(quotes);
    const found = new Map<number, Mark[]>();
    for (const quote of quotes) {
      const label = wordsAt(turns, { start: quote.start, end: Math.min(quote.end, quote.start + 80) });
      const one: Mark = {
        ...quote,
        lane: lane.get(quote.id) ?? 0,
        label: quote.end > quote.start + 80 ? `${label}…` : label,
      };
      for (let at = turnIndexAt(turns, quote.start); at < turns.length; at += 1) {
        const turn = turns[at];
        if (!turn || turn.start >= quote.end) break;
        const list = found.get(at);
        if (list) list.push(one);
        else found.set(at, [one]);
      }
    }
    const kept = new Map<number, readonly Mark[]>();
    for (const [at, list] of found) {
      const old = before.current.get(at);
      kept.set(at, old && sameMarks(old, list) ? old : list);
    }
    before.current = kept;
    return kept;
  }, [reading, quotes]);
}

function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at];
      return (
        other &&
        one.id === other.id &&
        one.start === other.start &&
        one.end === other.end &&
        one.hue === other.hue &&
        one.lane === other.lane &&
        one.tags === other.tags
      );
    })
  );
}

function focusTurn(root: Element, turn: number): void {
  root.querySelector<HTMLElement>(`[data-turn="${turn}"]`)?.focus();
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number) => String(n).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
