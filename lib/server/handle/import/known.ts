/** By which marks a response is known again. Rules: docs/spec/import.md, I101 to I103. */
import type { Mark } from "#lib/format/import/mark.ts";
import type { LookPorts } from "./ports.ts";

/** A response's marks, the respondent's first. */
export function listed(mark: Mark | undefined): string[] {
  return mark ? [...(mark.respondent === null ? [] : [mark.respondent]), mark.row] : [];
}

/** The sources that a response has become before. */
export function sourcesOf(there: Awaited<ReturnType<LookPorts["marked"]>>, mark: Mark) {
  return listed(mark).flatMap((one) => there.get(one) ?? []);
}
