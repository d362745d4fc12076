"use client";
/** What hands find on a board to work on themes with: keys, handles, the drawing of a box, the name of where a drop goes. */
import type { Stage } from "#lib/client/board/stage.ts";
import { useBoard } from "../open.tsx";
import { DrawTheme } from "./draw.tsx";
import { Handles } from "./handles.tsx";
import { useThemeKeys } from "./keys.ts";
import { Target } from "./target.tsx";

type Props = Readonly<{ stage: Stage; singleKeys: boolean; drawing: boolean; onDrawn: () => void }>;

export function ThemeTools({ stage, singleKeys, drawing, onDrawn }: Props) {
  const { mayChange } = useBoard();
  useThemeKeys(stage, singleKeys);
  if (!mayChange) return null;
  return (
    <>
      <Handles stage={stage} />
      <Target stage={stage} />
      {drawing ? <DrawTheme stage={stage} onDone={onDrawn} /> : null}
    </>
  );
}
