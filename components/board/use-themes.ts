"use client";
/** The themes of the open board as they lie now, for what is drawn from them. */
import { useSyncExternalStore } from "react";
import type { Cloth } from "#lib/client/board/cloth.ts";
import { useBoard } from "./open.tsx";

export function useThemes(): ReadonlyMap<string, Cloth> {
  const { model } = useBoard();
  return useSyncExternalStore(
    model.changed.subscribe,
    () => model.themes,
    () => model.themes,
  );
}
