/**
 * Between the page's own selection and places in a text.
 *
 * The words of each turn stand in an element `[data-words="n"]`, n being its position among the turns, with
 * nothing in it but what the turn shows. Rules: docs/spec/quote.md, Q4 and Q5.
 */
import { spanOf, turnIndexAt, unitAt } from "#lib/domain/source/reading.ts";
import type { Span, Spot, Turn } from "#lib/domain/source/reading.ts";

/** The element that holds the words of a turn. */
export function wordsElement(root: Element, turn: number): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-words="${turn}"]`);
}

/** The span that the page's selection means within a text; `null` where it holds no words of it. */
export function selectedSpan(root: Element, turns: readonly Turn[], lang: string): Span | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const from = spotAt(root, range.startContainer, range.startOffset);
  const to = spotAt(root, range.endContainer, range.endOffset);
  return from && to ? spanOf(turns, from, to, lang) : null;
}

/** Where a place in the document lies in the text: in a turn, or at the start of the next one. */
function spotAt(root: Element, node: Node, offset: number): Spot | null {
  const element = node instanceof Element ? node : node.parentElement;
  const words = element?.closest<HTMLElement>("[data-words]");
  if (words && root.contains(words)) {
    const before = document.createRange();
    before.selectNodeContents(words);
    before.setEnd(node, offset);
    return { turn: Number(words.dataset["words"]), unit: before.toString().length };
  }
  const all = root.querySelectorAll<HTMLElement>("[data-words]");
  const place = document.createRange();
  place.setStart(node, offset);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = all[middle];
    // Is the element behind the place?
    if (one && place.comparePoint(one, 0) > 0) high = middle;
    else low = middle + 1;
  }
  const next = all[low];
  const last = all[all.length - 1];
  if (!last) return null;
  return { turn: next ? Number(next.dataset["words"]) : Number(last.dataset["words"]) + 1, unit: 0 };
}

/** The part of one turn that the page's selection means, in units; `null` where it is none, or reaches over several. */
export function selectedWithin(root: Element): { turn: number; from: number; to: number } | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const from = spotAt(root, range.startContainer, range.startOffset);
  const to = spotAt(root, range.endContainer, range.endOffset);
  if (!from || !to) return null;
  if (to.turn === from.turn) return { turn: from.turn, from: from.unit, to: to.unit };
  return to.turn === from.turn + 1 && to.unit === 0 ? { turn: from.turn, from: from.unit, to: Infinity } : null;
}

/** The page's range for a span; `null` where the turns are not on the page. */
export function rangeOf(root: Element, turns: readonly Turn[], span: Span): Range | null {
  const first = turnIndexAt(turns, span.start);
  const last = Math.max(first, turnIndexAt(turns, span.end - 1));
  const head = turns[first];
  const tail = turns[last];
  const from = wordsElement(root, first);
  const to = wordsElement(root, last);
  if (!head || !tail || !from || !to) return null;
  const start = textAt(from, unitAt(head, Math.max(span.start, head.start), "start"));
  const end = textAt(to, unitAt(tail, Math.min(span.end, tail.end), "end"));
  if (!start || !end) return null;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** The text node at a place in a turn's words; `unit` counts UTF-16 units of what the turn shows. */
export function textAt(words: HTMLElement, unit: number): { node: Text; offset: number } | null {
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  let left = unit;
  let last: Text | null = null;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (left <= node.length) return { node, offset: left };
    left -= node.length;
    last = node;
  }
  return last ? { node: last, offset: last.length } : null;
}

/** Selects a span on the page. */
export function select(root: Element, turns: readonly Turn[], span: Span): void {
  const range = rangeOf(root, turns, span);
  const selection = document.getSelection();
  if (!range || !selection) return;
  selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
}

/** Whether a point of the window lies on the page's selection. */
export function onSelection(x: number, y: number): boolean {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return false;
  for (const box of selection.getRangeAt(0).getClientRects()) {
    if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return true;
  }
  return false;
}

/** Shows a span as being worked on while the focus is elsewhere; without a span, none. Where the browser cannot, nothing shows. */
export function mark(name: "draft", range: Range | null): void {
  if (typeof CSS === "undefined" || !("highlights" in CSS)) return;
  if (range) CSS.highlights.set(name, new Highlight(range));
  else CSS.highlights.delete(name);
}
