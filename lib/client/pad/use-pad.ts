"use client";
/** A pad for a screen that shows it, for as long as it does. */
import { useEffect, useState, useSyncExternalStore } from "react";
import { useStudy } from "../study/provider.tsx";
import type { Pad } from "./pad.ts";

/** The pad of a text slot; null for none, and until it is there. Shown anew when something about it has changed. */
export function usePad(id: string | null): Pad | null {
  const { pads } = useStudy();
  const [pad, setPad] = useState<Pad | null>(null);
  useEffect(() => {
    if (id === null) return;
    const used = pads.use(id);
    setPad(used);
    return () => pads.release(used);
  }, [pads, id]);
  useSyncExternalStore(
    pads.subscribe,
    () => pads.seen,
    () => 0,
  );
  return pad !== null && pad.id === id ? pad : null;
}
