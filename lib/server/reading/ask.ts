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

/** What kind of error was thrown and where, without its words: they may be those of the file, and go into a log. */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const stack = (error.stack ?? "").replace(error.message, "");
  const frames = stack.split("\n").filter((line) => /^ +at .+:\d+:\d+\)?$/.test(line));
  return [error.constructor.name, ...frames].join("\n");
}
