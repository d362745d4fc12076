/** A codebook's file, whatever it is called: a table, or what REFI-QDA has. */
import type { ImportFault } from "#lib/domain/import/fault.ts";
import type { Result } from "#lib/domain/result.ts";
import type { CodebookRead, CodebookWish } from "#lib/domain/tag/draft.ts";
import { isXml, readQdc, readQdpxCodes } from "#lib/format/refi/read-codebook.ts";
import { isZip } from "#lib/format/scan/unpack.ts";
import { readCodebook } from "./read.ts";

/** Reads it. Faults: those of `readCodebook` and of `readQdpxCodes`. */
export function openCodebook(bytes: Uint8Array, wish: CodebookWish): Result<CodebookRead, ImportFault> {
  if (isZip(bytes)) return readQdpxCodes(bytes, wish);
  return isXml(bytes) ? readQdc(bytes, wish) : readCodebook(bytes, wish);
}
