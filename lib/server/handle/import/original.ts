/** A file as it is kept: under an id that follows from its plan, known again by its bytes. */
import { createHash } from "node:crypto";
import { idsOf } from "#lib/format/import/ids.ts";
import type { Original, Upload } from "./ports.ts";

export function originalOf(plan: string, upload: Upload): Original {
  return { ...upload, id: idsOf(plan)("original"), sha256: sha256(upload.bytes) };
}

export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}
