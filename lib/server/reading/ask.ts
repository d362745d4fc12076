/** What the reading threads are asked, and what they answer. */
import type { ImportFault } from "#lib/domain/import/fault.ts";
import type { Result } from "#lib/domain/result.ts";
import type { Opened, OpenOptions } from "#lib/format/import/open.ts";
import type { Shown } from "#lib/format/import/shown.ts";

/** Whole, as it is brought in; or as much as a preview shows, so that a large table need not cross between threads. */
export type Ask = Readonly<{ bytes: Uint8Array; options: OpenOptions; whole: boolean }>;

export type Answer =
  | Readonly<{ whole: Result<Opened, ImportFault> }>
  | Readonly<{ shown: Result<Shown, ImportFault> }>
  | Readonly<{ thrown: string }>; // a bug of a reader
