/**
 * What words seem to name, so that whoever adds them by hand need seldom say it.
 *
 * Runs the part of detection that needs neither a study nor language models; holds all of its lists, so load it when it is needed.
 * Rules: docs/spec/identifier.md, I91.
 */
import { cues } from "../detect/cue/all.ts";
import { detectBy } from "../detect/detect.ts";
import type { Kind } from "../detect/hit.ts";
import { listedNames } from "../detect/list/names.ts";
import { listedPlaces } from "../detect/list/places.ts";
import { patterns } from "../detect/pattern/all.ts";

const detect = detectBy([patterns, listedPlaces([]), listedNames({ given: [], surnames: [] }), cues]);

/** Takes words for what most of them are found to be; for `other`, which counts as a name, where that is less than half of them. */
export function guessOf(words: string): Kind {
  const lengths = new Map<Kind, number>();
  for (const { kind, start, end } of detect(words)) lengths.set(kind, (lengths.get(kind) ?? 0) + end - start);
  const [most] = [...lengths].toSorted((one, other) => other[1] - one[1]);
  return most && most[1] * 2 >= words.trim().length ? most[0] : "other";
}
