"use client";
/** The overview in the corner: the whole board small, with what is seen of it. A click or a drag goes there, arrows too. */
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Minimap, SMALL } from "#lib/client/board/minimap.ts";
import type { Stage } from "#lib/client/board/stage.ts";

const LEAST = 640; // a narrower board has no room for it
const WIDE = 1000; // from here on it stands beside the tools and not above them
const PACE = 0.25; // of the view, with one press of an arrow

export function Overview({ stage }: Readonly<{ stage: Stage }>) {
  const t = useTranslations("board-select");
  const root = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLCanvasElement>(null);
  const map = useRef<Minimap | null>(null);
  const [room, setRoom] = useState<"none" | "above" | "beside">("none");

  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      const { width = 0 } = entry?.contentRect ?? {};
      setRoom(width < LEAST ? "none" : width < WIDE ? "above" : "beside");
    });
    watch.observe(stage.element);
    return () => watch.disconnect();
  }, [stage]);
  useEffect(() => {
    if (!root.current || !canvas.current || !frame.current) return;
    const made = new Minimap(stage, root.current, canvas.current, frame.current);
    map.current = made;
    return () => {
      map.current = null;
      made.close();
    };
  }, [stage, room]);

  if (room === "none") return null;
  const go = (event: React.PointerEvent) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    map.current?.goTo({ x: event.clientX - left, y: event.clientY - top });
  };
  return (
    // Arrows move the board here and not the cursor of a screen reader.
    <div
      ref={root}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
      role="application"
      aria-label={t("overview.label")}
      aria-describedby="overview-keys"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="board-overview"
      data-room={room}
      data-no-board
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) go(event);
      }}
      onKeyDown={(event) => {
        const { w, h } = stage.size;
        const by = { ArrowLeft: [-w, 0], ArrowRight: [w, 0], ArrowUp: [0, -h], ArrowDown: [0, h] }[event.key];
        if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        stage.pan((by[0] ?? 0) * PACE, (by[1] ?? 0) * PACE);
      }}
    >
      <canvas ref={canvas} aria-hidden="true" style={{ width: SMALL.w, height: SMALL.h }} />
      <canvas
        ref={frame}
        aria-hidden="true"
        className="board-overview-frame"
        style={{ width: SMALL.w, height: SMALL.h }}
      />
      <p id="overview-keys" hidden>
        {t("overview.keys")}
      </p>
    </div>
  );
}
