"use client";
/** Tells the others where this person is on the board. */
import { useEffect } from "react";
import type { Stage } from "#lib/client/board/stage.ts";
import { useStudy } from "#lib/client/study/provider.tsx";

export function useWhereabouts(stage: Stage | null, board: string): void {
  const session = useStudy();
  useEffect(() => {
    session.show({ page: "board", board, pointer: null });
    if (!stage) return;
    const { element } = stage;
    const move = (event: PointerEvent) => {
      const { x, y } = stage.boardPoint(event.clientX, event.clientY);
      session.show({ page: "board", board, pointer: { x: Math.round(x), y: Math.round(y) } });
    };
    const gone = () => session.show({ pointer: null });
    element.addEventListener("pointermove", move);
    element.addEventListener("pointerleave", gone);
    return () => {
      element.removeEventListener("pointermove", move);
      element.removeEventListener("pointerleave", gone);
      session.show({ pointer: null });
    };
  }, [session, stage, board]);
}
