"use client";
import { useSyncExternalStore } from "react";
import { useStudy } from "./provider.tsx";

/** What a member of the study is called, also one who has left it; null where that is not known (yet). */
export function usePersonName(person: string): string | null {
  const { me, members } = useStudy();
  useSyncExternalStore(
    (listener) => members.subscribe(listener),
    () => members.version,
    () => 0,
  );
  return person === me.id ? me.name : members.name(person);
}
