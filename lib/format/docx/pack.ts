/** Puts members together as a zip: always in the same order, with the same time, so that the same members are the same bytes. */
import { zipSync } from "fflate";

export function pack(members: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(members).toSorted(contentTypesFirst);
  const files = Object.fromEntries(names.map((name) => [name, members[name] ?? new Uint8Array()]));
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1), os: 3 });
}

function contentTypesFirst(a: string, b: string): number {
  const first = "[Content_Types].xml"; // where readers expect it
  return a === b ? 0 : a === first ? -1 : b === first ? 1 : a < b ? -1 : 1;
}
