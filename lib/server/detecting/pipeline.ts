/** Detection as the product runs it: all layers together. Loads what is large; only workers and commands import it. */
import { detectBy } from "#lib/domain/detect/detect.ts";
import type { Detect } from "#lib/domain/detect/detect.ts";
import type { Finder } from "#lib/domain/detect/hit.ts";
import type { Added } from "#lib/domain/detect/list/added.ts";
import { cues } from "#lib/domain/detect/cue/all.ts";
import { listedNames } from "#lib/domain/detect/list/names.ts";
import { listedPlaces } from "#lib/domain/detect/list/places.ts";
import { ownNames } from "#lib/domain/detect/own.ts";
import { patterns } from "#lib/domain/detect/pattern/all.ts";
import type { Named } from "#lib/domain/identifier/plan.ts";
import { properNouns } from "./noun.ts";
import { secondOpinion } from "./second.ts";

/** Prepares what does not depend on a study: once for a process. */
export function makeDetection(added: Added): (named: readonly Named[]) => Detect {
  const common: readonly Finder[] = [
    patterns,
    listedPlaces(added.places),
    listedNames(added),
    cues,
    properNouns,
    secondOpinion,
  ];
  return (named) => detectBy([ownNames(named), ...common]);
}
