"use client";
/** Keys for the theme whose title has the focus, or that is being looked at; and the double click that opens a pile. */
import { useEffect } from "react";
import type { Edges } from "#lib/client/board/frame.ts";
import type { Stage } from "#lib/client/board/stage.ts";
import { useBoard } from "../open.tsx";
import { useThemeWork } from "./work.ts";

/** One press makes a theme wider or taller by so much. */
export const PULL = 24;
const PULLS: Readonly<Record<string, Readonly<{ edges: Edges; dx: number; dy: number }>>> = {
  ArrowRight: { edges: { x: 1, y: 0 }, dx: PULL, dy: 0 },
  ArrowLeft: { edges: { x: 1, y: 0 }, dx: -PULL, dy: 0 },
  ArrowDown: { edges: { x: 0, y: 1 }, dx: 0, dy: PULL },
  ArrowUp: { edges: { x: 0, y: 1 }, dx: 0, dy: -PULL },
};

export function useThemeKeys(stage: Stage, singleKeys: boolean): void {
  const { intents, mayChange, model, side } = useBoard();
  const { arrange, pull } = useThemeWork();
  const looked = side?.kind === "theme" ? side.theme : null;
  useEffect(() => {
    if (!mayChange) return;
    const { element } = stage;
    const key = (event: KeyboardEvent) => {
      const { target } = event;
      if (!(target instanceof Element) || target.closest("input, textarea, [data-no-board]")) return;
      const title = target.closest<HTMLElement>("[data-theme-title]")?.dataset["themeTitle"];
      const theme = model.themes.get(title ?? looked ?? "")?.theme;
      if (!theme || event.ctrlKey || event.metaKey) return;
      const act = (): (() => void) | null => {
        const pulled = PULLS[event.key];
        if (pulled && event.altKey && event.shiftKey) {
          if (target.closest(".board-sheet") || theme.locked || theme.collapsed) return null; // a card is pushed with these
          return () => pull(theme.id, pulled.edges, pulled.dx, pulled.dy);
        }
        if (!singleKeys || event.altKey || event.shiftKey) return null;
        if (event.key === "c") return () => intents.collapseTheme(theme.id, !theme.collapsed);
        if (event.key === "g" && !theme.locked && !theme.collapsed) return () => arrange(theme.id);
        return null;
      };
      const deed = act();
      if (!deed) return;
      event.preventDefault();
      event.stopPropagation();
      deed();
    };
    const open = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest("[data-no-board], [data-theme-title]")) return;
      const at = stage.boardPoint(event.clientX, event.clientY);
      const cloth = model.cardAt(at.x, at.y) === -1 ? model.themeAt(at.x, at.y) : null;
      if (!cloth?.theme.collapsed) return;
      event.stopPropagation(); // not an insight on the pile
      intents.collapseTheme(cloth.theme.id, false);
    };
    element.addEventListener("keydown", key);
    element.addEventListener("dblclick", open);
    return () => {
      element.removeEventListener("keydown", key);
      element.removeEventListener("dblclick", open);
    };
  }, [arrange, intents, looked, mayChange, model, pull, singleKeys, stage]);
}
