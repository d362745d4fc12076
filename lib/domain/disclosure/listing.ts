/**
 * Under which kind each respondent may be listed and counted, so that nothing published tells the kind of an organisation that did not
 * agree to be named.
 *
 * Everybody who agreed stands in the list with their kind, so the others' kinds could be had by subtraction: of 11 organisations
 * interviewed ten named and two kinds complete, the eleventh is of the third. So whoever is not named is counted in a class of enough
 * organisations of the study, and everything that leaves is counted by these classes and by no finer ones.
 * Rules: docs/spec/disclosure.md, DC10 to DC12.
 */
import { together } from "./together.ts";
import type { Thresholds } from "./threshold.ts";

/** One respondent; `named` if its name stands in the list. */
export type Member = Readonly<{ organisation: string; kind: string; named: boolean }>;

/** Some respondents as one class; `kind` is null for kinds that are taken together. */
export type Class<One extends Member> = Readonly<{ kind: string | null; members: readonly One[] }>;

/** How many there are in all of Wales, where that is so few that naming some leaves next to none. */
const IN_WALES: Readonly<Record<string, number>> = { local_authority: 22, national_park: 3 };

/**
 * Sorts the respondents of each list into classes, the largest first and kinds taken together last.
 *
 * The kinds that are taken together are the same in every list that hides somebody in them: an organisation in two lists would
 * otherwise be known to be of the kinds that both leave open. A list whose only class is of kinds taken together tells no kinds.
 */
export function listing<One extends Member>(
  lists: readonly (readonly One[])[],
  thresholds: Thresholds,
): readonly (readonly Class<One>[])[] {
  const least = thresholds.organisations;
  const hidden = new Set(
    lists.flatMap((list) =>
      together(groups(list), (group) => exposed(group, least), least).joined.map(({ kind }) => kind),
    ),
  );
  return lists.map((list) => {
    const all = groups(list);
    const hides = all.some((group) => hidden.has(group.kind) && group.members.some((one) => !one.named));
    const apart = all.filter((group) => !hides || !hidden.has(group.kind));
    const joined = all.filter((group) => hides && hidden.has(group.kind)).flatMap((group) => group.members);
    const sorted = apart.toSorted((a, b) => b.of - a.of || (a.kind < b.kind ? -1 : 1));
    return [...sorted, ...(joined.length > 0 ? [{ kind: null, members: joined }] : [])];
  });
}

type KindGroup<One extends Member> = Readonly<{ kind: string; of: number; members: readonly One[] }>;

function groups<One extends Member>(list: readonly One[]): readonly KindGroup<One>[] {
  const found = new Map<string, One[]>();
  for (const one of list) found.set(one.kind, [...(found.get(one.kind) ?? []), one]);
  return [...found].map(([kind, members]) => ({ kind, of: members.length, members }));
}

/** Whether a kind gives away one of its members: they are few, or the named ones leave few others in all of Wales. */
function exposed(group: KindGroup<Member>, least: number): boolean {
  const named = group.members.filter((one) => one.named).length;
  return named < group.of && (group.of < least || (IN_WALES[group.kind] ?? Infinity) - named < least);
}
