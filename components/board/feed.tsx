"use client";
/**
 * Brings the rows of the study onto the open board's model.
 *
 * A component of its own that draws nothing: who needs to know listens to the model. So a card that is put down, here or by a
 * colleague, is not a reason to render the board with all that stands on and around it.
 */
import { useLayoutEffect, useMemo } from "react";
import { COLOUR_NOUNS, coloursOf, PLAIN, recoloured } from "#lib/client/board/colour.ts";
import { SCENE_NOUNS, Scenes } from "#lib/client/board/rows.ts";
import { useFromRows } from "#lib/client/study/provider.tsx";
import { useBoard } from "./open.tsx";

const NOTHING = [] as const;

export function Feed() {
  const { board, colouring, model } = useBoard();
  const { by } = colouring;
  const scenes = useMemo(() => new Scenes(board), [board]);
  const plain = useFromRows(SCENE_NOUNS, (rows) => scenes.of(rows), [scenes]);
  const plainly = by === "theme"; // then the scene is coloured already, and who shows the legend counts for it
  const colours = useFromRows(
    plainly ? NOTHING : COLOUR_NOUNS,
    (rows) => (plainly ? PLAIN : coloursOf(rows, board, by)),
    [board, by],
  );
  const scene = useMemo(() => recoloured(plain, colours), [plain, colours]);
  useLayoutEffect(() => model.load(scene, colours), [model, scene, colours]);
  return null;
}
