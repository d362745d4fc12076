"use client";
import { useMemo } from "react";
import { may } from "#lib/domain/member/shape.ts";
import { pseudonym } from "#lib/domain/participant/shape.ts";
import { useRows, useStudy, useWords } from "./provider.tsx";

/** The participants of the study to choose from, by number: pseudonyms, with names beside them for those who may read originals. */
export function useParticipants(): readonly Readonly<{ id: string; label: string }>[] {
  const originals = may(useStudy().me.role, "readOriginals");
  const words = useWords();
  const rows = useRows("participant");
  return useMemo(
    () =>
      rows
        .toSorted((a, b) => a.number - b.number)
        .map((row) => {
          const name = originals ? words.name(row.name) : null;
          return { id: row.id, label: name ? `${pseudonym(row)} · ${name}` : pseudonym(row) };
        }),
    [rows, words, originals],
  );
}
