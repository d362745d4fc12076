/**
 * Walks the XML parts of a workbook's zip, within one limit over all of them.
 *
 * Rules: docs/spec/import.md, I30 and I91.
 */
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { LIMIT } from "#lib/domain/import/limit.ts";
import { no, yes, type Result } from "#lib/domain/result.ts";
import { pour, type Entry } from "#lib/format/docx/zip.ts";
import { walker, type Walk } from "./xml.ts";

export type PartReader = Readonly<{
  names: readonly string[];
  has: (name: string) => boolean;
  /** Walks a part to its end, or until `enough` says so. Faults: `file.broken`, `file.bomb`, `file.password`. */
  walk: (name: string, walk: Walk & Readonly<{ enough?: () => boolean }>) => Result<void, ImportFault>;
}>;

export function partReader(bytes: Uint8Array, entries: readonly Entry[]): PartReader {
  const parts = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const broken = no<ImportFault>({ code: "file.broken", part: "document" });
  let left: number = LIMIT.workbook;
  return {
    names: entries.map((entry) => entry.name),
    has: (name) => parts.has(name.toLowerCase()),
    walk(name, walk) {
      const entry = parts.get(name.toLowerCase());
      if (!entry) return broken;
      if (entry.size > left) return no({ code: "file.bomb", bytes: entry.size, limit: LIMIT.workbook });
      const walking = walker(walk);
      let enough = false;
      let sound = true;
      const poured = pour(bytes, entry, left, (piece) => {
        sound = walking.write(piece) === null;
        enough = walk.enough?.() === true;
        return sound && !enough;
      });
      if (!poured.ok)
        return poured.fault.code === "file.bomb"
          ? no({ code: "file.bomb", bytes: LIMIT.workbook + 1, limit: LIMIT.workbook })
          : poured;
      left -= poured.value;
      if (!sound) return broken;
      return enough || walking.end() === null ? yes(undefined) : broken;
    },
  };
}
