"use client";
/**
 * The lasso: a free line around cards, drawn with the tool or with Alt held on bare paper.
 *
 * Takes the pointer before the surface does. Without dragging, the menu's "Select the same…" and "Select its cards" do it.
 */
import { useTranslations } from "next-intl";
import { useEffect, useLayoutEffect, useRef } from "react";
import { announce } from "#components/ui/live-region.tsx";
import type { Point } from "#lib/client/board/camera.ts";
import { Lasso } from "#lib/client/board/lasso.ts";
import type { Stage } from "#lib/client/board/stage.ts";
import { swallowClick } from "./swallow-click.ts";

type Props = Readonly<{
  stage: Stage;
  /** Whether the tool is in the hand. */
  isOn: boolean;
  onTool: (on: boolean) => void;
  singleKeys: boolean;
}>;

const STEP = 3; // screen pixels between two points of the line

export function LassoTool(props: Props) {
  const t = useTranslations("board-select");
  const { stage, isOn } = props;
  const live = useRef(props);
  useLayoutEffect(() => {
    live.current = props;
  });
  const svg = useRef<SVGSVGElement>(null);
  const polygon = useRef<SVGPolygonElement>(null);

  useEffect(() => {
    stage.element.toggleAttribute("data-lasso", isOn);
  }, [stage, isOn]);

  useEffect(() => {
    const { element, model } = stage;
    let stop: ((keep: boolean) => void) | null = null;

    const begin = (event: PointerEvent) => {
      const base = event.shiftKey ? [...model.selection.slots()] : [];
      const before = [...model.selection.slots()];
      const lasso = new Lasso(model.grid);
      let at: Point = { x: event.clientX, y: event.clientY };
      const follow = () => {
        const { x, y, z } = stage.camera;
        polygon.current?.setAttribute("transform", `scale(${z}) translate(${-x} ${-y})`);
      };
      const add = () => {
        const point = stage.boardPoint(at.x, at.y);
        lasso.add(point);
        const corner = svg.current?.createSVGPoint();
        if (!corner) return;
        corner.x = point.x;
        corner.y = point.y;
        polygon.current?.points.appendItem(corner);
        model.selection.set([...base, ...lasso.slots]);
      };
      const move = (next: PointerEvent) => {
        if (next.pointerId !== event.pointerId) return;
        const now = { x: next.clientX, y: next.clientY };
        if (Math.hypot(now.x - at.x, now.y - at.y) < STEP) return;
        if (lasso.line.length === 0) {
          add();
          svg.current?.setAttribute("data-drawn", "");
        }
        at = now;
        add();
        stage.edge.hold(stage.point(at.x, at.y), add);
      };
      let released = false;
      const up = (last: PointerEvent) => {
        if (last.pointerId !== event.pointerId) return;
        released = true;
        stop?.(last.type === "pointerup");
      };
      const unfollow = stage.cameraMoved.subscribe(follow);
      follow();
      element.setPointerCapture(event.pointerId);
      element.addEventListener("pointermove", move);
      element.addEventListener("pointerup", up);
      element.addEventListener("pointercancel", up);
      stop = (keep) => {
        stop = null;
        stage.edge.end();
        unfollow();
        element.removeEventListener("pointermove", move);
        element.removeEventListener("pointerup", up);
        element.removeEventListener("pointercancel", up);
        polygon.current?.points.clear();
        svg.current?.removeAttribute("data-drawn");
        if (lasso.line.length === 0) return; // a click
        if (released) swallowClick();
        else addEventListener("pointerup", swallowClick, { capture: true, once: true });
        model.selection.set(keep ? [...base, ...lasso.close()] : before);
        announce(t("say.selected", { count: model.selection.count }));
        if (keep && lasso.slots.size > 0 && !event.shiftKey) live.current.onTool(false);
      };
    };

    const down = (event: PointerEvent) => {
      if (stop) return stop(false); // a second finger wants to move the board
      if (event.button !== 0 || !event.isPrimary || element.dataset["hand"] === "open") return;
      if (event.target instanceof Element && event.target.closest("[data-no-board], input")) return;
      if (!live.current.isOn && !(event.altKey && isBare(stage, event))) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      element.focus({ preventScroll: true });
      begin(event);
    };
    const touch = (event: TouchEvent) => {
      if (live.current.isOn && event.touches.length === 1) event.stopImmediatePropagation();
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === "Escape") {
        if (stop) event.stopImmediatePropagation();
        if (stop) stop(false);
        else if (live.current.isOn) live.current.onTool(false);
        return;
      }
      if (event.key.toLowerCase() !== "l" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!live.current.singleKeys || (event.target instanceof Element && event.target.closest("input, textarea")))
        return;
      event.preventDefault();
      event.stopImmediatePropagation();
      live.current.onTool(!live.current.isOn);
    };
    element.addEventListener("pointerdown", down, true);
    element.addEventListener("touchstart", touch, true);
    element.addEventListener("keydown", key);
    return () => {
      stop?.(false);
      element.removeEventListener("pointerdown", down, true);
      element.removeEventListener("touchstart", touch, true);
      element.removeEventListener("keydown", key);
    };
  }, [stage, t]);

  return (
    <svg ref={svg} className="board-lasso" aria-hidden="true">
      <polygon ref={polygon} />
    </svg>
  );
}

function isBare(stage: Stage, event: PointerEvent): boolean {
  const { x, y } = stage.boardPoint(event.clientX, event.clientY);
  const onTitle = event.target instanceof Element && event.target.closest("[data-theme-title]") !== null;
  return !onTitle && stage.model.cardAt(x, y) === -1;
}
