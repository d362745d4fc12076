"use client";
/**
 * Tells the others where this person is on the board: what they point at, what is selected and what they see.
 * Of a board that is theirs alone nothing is told but that they are on one.
 */
import { useEffect } from "react";
import { seen } from "#lib/client/board/camera.ts";
import type { BoardModel } from "#lib/client/board/model.ts";
import type { Stage } from "#lib/client/board/stage.ts";
import { useRow, useStudy } from "#lib/client/study/provider.tsx";
import { MOST_SHOWN } from "#lib/domain/study/live.ts";

export function useWhereabouts(stage: Stage | null, model: BoardModel, board: string): void {
  const session = useStudy();
  const row = useRow("board", board);
  const hidden = row !== undefined && row.owner !== null;
  useEffect(() => {
    const nothing = { pointer: null, selected: [], view: null };
    session.show({ page: "board", board: hidden ? null : board, ...nothing });
    if (hidden) return;
    const select = () => session.show({ selected: firstOf(model) });
    select();
    const stop = model.selection.changed.subscribe(select);
    return () => {
      stop();
      session.show(nothing);
    };
  }, [session, model, board, hidden]);

  useEffect(() => {
    if (!stage || hidden) return;
    const { element } = stage;
    const move = (event: PointerEvent) => {
      const { x, y } = stage.boardPoint(event.clientX, event.clientY);
      session.show({ pointer: { x: Math.round(x), y: Math.round(y) } });
    };
    const gone = () => session.show({ pointer: null });
    const look = () => session.show({ view: seen(stage.camera, stage.size) });
    look();
    element.addEventListener("pointermove", move);
    element.addEventListener("pointerleave", gone);
    const stop = stage.cameraMoved.subscribe(look);
    return () => {
      element.removeEventListener("pointermove", move);
      element.removeEventListener("pointerleave", gone);
      stop();
      session.show({ pointer: null, view: null });
    };
  }, [session, stage, board, hidden]);
}

/** As many of the selected cards as others are shown. */
function firstOf({ cards, selection }: BoardModel): string[] {
  const found: string[] = [];
  for (const slot of selection.slots()) {
    const card = cards[slot];
    if (card) found.push(card.id);
    if (found.length === MOST_SHOWN) break;
  }
  return found;
}
