/**
 * What stands behind a finding: who said what it cites, and how many speak of what it is about.
 *
 * Pure; returns numbers and ids. Rules: docs/spec/evidence.md, EV1 to EV3.
 */
import type { Rows } from "../study/rows.ts";
import { flat } from "./outline.ts";
import type { Outline } from "./outline.ts";
import { countVoices } from "./voice.ts";
import type { Arm, Heard, Voice } from "./voice.ts";

export type Backing = Readonly<{
  supports: Readonly<Record<Arm, Heard>>;
  contradicts: Readonly<Record<Arm, Heard>>;
  /** all that supports it comes from one person, or from one organisation */
  single: "person" | "organisation" | null;
  /** organisations that speak of its themes, of those that took part */
  scope: Readonly<Record<Arm, Readonly<{ organisations: number; of: number }>>>;
}>;

/** Counts one finding. `told` is the outline of the same rows. */
export function backing(rows: Rows, told: Outline, finding: string): Backing {
  const evidence = rows.related("evidenceOfFinding", finding);
  const cited = (stance: "supports" | "contradicts") =>
    evidence.flatMap((one) => (one.stance === stance ? (told.voices.get(one.quote) ?? []) : []));
  const about = new Set(rows.related("themesOfFinding", finding).map(({ theme }) => theme));
  const spoken = new Set(
    flat(told.themes)
      .filter(({ path }) => path.some((theme) => about.has(theme)))
      .flatMap(({ quotes }) => quotes),
  );
  const speaking = [...spoken].flatMap((quote) => told.voices.get(quote) ?? []);
  const scope = (arm: Arm) => ({
    organisations: heard(speaking, arm).organisations,
    of: told.asked[arm].size,
  });
  return {
    supports: { interview: heard(cited("supports"), "interview"), survey: heard(cited("supports"), "survey") },
    contradicts: { interview: heard(cited("contradicts"), "interview"), survey: heard(cited("contradicts"), "survey") },
    single: singleOf(cited("supports").filter(({ arm }) => arm !== null)),
    scope: { interview: scope("interview"), survey: scope("survey") },
  };
}

function heard(voices: readonly Voice[], arm: Arm): Heard {
  return countVoices(voices.filter((voice) => voice.arm === arm));
}

/** What is not known of whom is not one with anything. */
function singleOf(voices: readonly Voice[]): Backing["single"] {
  const one = (values: readonly (string | null)[]) =>
    values[0] !== undefined && values[0] !== null && values.every((value) => value === values[0]);
  if (one(voices.map(({ participant }) => participant))) return "person";
  return one(voices.map(({ organisation }) => organisation)) ? "organisation" : null;
}
