"use client";
/** Whether single keys are shortcuts for this person (WCAG 2.1.4): on, unless they switched them off in this browser. */
import { useSyncExternalStore } from "react";

const COOKIE = "carthen-single-keys=off";

export function useSingleKeys(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => !document.cookie.includes(COOKIE),
    () => true,
  );
}
