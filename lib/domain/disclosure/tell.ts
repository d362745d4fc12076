/**
 * How one count "n of m organisations" may be told.
 *
 * The m - n organisations that did not say something are a count like the n that did: "all of them" tells it of each. So both must be
 * large enough, and where m is too small for that no n is told at all, as leaving out only some would tell which.
 * Rules: docs/spec/disclosure.md, DC3.
 */
import { small } from "./threshold.ts";
import type { Cell, Span, Thresholds } from "./threshold.ts";

/** What may be said of a count; `below` does not hold its limit, `least` does. */
export type Said =
  | Readonly<{ says: "exact"; count: number }>
  | Readonly<{ says: "below"; limit: number }>
  | Readonly<{ says: "least"; least: number }>
  | Readonly<{ says: "nothing" }>;

/** A count as it may be told; `span` holds all counts that a reader who knows the rules cannot tell apart from it. */
export type Told = Said & Readonly<{ span: Span }>;

/** Whether so many were asked that a count of them may be told. */
export function mayCount(of: number, thresholds: Thresholds): boolean {
  return of >= 2 * thresholds.organisations;
}

/**
 * Tells a count.
 *
 * @param said - the organisations that said it, and the people in them who did
 * @param of - the organisations that were asked
 * @param most - the count that holds this one, where it is published: no sub-theme is raised by more than its theme
 */
export function tell(said: Cell, of: number, thresholds: Thresholds, most = of): Told {
  if (!mayCount(of, thresholds)) return { says: "nothing", span: { low: 0, high: of } };
  const few = small(said, thresholds, most);
  if (few !== null && few.high === of) return { says: "nothing", span: few };
  if (few !== null) return { says: "below", limit: few.high + 1, span: few };
  const least = of - thresholds.organisations + 1;
  if (said.organisations >= least) return { says: "least", least, span: { low: least, high: of } };
  return { says: "exact", count: said.organisations, span: { low: said.organisations, high: said.organisations } };
}
