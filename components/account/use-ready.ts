"use client";
/** Whether this page answers to people yet: a form sent before that would go the browser's own way, with its words in the address. */
import { useSyncExternalStore } from "react";

const never = () => () => undefined;

export function useReady(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
