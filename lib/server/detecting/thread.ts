/** A thread that looks through texts and does nothing else. Started by aside.ts. */
import { parentPort, workerData } from "node:worker_threads";
import { detectBy } from "#lib/domain/detect/detect.ts";
import type { Detect } from "#lib/domain/detect/detect.ts";
import type { Added } from "#lib/domain/detect/list/added.ts";
import { ownNames } from "#lib/domain/detect/own.ts";
import { astralOf, toPoints } from "#lib/domain/text/points.ts";
import type { Answer, Ask } from "./ask.ts";
import { makeDetection } from "./pipeline.ts";

const added = workerData as Added; // as aside.ts hands it over
let whole: Detect | null = null; // its language models are loaded when they are first needed

parentPort?.on("message", ({ named, texts, all }: Ask) => {
  const own = detectBy([ownNames(named)]);
  if (all) whole ??= makeDetection(added)([]);
  const answer: Answer = texts.map((text) => {
    const astral = astralOf(text);
    const stored = (detect: Detect) =>
      detect(text).map((one) => ({ ...one, start: toPoints(astral, one.start), end: toPoints(astral, one.end) }));
    return { own: stored(own), found: all && whole ? stored(whole) : [] };
  });
  parentPort?.postMessage(answer);
});
