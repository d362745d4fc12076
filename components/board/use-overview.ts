"use client";
/** Whether the overview is shown, as this browser remembers it. */
import { useSyncExternalStore } from "react";

const KEY = "carthen-overview";
const CHANGED = "carthen-overview-changed";

function subscribe(listener: () => void): () => void {
  addEventListener(CHANGED, listener);
  addEventListener("storage", listener);
  return () => {
    removeEventListener(CHANGED, listener);
    removeEventListener("storage", listener);
  };
}

export function useOverview(): readonly [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(KEY) !== "off",
    () => true,
  );
  const set = (wanted: boolean) => {
    localStorage.setItem(KEY, wanted ? "on" : "off");
    dispatchEvent(new Event(CHANGED));
  };
  return [on, set];
}
