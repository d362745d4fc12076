/** Reads the repository's own files for the rules on it. */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";

const shut = new Set([
  "node_modules",
  ".next",
  ".next-bench",
  ".data",
  ".git",
  "generated",
  "test-results",
  "playwright-report",
]);

/** The files below some rooms that end in one of these ways, by path from the checkout, in order. */
export function files(rooms: readonly string[], ends: readonly string[]): readonly string[] {
  const walk = (room: string): string[] =>
    readdirSync(room, { withFileTypes: true })
      .filter((entry) => !shut.has(entry.name))
      .flatMap((entry) => (entry.isDirectory() ? walk(path.join(room, entry.name)) : [path.join(room, entry.name)]));
  return rooms
    .flatMap(walk)
    .filter((file) => ends.some((end) => file.endsWith(end)))
    .toSorted();
}

/** One file's text. */
export function text(file: string): string {
  return readFileSync(file, "utf8");
}
