"use client";
/** What the colour of cards tells on a board, as this person chose it in this browser. */
import { useMemo, useState } from "react";
import { COLOUR_NOUNS, coloursOf } from "#lib/client/board/colour.ts";
import type { Colouring, Colours } from "#lib/client/board/colour.ts";
import { keepColouring, keptColouring } from "#lib/client/board/kept.ts";
import { useFromRows, useStudy } from "#lib/client/study/provider.tsx";

export type ColouringChoice = Readonly<{ by: Colouring; colours: Colours; choose: (by: Colouring) => void }>;

export function useColouring(board: string): ColouringChoice {
  const person = useStudy().me.id;
  const [by, setBy] = useState(() => keptColouring(person, board));
  const colours = useFromRows(COLOUR_NOUNS, (rows) => coloursOf(rows, board, by), [board, by]);
  return useMemo(
    () => ({
      by,
      colours,
      choose: (next) => {
        keepColouring(person, board, next);
        setBy(next);
      },
    }),
    [board, by, colours, person],
  );
}
