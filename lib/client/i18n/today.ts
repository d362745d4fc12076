"use client";
import { useSyncExternalStore } from "react";
import { dayOf } from "#lib/domain/zone.ts";

const MINUTE = 60_000; // after midnight a page may be so much late

/** The day that it is in Wales, `2026-11-27`; another one when that has ended. */
export function useToday(): string {
  return useSyncExternalStore(eachMinute, now, now);
}

function eachMinute(look: () => void): () => void {
  const timer = setInterval(look, MINUTE);
  return () => clearInterval(timer);
}

function now(): string {
  return dayOf(new Date());
}
