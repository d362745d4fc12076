"use client";
/** What the colour of cards tells on a board, as this person chose it in this browser. */
import { useMemo, useState } from "react";
import type { Colouring } from "#lib/client/board/colour.ts";
import { keepColouring, keptColouring } from "#lib/client/board/kept.ts";
import { useStudy } from "#lib/client/study/provider.tsx";

export type ColouringChoice = Readonly<{ by: Colouring; choose: (by: Colouring) => void }>;

export function useColouring(board: string): ColouringChoice {
  const person = useStudy().me.id;
  const [by, setBy] = useState(() => keptColouring(person, board));
  return useMemo(
    () => ({
      by,
      choose: (next) => {
        keepColouring(person, board, next);
        setBy(next);
      },
    }),
    [board, by, person],
  );
}
