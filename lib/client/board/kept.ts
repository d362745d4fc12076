/** Remembers in this browser where a person left a board. */
import * as z from "zod";
import { CLOSEST, FARTHEST } from "./camera.ts";
import type { Camera } from "./camera.ts";

const Kept = z.object({ x: z.number(), y: z.number(), z: z.number().min(FARTHEST).max(CLOSEST) });
const key = (board: string) => `carthen-camera/${board}`;

/** The camera as it was left; null where it never was, or cannot be read. */
export function keptCamera(board: string): Camera | null {
  try {
    return Kept.nullable()
      .catch(null)
      .parse(JSON.parse(localStorage.getItem(key(board)) ?? "null"));
  } catch {
    return null; // not JSON, or no storage here: the board is shown whole
  }
}

export function keepCamera(board: string, camera: Camera): void {
  try {
    localStorage.setItem(key(board), JSON.stringify(camera));
  } catch {
    // A full or forbidden storage costs only this comfort.
  }
}
