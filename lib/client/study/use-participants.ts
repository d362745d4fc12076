"use client";
import { useMemo } from "react";
import { may } from "#lib/domain/member/shape.ts";
import { pseudonym } from "#lib/domain/participant/shape.ts";
import { useRows, useStudy, useWords } from "./provider.tsx";

/** Somebody to choose. Nothing is given any more to those who have withdrawn. */
export type ParticipantChoice = Readonly<{ id: string; label: string; withdrawn: boolean }>;

/** The participants of the study to choose from, by number: pseudonyms, with names beside them for those who may read originals. */
export function useParticipants(): readonly ParticipantChoice[] {
  const originals = may(useStudy().me.role, "readOriginals");
  const words = useWords();
  const rows = useRows("participant");
  return useMemo(
    () =>
      rows
        .toSorted((a, b) => a.number - b.number)
        .map((row) => {
          const name = originals ? words.name(row.name) : null;
          const label = name ? `${pseudonym(row)} · ${name}` : pseudonym(row);
          return { id: row.id, label, withdrawn: row.withdrawnOn !== null };
        }),
    [rows, words, originals],
  );
}
