"use client";
/**
 * What the others have selected: outlines in each person's hue, and their name at the first card.
 *
 * One canvas over the board, for elements and painted cards alike; drawn in the board's own frames, at most `MOST`
 * outlines at once. While nobody has selected anything, it is not there at all. Rule B105.
 */
import { useEffect, useMemo, useRef } from "react";
import { toScreen } from "#lib/client/board/camera.ts";
import { hide } from "#lib/client/board/hide.ts";
import { outlinesOf } from "#lib/client/board/outlines.ts";
import type { Outlined } from "#lib/client/board/outlines.ts";
import type { Stage } from "#lib/client/board/stage.ts";
import { hueOfPerson } from "#lib/client/person-look.ts";
import { usePeople } from "#lib/client/study/provider.tsx";

const MOST = 600; // outlines in one frame
const LINE = 2.5; // screen pixels
const APART = 4; // screen pixels between the outlines of several persons around one card

export function Selections({ stage, board }: Readonly<{ stage: Stage; board: string }>) {
  const people = usePeople();
  const canvas = useRef<HTMLCanvasElement>(null);
  const names = useRef<HTMLDivElement>(null);
  const outlined = useMemo(() => outlinesOf(people, board), [people, board]);
  useEffect(() => {
    const draw = () => {
      if (canvas.current) drawOutlines(canvas.current, stage, outlined);
      if (names.current) placeNames(names.current, stage, outlined);
    };
    draw();
    const stops = [stage.cameraMoved.subscribe(draw), stage.model.changed.subscribe(draw)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [stage, outlined]);
  if (outlined.length === 0) return null;
  return (
    <div className="board-pointers" aria-hidden="true">
      <canvas ref={canvas} className="absolute inset-0 size-full" />
      <div ref={names}>
        {outlined.map(({ person, name }) => (
          <span
            key={person}
            className="board-holder"
            style={{ background: `var(--hue-${hueOfPerson(person)}-text)` }}
            data-person={person}
          >
            {name}
          </span>
        ))}
      </div>
    </div>
  );
}

function drawOutlines(canvas: HTMLCanvasElement, stage: Stage, outlined: readonly Outlined[]): void {
  const dpr = Math.min(2, devicePixelRatio);
  const { size, camera, model } = stage;
  const w = Math.round(size.w * dpr);
  const h = Math.round(size.h * dpr);
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h) canvas.height = h;
  const g = canvas.getContext("2d");
  if (!g) return;
  g.setTransform(dpr, 0, 0, dpr, 0, 0);
  g.clearRect(0, 0, size.w, size.h);
  let left = MOST;
  outlined.forEach(({ person, cards }, at) => {
    const out = LINE + at * APART;
    g.strokeStyle = stage.painter.ink.hues[hueOfPerson(person)] ?? stage.painter.ink.ink;
    g.lineWidth = LINE;
    g.beginPath();
    for (const id of cards) {
      const slot = model.slotOf(id);
      if (slot === -1 || model.moving[slot] === 1) continue;
      const box = model.sight(slot);
      const { x, y } = toScreen(camera, box);
      const right = x + box.w * camera.z;
      const bottom = y + box.h * camera.z;
      if (right < -out || bottom < -out || x > size.w + out || y > size.h + out) continue;
      if (left-- <= 0) break;
      g.rect(x - out, y - out, right - x + 2 * out, bottom - y + 2 * out);
    }
    g.stroke();
  });
}

/** Puts each name at the first of the cards that is in sight. */
function placeNames(names: HTMLElement, stage: Stage, outlined: readonly Outlined[]): void {
  const { size, camera, model } = stage;
  outlined.forEach(({ cards }, at) => {
    const element = names.children[at];
    if (!(element instanceof HTMLElement)) return;
    const out = LINE + at * APART;
    for (const id of cards) {
      const slot = model.slotOf(id);
      if (slot === -1) continue;
      const box = model.sight(slot);
      const { x, y } = toScreen(camera, box);
      if (x + box.w * camera.z < 0 || y + box.h * camera.z < 0 || x > size.w || y > size.h) continue;
      hide(element, false);
      // Above the card; where there is no room above, within its upper edge.
      element.style.transform = `translate(${x - out - LINE / 2}px,${Math.max(2, y - out - 20)}px)`;
      return;
    }
    hide(element, true);
  });
}
