"use client";
/**
 * Keys that are pressed while nothing on the page has the focus, as when a board has just been opened: those that move about
 * the board, and Ctrl+A, mean the board (which would otherwise mark every word of the page).
 */
import { useEffect, useEffectEvent } from "react";
import type { Stage } from "#lib/client/board/stage.ts";

const ABOUT = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"]);
const CLOSER = new Set(["+", "=", "-"]);
const VIEWS = new Set(["Digit0", "Digit1", "Digit2"]);

/** @param stage - null in the outline */
export function useLooseKeys(stage: Stage | null): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.target !== document.body || event.defaultPrevented || !isBoards(event)) return;
    const screen = document.querySelector(".board-screen");
    const here = stage ? stage.element : screen?.querySelector<HTMLElement>('.outline-row[tabindex="0"]');
    if (!here) return;
    event.preventDefault();
    here.focus();
    // Heard where it would have been heard with the focus there.
    const at = stage ? (screen?.querySelector(".board-sheet") ?? here) : here;
    at.dispatchEvent(new KeyboardEvent("keydown", { ...pressed(event), bubbles: true, cancelable: true }));
  });
  useEffect(() => {
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}

function isBoards({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (altKey) return false;
  if (ctrlKey || metaKey) return key.toLowerCase() === "a" && !shiftKey;
  return ABOUT.has(key) || CLOSER.has(key) || (shiftKey && VIEWS.has(code));
}

function pressed({ key, code, ctrlKey, metaKey, shiftKey }: KeyboardEvent): KeyboardEventInit {
  return { key, code, ctrlKey, metaKey, shiftKey };
}
