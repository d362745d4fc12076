/**
 * Who is left: the people and organisations that fit all that a quote says, for each of those who might try to guess.
 *
 * Careful on the side of those who spoke: a clue that is true of the speaker is taken to be said of them, and known; one that is not true
 * of them would mislead, and counts for nothing. So the speaker is always among those who are left, more words leave no more, and
 * several quotes together leave no more than each. Source: UKAN, Anonymisation Decision-Making Framework (intruders by what they know);
 * ICO, anonymisation guidance (2025), the motivated intruder. Rules: docs/spec/risk.md, RK1 to RK5.
 */
import type { BodyClass } from "../detect/list/body-size.ts";
import { partsOf } from "../identifier/ladder/organisation.ts";
import { classesOfKind, populationOf } from "../organisation/population.ts";
import type { OrganisationKind, Region } from "../organisation/shape.ts";
import type { Clue, Fact, Left } from "./shape.ts";

/** Somebody who took part; where nobody of an organisation is known, the organisation stands for them. */
export type Person = Readonly<{
  id: string;
  organisation: string | null;
  kind: OrganisationKind | null;
  region: Region | null;
  /** the class in which the lists have the organisation, if they do */
  of: BodyClass | null;
  /** what they do, in the words of the study; null where nobody has said */
  role: string | null;
}>;

/** Who took part, each counted once; and organisations that speak beside those who are known of them, and count for nobody more. */
export type People = Readonly<{ people: readonly Person[]; bodies: readonly Person[] }>;

export type Candidates = Readonly<{
  /** organisations in Wales; null: more than anybody has counted */
  public: number | null;
  holder: ReadonlySet<string>;
  colleague: ReadonlySet<string>;
  /** organisations of the study */
  searcher: ReadonlySet<string>;
}>;

/**
 * Says who is left, the speaker among them. `people`: all who took part. An organisation that is none of them stands for somebody in
 * it who is: it counts by itself only where nobody of it is left.
 */
export function candidates(
  clues: readonly Pick<Clue, "fact">[],
  speaker: Person,
  people: readonly Person[],
): Candidates {
  const facts = clues.map(({ fact }) => fact).filter((fact) => fits(fact, speaker));
  const known = people.filter((one) => facts.every((fact) => fits(fact, one)));
  const self = (some: readonly Person[]) =>
    speaker.id === speaker.organisation && some.some((one) => bodyOf(one) === bodyOf(speaker)) ? [] : [speaker.id];
  const alone = facts.some(({ of }) => of === "person" || of === "habit");
  const within = alone || facts.some(({ of }) => of === "body");
  const beside = alone ? [] : within ? known.filter((one) => bodyOf(one) === bodyOf(speaker)) : known;
  // What one person is in the way of saying, and how they live, stands nowhere that a search leads to.
  const found = facts.some((fact) => fact.of === "body" || (fact.of === "person" && fact.public));
  return {
    public: inWales(facts, speaker),
    holder: new Set([...known.map(({ id }) => id), ...self(known)]),
    colleague: new Set([...beside.map(({ id }) => id), ...self(beside)]),
    searcher: new Set([...(found ? [] : known.map(bodyOf)), bodyOf(speaker)]),
  };
}

/** How many that are. */
export function leftOf({ public: all, holder, colleague, searcher }: Candidates): Left {
  return { public: all, holder: holder.size, colleague: colleague.size, searcher: searcher.size };
}

const bodyOf = ({ organisation, id }: Person) => organisation ?? id;

/** Whether a fact may be true of somebody. What nobody has said of them may be. */
function fits(fact: Fact, one: Person): boolean {
  switch (fact.of) {
    case "kind":
      return one.kind === fact.kind && (fact.classes === null || one.of === null || fact.classes.includes(one.of));
    case "part":
      return one.region !== null && partsOf(one.region).includes(fact.part);
    case "role":
      return one.role === null || sameRole(fact.words, one.role);
    case "body":
    case "person":
    case "habit":
      return true;
  }
}

/** Whether two ways of naming what somebody does may mean the same: all words of one stand in the other. */
function sameRole(one: string, other: string): boolean {
  const [left, right] = [wordsOf(one), wordsOf(other)];
  const all = (some: ReadonlySet<string>, more: ReadonlySet<string>) =>
    some.size > 0 && [...some].every((word) => more.has(word));
  return all(left, right) || all(right, left);
}

const SMALL = new Set("the our a an of for and in y yr o a ar i".split(" "));
function wordsOf(role: string): ReadonlySet<string> {
  const words = role.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !SMALL.has(word)).map((word) => word.replace(/(?<=\p{L}{3})s$/u, "")));
}

/** The organisations of Wales that fit what is said of kinds and parts; null where nobody has counted them. */
function inWales(facts: readonly Fact[], speaker: Person): number | null {
  const kinds = facts.filter((fact) => fact.of === "kind");
  if (kinds.length === 0 || speaker.kind === null) return null;
  let classes = classesOfKind(speaker.kind);
  for (const { classes: closer } of kinds)
    if (closer !== null) classes = classes === null ? closer : classes.filter((one) => closer.includes(one));
  if (classes === null) return null;
  const sizes = [null, ...facts.flatMap((fact) => (fact.of === "part" ? fact.part : []))].map((part) =>
    populationOf(classes, part),
  );
  const counted = sizes.filter((size) => typeof size === "number");
  return counted.length === 0 ? null : Math.max(1, Math.min(...counted));
}
