"use client";
import { useMemo, useSyncExternalStore } from "react";
import { useFromRows, useStudy } from "./provider.tsx";

/** The members of the study with their names, the reader among them, in the order of the names. Those whose names are not known yet are missing. */
export function useColleagues(): readonly Readonly<{ id: string; name: string }>[] {
  const { me, members } = useStudy();
  const ids = useFromRows(["member"], (rows) => [...rows.all("member")].map(({ id }) => id));
  const version = useSyncExternalStore(
    (listener) => members.subscribe(listener),
    () => members.version,
    () => 0,
  );
  return useMemo(
    () =>
      ids
        .flatMap((id) => {
          const name = id === me.id ? me.name : members.name(id);
          return name === null ? [] : [{ id, name }];
        })
        .toSorted((a, b) => a.name.localeCompare(b.name)),
    // The version stands for the names behind `members`.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [ids, me, members, version],
  );
}
