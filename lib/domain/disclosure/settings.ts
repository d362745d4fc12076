/**
 * What holds of disclosure control in a study: what its owners have set, as far as their reasons stand there in words.
 *
 * A limit below the usual one holds only together with its reason: if that is gone, as after words were erased, the usual one
 * holds again, so that no report has the one without the other. Rules: docs/spec/disclosure.md, DC22 to DC25.
 */
import type { Rows } from "../study/rows.ts";
import { lowered, THRESHOLDS, usualAtLeast } from "./threshold.ts";
import type { Thresholds } from "./threshold.ts";

type Words = Readonly<{ lang: string; words: string }>;

export type Settings = Readonly<{
  thresholds: Thresholds;
  /** why some of them are lower than usual; null where none is */
  reason: Words | null;
  /** kinds of organisation of which a smaller class is accepted in the list of respondents, and why */
  accepted: ReadonlyMap<string, Words>;
}>;

/** Those of a study that has set nothing. */
export const USUAL: Settings = { thresholds: THRESHOLDS, reason: null, accepted: new Map() };

/** Reads the settings of the study whose rows these are. */
export function settingsOf(rows: Rows, phrases: ReadonlyMap<string, Words>): Settings {
  const written = (phrase: string | null) => {
    const words = phrase === null ? undefined : phrases.get(phrase);
    return words && /[\p{L}\p{N}]/u.test(words.words) ? words : null;
  };
  const [row] = rows.all("disclosure");
  const thresholds = row ?? THRESHOLDS;
  const reason = lowered(thresholds).length === 0 ? null : written(row?.reason ?? null);
  const { organisations, people, base, listed } = reason ? thresholds : usualAtLeast(thresholds);
  return {
    thresholds: { organisations, people, base, listed },
    reason,
    accepted: new Map(
      [...rows.all("acceptance")].flatMap((one) => {
        const why = written(one.reason);
        return why ? [[one.id, why] as const] : [];
      }),
    ),
  };
}
