"use client";
import { useCallback, useSyncExternalStore } from "react";
import { useStudy } from "./provider.tsx";

/** What members of the study are called, also those who have left it; null where that is not known (yet). A new function when more is known. */
export function usePersonNames(): (person: string) => string | null {
  const { me, members } = useStudy();
  const version = useSyncExternalStore(
    (listener) => members.subscribe(listener),
    () => members.version,
    () => 0,
  );
  return useCallback(
    (person: string) => (person === me.id ? me.name : members.name(person)),
    // The version stands for the names behind `members`.
    // oxlint-disable-next-line react/exhaustive-deps -- as said
    [me, members, version],
  );
}

/** What one of them is called. */
export function usePersonName(person: string): string | null {
  return usePersonNames()(person);
}
