"use client";
/** What is done with whole themes, each deed with what is said of it; where much has moved, the way back stands beside it. */
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { announce } from "#components/ui/live-region.tsx";
import type { Box } from "#lib/client/board/camera.ts";
import type { Edges } from "#lib/client/board/frame.ts";
import { useBoard } from "../open.tsx";

export type ThemeWork = Readonly<{
  arrange: (theme: string) => void;
  tidy: () => void;
  merge: (theme: string, into: string) => void;
  /** Puts cards of one theme into a new one beside it, and asks for its name. */
  split: (cards: readonly string[]) => void;
  /** Makes a theme where a box was drawn, and asks for its name. */
  draw: (box: Box) => void;
  /** A hand has pulled a theme to this box. */
  frame: (theme: string, box: Box) => void;
  /** Pulls an edge by a step. */
  pull: (theme: string, edges: Edges, dx: number, dy: number) => void;
}>;

export function useThemeWork(): ThemeWork {
  const t = useTranslations("board-themes");
  const { done, model, nameOf, setRenaming, setSide, stage, themeDeeds } = useBoard();
  return useMemo(() => {
    const askName = (theme: string) => {
      setSide({ kind: "theme", theme });
      setRenaming(theme);
      // The preview is laid on in the next turn of the loop, and the panel has then taken its room.
      setTimeout(() => {
        const box = model.themes.get(theme)?.box;
        if (box) stage?.reveal(box);
      }, 60);
    };
    const saySize = (theme: string, { w, h }: Readonly<{ w: number; h: number }>) =>
      announce(t("say.sized", { theme: nameOf(theme), w, h }));
    return {
      arrange: (theme) => {
        themeDeeds.arrange(theme);
        done(t("say.arranged", { theme: nameOf(theme), count: model.themes.get(theme)?.count ?? 0 }));
      },
      tidy: () => {
        themeDeeds.tidy();
        done(t("say.tidied", { count: model.count, themes: model.themes.size }));
      },
      merge: (theme, into) => {
        const own = model.themes.get(theme)?.count ?? 0;
        const name = nameOf(theme);
        // What lies in a theme within the other is counted there already.
        let above = model.themes.get(theme)?.theme.parent ?? null;
        while (above !== null && above !== into) above = model.themes.get(above)?.theme.parent ?? null;
        const inside = (model.themes.get(into)?.count ?? 0) + (above === into ? 0 : own);
        themeDeeds.merge(theme, into);
        setSide({ kind: "theme", theme: into });
        done(t("say.merged", { theme: name, into: nameOf(into), count: own, inside }));
      },
      split: (cards) => {
        const theme = themeDeeds.split(cards);
        if (theme === null) return;
        done(t("say.split", { count: cards.length }));
        askName(theme);
      },
      draw: (box) => {
        const { theme, cards } = themeDeeds.draw(box);
        announce(t("say.drawn", { count: cards }));
        askName(theme);
      },
      frame: (theme, box) => {
        themeDeeds.frame(theme, box);
        saySize(theme, box);
      },
      pull: (theme, edges, dx, dy) => {
        const size = themeDeeds.pull(theme, edges, dx, dy);
        if (size) saySize(theme, size);
        else announce(t("say.least", { theme: nameOf(theme) }));
      },
    };
  }, [done, model, nameOf, setRenaming, setSide, stage, t, themeDeeds]);
}
