/** Remembers in this browser how a person left a board: where they stood, and what colours told. */
import * as z from "zod";
import { CLOSEST, FARTHEST } from "./camera.ts";
import type { Camera } from "./camera.ts";
import { COLOURINGS } from "./colour.ts";
import type { Colouring } from "./colour.ts";

const Kept = z.object({ x: z.number(), y: z.number(), z: z.number().min(FARTHEST).max(CLOSEST) });
const key = (person: string, board: string) => `carthen-camera/${person}/${board}`;

/** The camera as it was left; null where it never was, or cannot be read. */
export function keptCamera(person: string, board: string): Camera | null {
  try {
    return Kept.nullable()
      .catch(null)
      .parse(JSON.parse(localStorage.getItem(key(person, board)) ?? "null"));
  } catch {
    return null; // not JSON, or no storage here: the board is shown whole
  }
}

export function keepCamera(person: string, board: string, camera: Camera): void {
  try {
    localStorage.setItem(key(person, board), JSON.stringify(camera));
  } catch {
    // A full or forbidden storage costs only this comfort.
  }
}

const colourKey = (person: string, board: string) => `carthen-colour/${person}/${board}`;

/** What colours told this person on this board: themes, where nothing else was chosen. */
export function keptColouring(person: string, board: string): Colouring {
  try {
    return z
      .enum(COLOURINGS)
      .catch("theme")
      .parse(localStorage.getItem(colourKey(person, board)));
  } catch {
    return "theme"; // no storage here
  }
}

export function keepColouring(person: string, board: string, by: Colouring): void {
  try {
    localStorage.setItem(colourKey(person, board), by);
  } catch {
    // As above.
  }
}
