/**
 * What a theme's section says of how many raised it: a sentence, and for the outermost themes a table by kind of organisation.
 *
 * Which numbers may be said is decided by `lib/domain/disclosure`; here they are put into words.
 * Rules: docs/spec/report.md, R4, R6; docs/spec/disclosure.md, DC14 to DC16.
 */
import type { ThemeCount } from "#lib/domain/finding/count.ts";
import { byKind, heardIn } from "#lib/domain/disclosure/by-kind.ts";
import { mayCount, tell } from "#lib/domain/disclosure/tell.ts";
import type { Said, Told } from "#lib/domain/disclosure/tell.ts";
import type { Thresholds } from "#lib/domain/disclosure/threshold.ts";
import { plain } from "#lib/domain/report/model.ts";
import type { Block, Text } from "#lib/domain/report/model.ts";
import type { Say } from "./say.ts";

export const ARMS = ["interview", "survey"] as const;
type Arm = (typeof ARMS)[number];
/** How a theme's support is told, in each arm. */
export type Heard = Readonly<Record<Arm, Told>>;

/** Tells a theme's counts; `above` is what was told of the theme that holds it. */
export function heard(count: ThemeCount, above: Heard | null, thresholds: Thresholds): Heard {
  const one = (arm: Arm) => tell(heardIn(count[arm]), count[arm].of, thresholds, above?.[arm].span.high);
  return { interview: one("interview"), survey: one("survey") };
}

/** The sentence for each arm of which a number may be said; an arm of too few is explained once, in the approach. */
export function raisedBy(count: ThemeCount, told: Heard, say: Say): readonly string[] {
  return ARMS.flatMap((arm) => {
    const number = inWords(told[arm], say);
    if (number === null) return [];
    return [say(arm === "interview" ? "ofInterviewed" : "ofSurveyed", { count: number, of: count[arm].of })];
  });
}

/** Explains why no numbers are said of an arm, where too few took part for any. */
export function uncounted(of: Readonly<Record<Arm, number>>, thresholds: Thresholds, say: Say): readonly string[] {
  return ARMS.flatMap((arm) =>
    of[arm] === 0 || mayCount(of[arm], thresholds)
      ? []
      : [
          say(arm === "interview" ? "fewInterviewed" : "fewSurveyed", {
            limit: 2 * thresholds.organisations,
          }),
        ],
  );
}

/** The rows of the table by kind; `hidden` are the kinds that the list of respondents takes together in each arm. */
export function kindRows(
  count: ThemeCount,
  told: Heard,
  hidden: Readonly<Record<Arm, ReadonlySet<string>>>,
  thresholds: Thresholds,
  say: Say,
  lang: string,
): readonly (readonly Text[])[] {
  return ARMS.flatMap((arm) =>
    byKind(count[arm], told[arm], hidden[arm], thresholds).map((row) => [
      plain(say(arm === "interview" ? "interviews" : "survey"), lang),
      plain(capital(say(row.kind === null ? "kindsTogether" : `kinds.${row.kind}`)), lang),
      plain(shareOf(row.organisations, row.of, say), lang),
      plain(String(row.participants ?? say("notGiven")), lang),
      plain(String(row.quotes ?? say("notGiven")), lang),
    ]),
  );
}

/** The table that holds these rows. */
export function tableOf(caption: string, rows: readonly (readonly Text[])[], say: Say, lang: string): readonly Block[] {
  if (rows.length === 0) return [];
  const head = ["columnArm", "columnKind", "columnOrganisations", "columnParticipants", "columnQuotes"];
  return [{ kind: "table", caption: plain(caption, lang), head: head.map((key) => plain(say(key), lang)), rows }];
}

/** So many of so many organisations, as it may be told. */
export function shareOf(said: Said, of: number, say: Say): string {
  const number = inWords(said, say);
  return number === null ? say("notGivenOf", { of }) : say("nOf", { count: number, of });
}

/** A number, or words in its place; null where nothing is said. */
export function inWords(said: Said, say: Say): string | null {
  switch (said.says) {
    case "exact":
      return String(said.count);
    case "below":
      return say("fewerThan", { limit: said.limit });
    case "least":
      return say("atLeast", { least: said.least });
    case "nothing":
      return null;
  }
}

/** With a capital, to begin a cell. */
function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
