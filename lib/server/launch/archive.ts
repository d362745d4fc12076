/**
 * A tar file of named members (POSIX ustar), so that a backup can be looked into with any tool. Knows nothing of databases.
 */
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { Writable } from "node:stream";
import { Readable } from "node:stream";

const block = 512;

/** One member's place in an archive, in bytes. */
export type Member = Readonly<{ name: string; start: number; size: number }>;

function header(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 99 || size >= 8 ** 11)
    throw new Error(`The archive cannot hold ${name} (${size} bytes).`);
  const bytes = Buffer.alloc(block);
  bytes.write(name, 0);
  bytes.write("0000600\0", 100);
  bytes.write("0000000\0", 108);
  bytes.write("0000000\0", 116);
  bytes.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  bytes.write("00000000000\0", 136);
  bytes.write("        ", 148); // the sum is taken over spaces in its own place
  bytes.write("0", 156);
  bytes.write("ustar\0", 257);
  bytes.write("00", 263);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return bytes;
}

/** What goes into an archive: its name, its size in bytes, and its bytes. */
export type Part = Readonly<{ name: string; size: number; content: () => Readable }>;

/** Writes an archive, one part after the other, and ends it with the two empty blocks that say that it is whole. */
export async function writeArchive(out: Writable, parts: readonly Part[]): Promise<void> {
  const bytes = async function* (): AsyncGenerator<Buffer> {
    for (const { name, size, content } of parts) {
      yield header(name, size);
      yield* content();
      yield Buffer.alloc((block - (size % block)) % block);
    }
    yield Buffer.alloc(block * 2);
  };
  await pipeline(Readable.from(bytes()), out);
}

/** The members of an archive. Throws where it is none, or is cut short. */
export async function readMembers(file: string): Promise<ReadonlyMap<string, Member>> {
  const members = new Map<string, Member>();
  const handle = await open(file, "r");
  try {
    const { size: total } = await handle.stat();
    const bytes = Buffer.alloc(block);
    for (let at = 0; at + block <= total;) {
      await handle.read(bytes, 0, block, at);
      if (bytes.every((byte) => byte === 0)) return members;
      const text = (start: number, length: number): string =>
        bytes
          .subarray(start, start + length)
          .toString("latin1")
          .replace(/\0.*$/s, "");
      const name = text(0, 100);
      const size = Number.parseInt(text(124, 12), 8);
      if (text(257, 5) !== "ustar" || !Number.isSafeInteger(size)) throw new Error("This is not an archive.");
      members.set(name, { name, start: at + block, size });
      at += block + Math.ceil(size / block) * block;
    }
    throw new Error("The archive is cut short.");
  } finally {
    await handle.close();
  }
}

/** The bytes of one member. */
export function readMember(file: string, member: Member): Readable {
  if (member.size === 0) return Readable.from([]);
  return createReadStream(file, { start: member.start, end: member.start + member.size - 1 });
}
