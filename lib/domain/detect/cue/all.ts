/** Cues to indirect identification, as one way of finding; all of them wide. Rules: docs/spec/identifier.md, I67 and I68. */
import type { Finder } from "../hit.ts";
import { readPatterns } from "../pattern/pattern.ts";
import { JOBS } from "./job.ts";
import { STANDINGS } from "./standing.ts";
import { TRAITS } from "./trait.ts";

const ALL = [...JOBS, ...TRAITS, ...STANDINGS];

export const cues: Finder = (text) => readPatterns(ALL, text, "cue");
