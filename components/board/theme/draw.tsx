"use client";
/** The theme tool while it is on: a box is drawn, or a place clicked, and there the theme is. Drawn outside React. */
import { useTranslations } from "next-intl";
import { useEffect, useLayoutEffect, useRef } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { between } from "#lib/client/board/camera.ts";
import type { Stage } from "#lib/client/board/stage.ts";
import { LEAST } from "#lib/domain/board/measure.ts";
import { useBoard } from "../open.tsx";
import { useThemeWork } from "./work.ts";

/** What is drawn smaller than this on the screen was a click. */
const CLICK = 6;

export function DrawTheme({ stage, onDone }: Readonly<{ stage: Stage; onDone: () => void }>) {
  const t = useTranslations("board-themes");
  const { newTheme } = useBoard();
  const { draw } = useThemeWork();
  const live = useRef({ draw, newTheme, onDone });
  useLayoutEffect(() => {
    live.current = { draw, newTheme, onDone }; // a drawing goes on whatever is rendered meanwhile
  });
  useEffect(() => announce(t("draw.hint")), [t]);
  useEffect(() => {
    const { element } = stage;
    element.dataset["drawing"] = "yes";
    let stop: (() => void) | null = null;
    const onBoard = (event: Event) =>
      !(event.target instanceof Element && event.target.closest("[data-no-board], input"));
    const down = (event: PointerEvent) => {
      if (event.button !== 0 || !event.isPrimary || !onBoard(event)) return;
      event.preventDefault();
      event.stopPropagation(); // nothing is picked up, and no finger moves the board
      const from = stage.boardPoint(event.clientX, event.clientY);
      const start = { x: event.clientX, y: event.clientY };
      element.setPointerCapture(event.pointerId);
      const move = (next: PointerEvent) => {
        stage.marquee(from, stage.boardPoint(next.clientX, next.clientY));
      };
      const up = (next: PointerEvent) => {
        stop?.();
        swallowClick();
        const small = Math.abs(next.clientX - start.x) < CLICK && Math.abs(next.clientY - start.y) < CLICK;
        if (small) live.current.newTheme({ x: Math.round(from.x), y: Math.round(from.y) });
        else {
          const box = between(from, stage.boardPoint(next.clientX, next.clientY));
          live.current.draw({ ...box, w: Math.max(box.w, LEAST.w), h: Math.max(box.h, LEAST.h) });
        }
        live.current.onDone();
      };
      const cancel = () => stop?.();
      stop = () => {
        stage.marquee(null, null);
        element.removeEventListener("pointermove", move);
        element.removeEventListener("pointerup", up);
        element.removeEventListener("pointercancel", cancel);
        stop = null;
      };
      element.addEventListener("pointermove", move);
      element.addEventListener("pointerup", up);
      element.addEventListener("pointercancel", cancel);
    };
    const touch = (event: TouchEvent) => {
      if (event.touches.length === 1 && onBoard(event)) event.stopPropagation(); // no card is picked up by a long press
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      live.current.onDone();
    };
    element.addEventListener("pointerdown", down, { capture: true });
    element.addEventListener("touchstart", touch, { capture: true, passive: true });
    window.addEventListener("keydown", key, { capture: true });
    return () => {
      stop?.();
      delete element.dataset["drawing"];
      element.removeEventListener("pointerdown", down, { capture: true });
      element.removeEventListener("touchstart", touch, { capture: true });
      window.removeEventListener("keydown", key, { capture: true });
    };
  }, [stage]);
  return <p className="board-hint">{t("draw.hint")}</p>;
}

/** The click that ends a drawing chooses nothing. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation();
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true })); // where no click follows
}
