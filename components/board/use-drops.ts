"use client";
/** Lets readers and lists drop on a board, by pointer or by an HTML drag. */
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { announce } from "#components/ui/live-region.tsx";
import type { Deeds } from "#lib/client/board/deeds.ts";
import { boardDrop, DROP_TYPE } from "#lib/client/board/drop.ts";
import type { DropPayload } from "#lib/client/board/drop.ts";
import type { Stage } from "#lib/client/board/stage.ts";

export function useDrops(stage: Stage | null, board: string, deeds: Deeds, mayChange: boolean): void {
  const t = useTranslations("board");
  useEffect(() => {
    if (!stage || !mayChange) return;
    const { element } = stage;
    const placeAt = (clientX: number, clientY: number) => {
      const box = element.getBoundingClientRect();
      if (clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom) return null;
      const at = stage.boardPoint(clientX, clientY);
      // The slip that follows the pointer hangs a little below and beside it: the card lands where the slip was.
      return {
        board,
        x: Math.round(at.x + 10 / stage.camera.z),
        y: Math.round(at.y + 12 / stage.camera.z),
        theme: stage.model.themeAt(at.x, at.y)?.theme.id ?? null,
      };
    };
    const leave = boardDrop.register({
      placeAt,
      hover: (place) => stage.hover(place ? place.theme : undefined),
      drop: (place, payload) => announce(t("say.dropped", { count: deeds.drop(place, payload) })),
    });
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes(DROP_TYPE)) return;
      event.preventDefault();
      boardDrop.hoverAt(event.clientX, event.clientY);
    };
    const drop = (event: DragEvent) => {
      const carried = event.dataTransfer?.getData(DROP_TYPE);
      if (!carried) return;
      event.preventDefault();
      boardDrop.dropAt(event.clientX, event.clientY, JSON.parse(carried) as DropPayload); // our own drag of this very page
    };
    const out = () => boardDrop.leave();
    element.addEventListener("dragover", over);
    element.addEventListener("drop", drop);
    element.addEventListener("dragleave", out);
    return () => {
      leave();
      element.removeEventListener("dragover", over);
      element.removeEventListener("drop", drop);
      element.removeEventListener("dragleave", out);
    };
  }, [stage, board, deeds, mayChange, t]);
}
