/**
 * Seals what could identify someone: AES-256-GCM with a key for each subject, itself wrapped with a key that is
 * derived from the installation's secret (HKDF-SHA-256, RFC 5869). Destroying a subject's key destroys their names,
 * in backups too. What is sealed is bound to its place: moved to another row it does not open.
 */
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from "node:crypto";
import type { CipherKey } from "node:crypto";

const VERSION = 1;
const NONCE = 12;
const TAG = 16;

export type Seal = Readonly<{
  /** A new subject key, wrapped for storage. */
  newKey: (place: string) => { key: Buffer; wrapped: Buffer };
  /** The key that was wrapped. Throws where it was wrapped with another secret. */
  unwrap: (wrapped: Uint8Array, place: string) => Buffer;
  /** The same words give the same mark, which tells nothing without the secret. Hexadecimal, 32 bytes. */
  mark: (words: string) => string;
}>;

/** @param secret - the installation's secret, at least 32 characters */
export function makeSeal(secret: string): Seal {
  const derived = (what: string) => createSecretKey(Buffer.from(hkdfSync("sha256", secret, "", what, 32)));
  const master = derived("carthen identity");
  const marking = derived("carthen marks");
  return {
    newKey: (place) => {
      const key = Buffer.from(random(32)); // lives on; what it is cut from does not
      return { key, wrapped: seal(master, key, place) };
    },
    unwrap: (wrapped, place) => open(master, wrapped, place),
    mark: (words) => createHmac("sha256", marking).update(words).digest("hex"),
  };
}

/** Seals bytes with a key: version, nonce, cipher text, tag. `place` says where they will stand. */
export function seal(key: CipherKey, plain: Uint8Array, place: string): Buffer {
  const nonce = random(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(place));
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens sealed bytes. Throws where the key, the place or the bytes are not those that were sealed. */
export function open(key: CipherKey, sealed: Uint8Array, place: string): Buffer {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== VERSION) throw new Error("sealed by another version");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(1, 1 + NONCE));
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
  return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE, bytes.length - TAG)), decipher.final()]);
}

let pool = Buffer.alloc(0);

/** Random bytes, drawn many at a time: thirty thousand respondents need a hundred thousand draws. No byte is given twice. */
function random(size: number): Buffer {
  if (pool.length < size) pool = randomBytes(8192);
  const some = pool.subarray(0, size);
  pool = pool.subarray(size);
  return some;
}
