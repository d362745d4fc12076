/**
 * Under which kind each respondent may be listed and counted, so that nothing published tells the kind of an organisation that did not
 * agree to be named.
 *
 * Everybody who agreed stands in the list with their kind, so the others' kinds could be had by subtraction: of 11 organisations
 * interviewed ten named and two kinds complete, the eleventh is of the third. So whoever is not named is counted in a class of enough
 * organisations of the study, and everything that leaves is counted by these classes and by no finer ones.
 * Rules: docs/spec/disclosure.md, DC10 to DC12 and DC24.
 */
import { populationOfKind } from "../organisation/population.ts";
import { OrganisationKind } from "../organisation/shape.ts";
import { together } from "./together.ts";
import type { Thresholds } from "./threshold.ts";

/** One respondent; `named` if its name stands in the list. */
export type Member = Readonly<{ organisation: string; kind: string; named: boolean }>;

/** Some respondents as one class; `kind` is null for kinds that are taken together. */
export type Class<One extends Member> = Readonly<{ kind: string | null; members: readonly One[] }>;

/**
 * Sorts the respondents of each list into classes, the largest first and kinds taken together last.
 *
 * The kinds that are taken together are the same in every list that hides somebody in them: an organisation in two lists would
 * otherwise be known to be of the kinds that both leave open. A list whose only class is of kinds taken together tells no kinds.
 *
 * @param accepted - the kinds of which a smaller class was accepted
 */
export function listing<One extends Member>(
  lists: readonly (readonly One[])[],
  thresholds: Thresholds,
  accepted: ReadonlySet<string>,
): readonly (readonly Class<One>[])[] {
  const least = thresholds.listed;
  const hidden = new Set(lists.flatMap((list) => takenTogether(groups(list), accepted, least).map(({ kind }) => kind)));
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

/**
 * The kinds of a list that cannot stand by themselves. One whose small class was accepted can, unless the others are too few
 * without it: what was accepted of one kind exposes nobody of another.
 */
function takenTogether<One extends Member>(
  all: readonly KindGroup<One>[],
  accepted: ReadonlySet<string>,
  least: number,
): readonly KindGroup<One>[] {
  const others = all.filter(({ kind }) => !accepted.has(kind));
  const { joined } = together(others, (group) => exposed(group, least), least);
  if (joined.length === 0 || (joined.length > 1 && joined.reduce((sum, { of }) => sum + of, 0) >= least)) return joined;
  const kinds = new Set(joined.map(({ kind }) => kind));
  return together(all, ({ kind }) => kinds.has(kind), least).joined;
}

/** The kinds that would be too small for those of them who are not named, in any of these lists: what can be accepted. */
export function exposedKinds(lists: readonly (readonly Member[])[], thresholds: Thresholds): ReadonlySet<string> {
  const found = lists.flatMap(groups).filter((group) => exposed(group, thresholds.listed));
  return new Set(found.map(({ kind }) => kind));
}

/** Whether a kind gives away one of its members: they are few, or the named ones leave few others in all of Wales. */
function exposed(group: KindGroup<Member>, least: number): boolean {
  const named = group.members.filter((one) => one.named).length;
  const kind = OrganisationKind.safeParse(group.kind);
  const inWales = kind.success ? populationOfKind(kind.data) : "many";
  return named < group.of && (group.of < least || (typeof inWales === "number" && inWales - named < least));
}
