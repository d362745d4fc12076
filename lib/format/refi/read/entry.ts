/** What of a project's zip is what. Rules: docs/spec/refi.md, RF24 and RF26. */
import type { Entry } from "#lib/format/docx/zip.ts";

/** The XML of the project. It should be called project.qde; ATLAS.ti calls it otherwise. Undefined where there is none. */
export function mainOf(entries: readonly Entry[]): Entry | undefined {
  return entries.find(({ name }) => /^[^/]+\.qde$/iu.test(name));
}

/**
 * Finds the text that a path of the XML means: by its last part, whatever its case, in the folder of sources or anywhere.
 *
 * @returns a function that gives the entry; undefined where the file is not in the zip
 */
export function finder(entries: readonly Entry[]): (path: string) => Entry | undefined {
  const byName = new Map<string, Entry>();
  for (const entry of entries) {
    const name = lastOf(entry.name);
    const old = byName.get(name);
    if (name !== "" && (!old || (!inSources(old) && inSources(entry)))) byName.set(name, entry);
  }
  return (path) => byName.get(lastOf(path)) ?? byName.get(lastOf(decoded(path)));
}

/** Whether the folder of sources is called as NVivo for Windows calls it. */
export function capital(entries: readonly Entry[]): boolean {
  return entries.some(({ name }) => name.startsWith("Sources/"));
}

function inSources({ name }: Entry): boolean {
  return /^sources\//iu.test(name);
}

function lastOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1).toLowerCase();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
