"use client";
/**
 * Ctrl+A while nothing on the page has the focus: all cards, as on the board itself. Otherwise the browser would mark
 * every word of the page, and the next Ctrl+C copy that.
 */
import { useEffect, useEffectEvent } from "react";
import type { BoardModel } from "#lib/client/board/model.ts";
import type { Stage } from "#lib/client/board/stage.ts";

export function useLooseKeys(model: BoardModel, stage: Stage | null): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.target !== document.body || event.defaultPrevented || event.altKey || event.shiftKey) return;
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "a") return;
    event.preventDefault();
    stage?.element.focus();
    model.selection.set(stage ? model.all() : model.every());
  });
  useEffect(() => {
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}
