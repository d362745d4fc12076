"use client";
/**
 * Handles at the edges of the theme that is chosen, or whose edge is near the pointer. Placed and pulled outside React.
 *
 * For hands alone: by keys and from menus a theme is made wider and taller by steps.
 */
import { useEffect, useLayoutEffect, useRef } from "react";
import { toScreen } from "#lib/client/board/camera.ts";
import type { Box } from "#lib/client/board/camera.ts";
import { hide } from "#lib/client/board/hide.ts";
import type { Cloth } from "#lib/client/board/cloth.ts";
import { pulled, stretched } from "#lib/client/board/frame.ts";
import type { Edges } from "#lib/client/board/frame.ts";
import type { Stage } from "#lib/client/board/stage.ts";
import { useBoard } from "../open.tsx";
import { useThemeWork } from "./work.ts";

const NEAR = 16; // pixels from an edge at which its theme shows handles
const OUT = 5; // pixels that handles stand outside, so that they cover no name
const ROOM = 72; // pixels that a side must have for the corners not to meet, and twice that for the middles
const HANDLES: readonly Edges[] = [-1, 0, 1].flatMap((y) =>
  [-1, 0, 1].flatMap((x) => (x === 0 && y === 0 ? [] : [{ x, y } as Edges])),
); // flatMap widens the literals
const WAIT = 800; // ms for which a pulled edge stays where it was let go, should no answer come

type Held = Readonly<{ cloth: Cloth; edges: Edges; x: number; y: number }>;

export function Handles({ stage }: Readonly<{ stage: Stage }>) {
  const { model, side } = useBoard();
  const { frame } = useThemeWork();
  const live = useRef(frame);
  useLayoutEffect(() => {
    live.current = frame; // a hand pulls on whatever is rendered meanwhile
  });
  const root = useRef<HTMLDivElement>(null);
  const chosen = side?.kind === "theme" ? side.theme : null;
  useEffect(() => {
    const layer = root.current;
    if (!layer) return;
    const { element } = stage;
    let hovered: string | null = null;
    let held: Held | null = null;
    let box: Box | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const open = (id: string | null): Cloth | null => {
      const cloth = model.themes.get(id ?? "");
      return !cloth || cloth.hidden || cloth.theme.collapsed || cloth.theme.locked ? null : cloth;
    };
    const place = () => {
      const cloth = held?.cloth ?? open(hovered) ?? open(chosen);
      const { z } = stage.camera;
      const hidden = !cloth || stage.busy || cloth.box.w * z < ROOM || cloth.box.h * z < ROOM;
      hide(layer, hidden);
      if (hidden) return;
      const drawn = stage.boxOf(cloth);
      const at = toScreen(stage.camera, drawn);
      const w = drawn.w * z;
      const h = drawn.h * z;
      layer.style.setProperty("--edge", `var(--hue-${cloth.theme.hue})`);
      HANDLES.forEach(({ x, y }, n) => {
        const handle = layer.children[n];
        if (!(handle instanceof HTMLElement)) return;
        const left = at.x + ((x + 1) / 2) * w + x * OUT;
        const top = at.y + ((y + 1) / 2) * h + y * OUT;
        handle.style.transform = `translate(${left}px,${top}px)`;
        hide(handle, (x === 0 && w < 2 * ROOM) || (y === 0 && h < 2 * ROOM));
      });
    };
    const near = (cloth: Cloth, x: number, y: number): boolean => {
      const reach = NEAR / stage.camera.z;
      const { box: b } = cloth;
      const within = (by: number) => x > b.x - by && y > b.y - by && x < b.x + b.w + by && y < b.y + b.h + by;
      return within(reach) && !within(-reach);
    };
    const hover = (event: PointerEvent) => {
      if (held || event.pointerType === "touch" || event.buttons !== 0) return;
      const { x, y } = stage.boardPoint(event.clientX, event.clientY);
      const kept = open(hovered);
      if (kept && near(kept, x, y)) return;
      const under = model.themeAt(x, y);
      const next = under && near(under, x, y) ? under.theme.id : null;
      if (next === hovered) return;
      hovered = next;
      place();
    };
    const down = (event: PointerEvent) => {
      const edges = HANDLES[[...layer.children].findIndex((child) => child === event.target)];
      const cloth = open(hovered) ?? open(chosen);
      if (event.button !== 0 || !event.isPrimary || !edges || !cloth) return;
      event.preventDefault();
      event.stopPropagation(); // nothing is picked up, and no finger moves the board
      layer.setPointerCapture(event.pointerId);
      layer.style.cursor = cursorOf(edges);
      held = { cloth, edges, x: event.clientX, y: event.clientY };
    };
    const move = (event: PointerEvent) => {
      if (!held) return;
      const { z } = stage.camera;
      box = pulled(held.cloth, held.edges, (event.clientX - held.x) / z, (event.clientY - held.y) / z);
      stage.stretch(stretched(model.themes, held.cloth.theme.id, box));
      place();
    };
    const end = (keep: boolean) => {
      const was = held;
      const to = box;
      held = null;
      box = null;
      layer.style.cursor = "";
      if (keep && was && to) {
        live.current(was.cloth.theme.id, to);
        timer = setTimeout(() => stage.stretch(null), WAIT);
      } else stage.stretch(null);
      place();
    };
    const up = () => held && end(true);
    const cancel = () => held && end(false);
    const key = (event: KeyboardEvent) => {
      if (!held || event.key !== "Escape") return;
      event.stopPropagation();
      end(false);
    };
    place();
    const stops = [
      stage.cameraMoved.subscribe(place),
      stage.targetChanged.subscribe(place),
      model.changed.subscribe(place),
    ];
    element.addEventListener("pointermove", hover, { passive: true });
    layer.addEventListener("pointerdown", down);
    layer.addEventListener("pointermove", move);
    layer.addEventListener("pointerup", up);
    layer.addEventListener("pointercancel", cancel);
    window.addEventListener("keydown", key, { capture: true });
    return () => {
      clearTimeout(timer);
      stage.stretch(null);
      for (const stop of stops) stop();
      element.removeEventListener("pointermove", hover);
      layer.removeEventListener("pointerdown", down);
      layer.removeEventListener("pointermove", move);
      layer.removeEventListener("pointerup", up);
      layer.removeEventListener("pointercancel", cancel);
      window.removeEventListener("keydown", key, { capture: true });
    };
  }, [chosen, model, stage]);
  return (
    <div ref={root} className="board-handles" data-no-board aria-hidden="true" hidden>
      {HANDLES.map((edges) => (
        <span
          key={`${edges.x}/${edges.y}`}
          className="board-handle"
          data-corner={(edges.x !== 0 && edges.y !== 0) || undefined}
          data-side={edges.x !== 0 && edges.y === 0 ? "yes" : undefined}
          style={{ cursor: cursorOf(edges) }}
        />
      ))}
    </div>
  );
}

function cursorOf({ x, y }: Edges): string {
  if (x === 0) return "ns-resize";
  if (y === 0) return "ew-resize";
  return x === y ? "nwse-resize" : "nesw-resize";
}
