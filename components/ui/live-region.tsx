"use client";
/** Says what has changed to those who cannot see it: "Moved to Skills, 7 quotes". */
import { useSyncExternalStore } from "react";

let said = "";
let turn = 0;
const hearers = new Set<() => void>();

/** Announces a sentence politely. The same sentence twice is spoken twice. */
export function announce(sentence: string): void {
  turn += 1;
  said = turn % 2 ? sentence : `${sentence}\u00a0`;
  for (const hear of hearers) hear();
}

function listen(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

/** Where announcements are made; stands once, in the root layout. */
export function LiveRegion() {
  const words = useSyncExternalStore(
    listen,
    () => said,
    () => "",
  );
  return (
    <output aria-live="polite" className="sr-only">
      {words}
    </output>
  );
}
