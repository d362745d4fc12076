"use client";
import { useMemo } from "react";
import { useFromRows } from "./provider.tsx";
import { usePersonNames } from "./use-person-name.ts";

/** The members of the study with their names, the reader among them, in the order of the names. Those whose names are not known yet are missing. */
export function useColleagues(): readonly Readonly<{ id: string; name: string }>[] {
  const ids = useFromRows(["member"], (rows) => [...rows.all("member")].map(({ id }) => id));
  const nameOf = usePersonNames();
  return useMemo(
    () =>
      ids
        .flatMap((id) => {
          const name = nameOf(id);
          return name === null ? [] : [{ id, name }];
        })
        .toSorted((a, b) => a.name.localeCompare(b.name)),
    [ids, nameOf],
  );
}
