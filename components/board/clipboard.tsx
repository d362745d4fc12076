"use client";
/**
 * Listens for Ctrl+C, Ctrl+X and Ctrl+V while the board is on the screen: the browser's own events ask for no permission.
 *
 * Leaves alone what is typed in a field, chosen as words in a text beside the board, or meant for a dialog.
 */
import { useEffect, useLayoutEffect, useRef } from "react";
import type { Point } from "#lib/client/board/camera.ts";
import { CLIP_TYPE, readClip } from "#lib/client/board/clip.ts";
import type { OpenBoard } from "./open.tsx";
import { useBoard } from "./open.tsx";
import { useClipboard } from "./use-clipboard.ts";

export function Clipboard() {
  const open = useBoard();
  const clipboard = useClipboard();
  const live = useRef({ open, clipboard });
  useLayoutEffect(() => {
    live.current = { open, clipboard };
  });
  const pointer = useRef<Point | null>(null); // over the board, in client pixels
  const { stage } = open;

  useEffect(() => {
    if (!stage) return;
    const { element } = stage;
    const move = (event: PointerEvent) => (pointer.current = { x: event.clientX, y: event.clientY });
    const leave = () => (pointer.current = null);
    element.addEventListener("pointermove", move);
    element.addEventListener("pointerleave", leave);
    return () => {
      leave();
      element.removeEventListener("pointermove", move);
      element.removeEventListener("pointerleave", leave);
    };
  }, [stage]);

  useEffect(() => {
    const take = (event: ClipboardEvent) => {
      const { open: board, clipboard: way } = live.current;
      const cut = event.type === "cut";
      if (!isForBoard(event) || (cut && !board.mayChange)) return;
      const cards = chosen(board);
      if (cards.length > 0 && way.fill(cards, cut, event.clipboardData)) event.preventDefault();
    };
    const paste = (event: ClipboardEvent) => {
      const { open: board, clipboard: way } = live.current;
      if (!isForBoard(event) || !board.mayChange || !event.clipboardData) return;
      event.preventDefault();
      const at = placeToPaste(board, pointer.current);
      const clip = readClip(event.clipboardData.getData(CLIP_TYPE));
      if (clip) way.pasteClip(clip, at);
      else way.pasteText(event.clipboardData.getData("text/plain"), at);
    };
    document.addEventListener("copy", take);
    document.addEventListener("cut", take);
    document.addEventListener("paste", paste);
    return () => {
      document.removeEventListener("copy", take);
      document.removeEventListener("cut", take);
      document.removeEventListener("paste", paste);
    };
  }, []);
  return null;
}

function isForBoard(event: ClipboardEvent): boolean {
  const { target } = event;
  const { activeElement, body } = document;
  if (event.defaultPrevented || getSelection()?.isCollapsed === false) return false;
  if (target instanceof Element && target.closest("input, textarea, [contenteditable], [role=dialog], [role=menu]"))
    return false;
  return activeElement === null || activeElement === body || activeElement.closest(".board-screen") !== null;
}

/** The selected cards, else the one that has the focus. */
function chosen({ model }: OpenBoard): string[] {
  if (model.selection.count > 0) return model.ids(model.selection.slots());
  const focused = document.activeElement?.closest<HTMLElement>("[data-card], [data-row]")?.dataset;
  const slot = model.slotOf(focused?.["card"] ?? focused?.["row"] ?? "");
  return model.ids([slot]);
}

/** Under the pointer, else in the middle of what is seen; in the outline in the theme of the row that has the focus. */
function placeToPaste({ insideOf, model, stage }: OpenBoard, pointer: Point | null): Point {
  if (stage) return pointer ? stage.boardPoint(pointer.x, pointer.y) : stage.middle();
  const row = document.activeElement?.closest<HTMLElement>("[data-row]")?.dataset["row"] ?? "";
  const theme = model.themes.has(row) ? row : (model.cards[model.slotOf(row)]?.theme ?? null);
  if (theme !== null) return insideOf(theme);
  const bounds = model.bounds();
  return bounds ? { x: bounds.x + bounds.w / 2, y: bounds.y + bounds.h } : { x: 0, y: 0 };
}
