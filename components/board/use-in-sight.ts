"use client";
/**
 * Keeps in sight what is spoken of when the board gets less room, because a panel, a source, the tray or a strip has been
 * opened beside it: the card that has the focus or is read, the theme that is looked at; on a narrow screen, where such
 * things take half of it, all of the board where all of it was seen. Rule B128.
 */
import { useEffect } from "react";
import { seen } from "#lib/client/board/camera.ts";
import type { Box } from "#lib/client/board/camera.ts";
import type { Stage } from "#lib/client/board/stage.ts";
import type { Side } from "./open.tsx";

const TOOLS = 64; // screen pixels at the lower edge, where the toolbar lies
const NARROW = 640; // pixels
const HEAD = { w: 500, h: 300 }; // as much of a theme as tells which one it is

export function useInSight(stage: Stage | null, side: Side | null): void {
  const card = side?.kind === "card" ? side.card : null;
  const theme = side?.kind === "theme" ? side.theme : null;
  useEffect(() => {
    if (!stage) return;
    let { size } = stage;
    const keep = () => {
      const was = size;
      ({ size } = stage);
      if (stage.busy || (size.w >= was.w && size.h >= was.h)) return;
      const before = seen(stage.camera, was);
      const all = stage.model.bounds();
      if (size.w < NARROW && all && holds(before, all)) stage.fitAll();
      else if (stage.focus !== -1) {
        const focused = stage.model.box(stage.focus);
        if (meets(before, focused)) bring(stage, focused);
      }
    };
    // The stage watches the same element, since before: it knows its new size by now.
    const watch = new ResizeObserver(keep);
    watch.observe(stage.element);
    return () => watch.disconnect();
  }, [stage]);
  useEffect(() => {
    if (!stage) return;
    const slot = card === null ? -1 : stage.model.slotOf(card);
    const cloth = stage.model.themes.get(theme ?? "");
    // In the next frame the panel has taken its room.
    const frame = requestAnimationFrame(() => {
      if (slot !== -1) bring(stage, stage.model.sight(slot));
      else if (cloth && !cloth.hidden && !meets(seen(stage.camera, stage.size), cloth.box))
        bring(stage, { ...cloth.box, w: Math.min(cloth.box.w, HEAD.w), h: Math.min(cloth.box.h, HEAD.h) });
    });
    return () => cancelAnimationFrame(frame);
  }, [stage, card, theme]);
}

/** Shows a card whole, above the tools; stays still where it is so already. */
function bring(stage: Stage, { x, y, w, h }: Box): void {
  const box = { x, y, w, h: h + TOOLS / stage.camera.z };
  if (!holds(seen(stage.camera, stage.size), box)) stage.reveal(box);
}

function holds(outer: Box, { x, y, w, h }: Box): boolean {
  return outer.x <= x && outer.y <= y && outer.x + outer.w >= x + w && outer.y + outer.h >= y + h;
}

function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
