"use client";
/** Moves this camera with that of the person who is followed, in a frame of their hue; any move of one's own ends it. */
import { useEffect } from "react";
import { hueOfPerson } from "#lib/client/person-look.ts";
import type { Stage } from "#lib/client/board/stage.ts";
import { usePeople, useShared, useStudy } from "#lib/client/study/provider.tsx";

export function Following({ stage, board }: Readonly<{ stage: Stage; board: string }>) {
  const { together } = useStudy();
  const { following, wish } = useShared();
  const at = usePeople().find(({ person }) => person === following)?.at;
  const { x, y, w, h } = (at?.page === "board" && at.board === board ? at.view : null) ?? {};
  useEffect(() => {
    if (x === undefined || y === undefined || w === undefined || h === undefined) return;
    stage.showView({ x, y, w, h });
  }, [stage, x, y, w, h]);
  useEffect(() => {
    if (following === null) return;
    return stage.steered.subscribe(() => together.follow(null));
  }, [stage, together, following]);
  // Where somebody has called: shown once the board is open.
  useEffect(() => {
    if (wish?.board !== board) return;
    stage.showView(wish.view);
    together.show(null);
  }, [stage, together, wish, board]);
  if (following === null || x === undefined) return null;
  return (
    <div
      className="board-following"
      style={{ borderColor: `var(--hue-${hueOfPerson(following)}-text)` }}
      aria-hidden="true"
    />
  );
}
