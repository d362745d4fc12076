/**
 * Who took part, as it may be listed: names that agreed, and the others counted in classes that do not give them away.
 *
 * Everything in the report that speaks of kinds of organisation reads these lists and not the rows behind them.
 * Rules: docs/spec/report.md, R3; docs/spec/disclosure.md, DC10 to DC12, DC17, DC24 and DC25.
 */
import { exposedKinds, listing } from "#lib/domain/disclosure/listing.ts";
import type { Class } from "#lib/domain/disclosure/listing.ts";
import type { Settings } from "#lib/domain/disclosure/settings.ts";
import { mayShare } from "#lib/domain/disclosure/threshold.ts";
import type { Thresholds } from "#lib/domain/disclosure/threshold.ts";
import type { Respondent, Sample } from "#lib/domain/finding/sample.ts";

/** A respondent with its name if that agreed to be listed. */
type Listed = Respondent & Readonly<{ name: string | null }>;
type ListedClass = Class<Listed>;
export type Lists = Readonly<{ interview: readonly ListedClass[]; survey: readonly ListedClass[] }>;

/** The lists of a sample; `agreed` holds the names that may stand in them. */
export function listsOf(sample: Sample, agreed: ReadonlyMap<string, string>, settings: Settings): Lists {
  const named = (all: readonly Respondent[]): readonly Listed[] =>
    all.map((one) => {
      const name = one.named ? (agreed.get(one.organisation) ?? null) : null;
      return { ...one, name, named: name !== null };
    });
  const [interview = [], survey = []] = listing(
    [named(sample.interviewed), named(sample.surveyed)],
    settings.thresholds,
    new Set(settings.accepted.keys()),
  );
  return { interview, survey };
}

/** The kinds that these lists tell only because a smaller class of them was accepted. */
export function smallerClasses(lists: Lists, { thresholds, accepted }: Settings): readonly string[] {
  const told = [lists.interview, lists.survey].map((classes) =>
    classes.flatMap(({ kind, members }) => (kind !== null && accepted.has(kind) ? members : [])),
  );
  return [...exposedKinds(told, thresholds)].toSorted();
}

/** The kinds that a list takes together. */
export function hiddenIn(classes: readonly ListedClass[]): ReadonlySet<string> {
  return new Set(classes.flatMap(({ kind, members }) => (kind === null ? members.map((one) => one.kind) : [])));
}

/** Whether a list says kinds at all. */
export function saysKinds(classes: readonly ListedClass[]): boolean {
  return classes.some(({ kind }) => kind !== null);
}

/** How it may be said that most organisations are of one kind: with numbers, as more than half, as the largest group, or not at all. */
export function weightOf(
  kind: string,
  lists: Lists,
  of: number,
  thresholds: Thresholds,
): Readonly<{ says: "numbers"; organisations: number } | { says: "half" | "largest" | "nothing" }> {
  const classes = [...lists.interview, ...lists.survey];
  const listed = new Set(
    classes.flatMap((one) => (one.kind === kind ? one.members.map(({ organisation }) => organisation) : [])),
  ).size;
  // Those listed under the kind are all that a reader can count; who is not told must not be told by this sentence either.
  if (listed * 2 <= of) return { says: "nothing" };
  if (!mayShare(of, thresholds)) return { says: "largest" };
  return classes.some((one) => one.kind === null) ? { says: "half" } : { says: "numbers", organisations: listed };
}
