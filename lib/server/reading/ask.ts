/** What the reading threads are asked, and what they answer. */
import type { ImportFault } from "#lib/domain/import/fault.ts";
import type { Result } from "#lib/domain/result.ts";
import type { Opened, OpenOptions } from "#lib/format/import/open.ts";
import type { Go, Portion, SurveyHead, Take } from "#lib/format/import/pour.ts";
import type { Shown } from "#lib/format/import/shown.ts";

/** Whole, as it is brought in; as much as a preview shows; or a survey, whose responses are then poured piece by piece. */
export type Ask =
  | Readonly<{ want: "whole" | "shown"; bytes: Uint8Array; options: OpenOptions }>
  | Readonly<{ want: "survey"; bytes: Uint8Array; options: OpenOptions; take: Take }>
  | Readonly<{ want: "pour"; go: Go }>
  | Readonly<{ want: "more" }>;

export type Answer =
  | Readonly<{ whole: Result<Opened, ImportFault> }>
  | Readonly<{ shown: Result<Shown, ImportFault> }>
  | Readonly<{ head: Result<SurveyHead | null, ImportFault> }> // null: it is no survey
  | Readonly<{ portion: Portion | null }> // null: that was all
  | Readonly<{ thrown: string }>; // a bug of a reader

/** What kind of error was thrown and where, without its words: they may be those of the file, and go into a log. */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const stack = (error.stack ?? "").replace(error.message, "");
  const frames = stack.split("\n").filter((line) => /^ +at .+:\d+:\d+\)?$/.test(line));
  return [error.constructor.name, ...frames].join("\n");
}
