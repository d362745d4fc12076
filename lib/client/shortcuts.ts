"use client";
/**
 * Single-key shortcuts, and the switch that turns them off (WCAG 2.2, 2.1.4): speech input and shaky hands press
 * letters that nobody meant. Keys with Ctrl or Cmd are not single keys and always work.
 */
import { useEffect, useSyncExternalStore } from "react";

const KEY = "carthen-single-keys";
const CHANGED = "carthen-single-keys-changed";

function subscribe(listener: () => void): () => void {
  addEventListener(CHANGED, listener);
  addEventListener("storage", listener);
  return () => {
    removeEventListener(CHANGED, listener);
    removeEventListener("storage", listener);
  };
}

/** Whether single keys do something in this browser. */
export function singleKeysOn(): boolean {
  return localStorage.getItem(KEY) !== "off";
}

/** Whether single keys do something, and the switch. */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, singleKeysOn, () => true);
  const set = (wanted: boolean) => {
    localStorage.setItem(KEY, wanted ? "on" : "off");
    dispatchEvent(new Event(CHANGED));
  };
  return [on, set];
}

/** Whether a key press is meant for a field that takes text, or for an open dialog or menu. */
export function isTyping(event: KeyboardEvent): boolean {
  const { target } = event;
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, [contenteditable], [role=menu], [role=listbox]") !== null
  );
}

/**
 * Calls back when a single key is pressed outside fields.
 *
 * @param key - as `KeyboardEvent.key` says it: "?", "q"
 */
export function useShortcut(key: string, act: (event: KeyboardEvent) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (event.key.toLowerCase() !== key.toLowerCase() || !singleKeysOn()) return;
      event.preventDefault();
      act(event);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [key, act]);
}
