/**
 * Opens a zip and gives all that it holds: members, and as members of their own what lies between and behind them
 * (comments, extra fields, bytes that no entry claims).
 */
import { unzipSync } from "fflate";

export type Member = Readonly<{ name: string; bytes: Uint8Array }>;

/** The name of the member that holds what no entry claims. */
export const BETWEEN = "(between)";

/** What a finished file may unpack to at most; ours are far smaller. */
const LARGEST = 400 * 1024 * 1024;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5 || bytes[2] === 7);
}

/** The members of a zip and the bytes around them, or null where it cannot be read whole. */
export function unpack(bytes: Uint8Array): readonly Member[] | null {
  const claimed: [number, number][] = [];
  let size = 0;
  let fits = true;
  let members: Record<string, Uint8Array>;
  try {
    members = unzipSync(bytes, {
      filter: (file) => {
        size += file.originalSize;
        if (size > LARGEST) fits = false;
        return fits;
      },
    });
  } catch {
    return null;
  }
  if (!fits) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Member[] = Object.entries(members).map(([name, content]) => ({ name, bytes: content }));

  // The compressed data of each local entry is claimed; headers, comments and all else is read as text.
  let entries = 0;
  for (let at = 0; at + 46 <= bytes.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    entries += 1;
    const local = view.getUint32(at + 42, true);
    const packed = view.getUint32(at + 20, true);
    if (local + 30 > bytes.length || view.getUint32(local, true) !== 0x04034b50) return null;
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    claimed.push([from, from + packed]);
    at += 45;
  }
  if (entries !== found.length) return null; // two entries of one name, or one that hides
  claimed.sort((a, b) => a[0] - b[0]);
  const around: number[] = [0x0a]; // never again taken for a zip
  let from = 0;
  for (const [start, end] of [...claimed, [bytes.length, bytes.length] as const]) {
    for (let at = from; at < start; at += 1) around.push(bytes[at] ?? 0);
    around.push(0x0a);
    from = Math.max(from, end);
  }
  found.push({ name: BETWEEN, bytes: Uint8Array.from(around) });
  return found;
}
