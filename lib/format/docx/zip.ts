/**
 * Opens a zip without trusting it: nothing is unpacked beyond a limit, whatever its directory claims.
 *
 * Reads the central directory and inflates only the wanted entries, chunk by chunk, counting
 * what really comes out. Symbolic links, encrypted entries and zip64 are not followed.
 *
 * Source: PKWARE APPNOTE 6.3.10, 4.3. Rules: docs/spec/import.md, I30.
 */
import { Inflate } from "fflate";
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { LIMIT } from "#lib/domain/import/limit.ts";
import { no, yes, type Result } from "#lib/domain/result.ts";

export type Entry = Readonly<{
  name: string;
  method: number;
  packed: number;
  size: number;
  offset: number;
  locked: boolean;
}>;

/** Lists the entries. Faults: `file.broken`, `file.bomb`. */
export function entriesOf(bytes: Uint8Array): Result<readonly Entry[], ImportFault> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const broken = no<ImportFault>({ code: "file.broken", part: "zip" });
  const tail = findEnd(view);
  if (tail === null) return broken;
  const count = view.getUint16(tail + 10, true);
  let at = view.getUint32(tail + 16, true);
  if (count > LIMIT.entries) return no({ code: "file.bomb", bytes: count, limit: LIMIT.entries });
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return broken;
    const flags = view.getUint16(at + 8, true);
    const [nameSize, extraSize, noteSize] = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
    ];
    if (at + 46 + nameSize > bytes.length) return broken;
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameSize)).replace(/\\/g, "/"),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      locked: (flags & 1) === 1,
    });
    at += 46 + nameSize + extraSize + noteSize;
  }
  return yes(entries);
}

/** Unpacks the wanted entries within the limit over all of them. Faults: `file.broken`, `file.bomb`, `file.password`. */
export function unpack(
  bytes: Uint8Array,
  entries: readonly Entry[],
  wanted: (name: string) => boolean,
): Result<ReadonlyMap<string, Uint8Array>, ImportFault> {
  const chosen = entries.filter((entry) => wanted(entry.name));
  const declared = chosen.reduce((sum, entry) => sum + entry.size, 0);
  if (declared > LIMIT.unpacked) return no({ code: "file.bomb", bytes: declared, limit: LIMIT.unpacked });
  const found = new Map<string, Uint8Array>();
  let left: number = LIMIT.unpacked;
  for (const entry of chosen) {
    const packed = packedOf(bytes, entry);
    if (!packed.ok) return packed;
    const data = entry.method === 0 ? packed.value : inflate(packed.value, left);
    if (data === null) return no({ code: "file.broken", part: "zip" });
    if (data === "bomb" || data.length > left)
      return no({ code: "file.bomb", bytes: LIMIT.unpacked + 1, limit: LIMIT.unpacked });
    left -= data.length;
    found.set(entry.name, data);
  }
  return yes(found);
}

/**
 * Unpacks one entry piece by piece, so that a large one is never in memory as a whole.
 *
 * @param limit - how many bytes may come out
 * @param take - gets each piece, which is good only until it returns; false: no more is wanted
 * @returns how many bytes came out
 *
 * Faults: `file.broken`, `file.bomb`, `file.password`.
 */
export function pour(
  bytes: Uint8Array,
  entry: Entry,
  limit: number,
  take: (piece: Uint8Array) => boolean,
): Result<number, ImportFault> {
  const packed = packedOf(bytes, entry);
  if (!packed.ok) return packed;
  const size = entry.method === 0 ? packed.value.length : inflateInto(packed.value, limit, take);
  if (size === null) return no({ code: "file.broken", part: "zip" });
  if (size === "bomb" || size > limit) return no({ code: "file.bomb", bytes: limit + 1, limit });
  if (entry.method === 0) take(packed.value);
  return yes(size);
}

/** The bytes of an entry as they stand in the file. Faults: `file.broken`, `file.password`. */
function packedOf(bytes: Uint8Array, entry: Entry): Result<Uint8Array, ImportFault> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const broken = no<ImportFault>({ code: "file.broken", part: "zip" });
  if (entry.locked) return no({ code: "file.password" });
  if (entry.method !== 0 && entry.method !== 8) return broken;
  const at = entry.offset;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) return broken;
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + entry.packed > bytes.length) return broken;
  return yes(bytes.subarray(from, from + entry.packed));
}

function inflate(packed: Uint8Array, limit: number): Uint8Array | "bomb" | null {
  const chunks: Uint8Array[] = [];
  const size = inflateInto(packed, limit, (chunk) => chunks.push(chunk.slice()) > 0);
  if (typeof size !== "number") return size;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Feeds what comes out to `take`; how many bytes came out, null where the stream is broken. */
function inflateInto(packed: Uint8Array, limit: number, take: (piece: Uint8Array) => boolean): number | "bomb" | null {
  let size = 0;
  let done = false;
  let enough = false;
  let over = false;
  const stream = new Inflate((chunk, final) => {
    size += chunk.length;
    done ||= final;
    over ||= size > limit;
    if (!over && !enough) enough = !take(chunk);
  });
  const step = 32 * 1024; // 32 kB can become at most 32 MB before we look again
  for (let at = 0; (at < packed.length || at === 0) && !over && !enough; at += step) {
    try {
      stream.push(packed.subarray(at, at + step), at + step >= packed.length);
    } catch {
      return null;
    }
  }
  if (over) return "bomb";
  return done || enough ? size : null;
}

function findEnd(view: DataView): number | null {
  const least = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= least; at -= 1) if (view.getUint32(at, true) === 0x06054b50) return at;
  return null;
}
