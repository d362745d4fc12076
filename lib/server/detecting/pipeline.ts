/** Detection as the product runs it: all layers together. Loads what is large; only workers and commands import it. */
import { detectBy } from "#lib/domain/detect/detect.ts";
import type { Detect } from "#lib/domain/detect/detect.ts";
import { ownNames } from "#lib/domain/detect/own.ts";
import { patterns } from "#lib/domain/detect/pattern/all.ts";
import type { Named } from "#lib/domain/identifier/plan.ts";

/** Prepares detection for a study. */
export function makeDetection(named: readonly Named[]): Detect {
  return detectBy([ownNames(named), patterns]);
}
