"use client";
/** The keys of looking for cards: Ctrl+F and `/` begin, F3 goes on, Escape ends; wherever on the board the focus is. */
import { useEffect, useEffectEvent } from "react";
import type { Find } from "./use-find.ts";

export function useFindKeys(find: Find, singleKeys: boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || event.altKey) return;
    if (target !== document.body && !target.closest(".board-screen")) return; // a source beside it, a dialog, a menu
    const typing = target.closest("input, textarea") !== null;
    const control = event.ctrlKey || event.metaKey;
    const act = keyAct(target);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();

    function keyAct(on: HTMLElement): (() => void) | null {
      if (control) return event.key.toLowerCase() === "f" && !event.shiftKey ? find.start : null;
      if (event.key === "/" && singleKeys && !typing) return find.start;
      if (!find.isOpen) return null;
      if (event.key === "F3") return () => find.step(event.shiftKey ? -1 : 1, on !== find.field.current);
      const inStrip = on.closest(".board-find") !== null;
      if (event.key === "Escape" && (inStrip || !typing) && on.closest(".board-panel") === null) return find.end;
      return null;
    }
  });
  useEffect(() => {
    addEventListener("keydown", onKey, true);
    return () => removeEventListener("keydown", onKey, true);
  }, []);
}
