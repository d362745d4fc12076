import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OrganisationKind, Region } from "#lib/domain/organisation/shape.ts";
import { candidates, leftOf } from "#lib/domain/risk/left.ts";
import type { Person } from "#lib/domain/risk/left.ts";
import { judge } from "#lib/domain/risk/judge.ts";
import type { Leaving } from "#lib/domain/risk/judge.ts";
import type { Clue, ClueKind, Fact } from "#lib/domain/risk/shape.ts";

const person = (id: string, organisation: string, more: Partial<Person> = {}): Person => ({
  id,
  organisation,
  kind: "local_authority",
  region: null,
  of: null,
  role: null,
  ...more,
});
const clue = (fact: Fact, kind: ClueKind = "kind", words = "words"): Clue => ({ kind, words, fact });
const council: Fact = { of: "kind", kind: "local_authority", classes: null };
const fire: Fact = { of: "kind", kind: "emergency_service", classes: ["fire"] };
const north: Fact = { of: "part", part: "north" };
const body: Fact = { of: "body" };
const head: Fact = { of: "role", words: "Head of the digital service" };

const A1 = person("a1", "A", { region: "north", role: "Head of digital services" });
const A2 = person("a2", "A", { region: "north", role: "Developer" });
const B = person("b", "B", { region: "south_west", role: "Developer" });
const C = person("c", "C", { kind: "emergency_service", of: "fire", region: "north", role: "Developer" });
const D = person("d", "D", { kind: "housing_association", region: "mid" });
const all = [A1, A2, B, C, D];
const left = (speaker: Person, ...facts: readonly Fact[]) =>
  leftOf(
    candidates(
      facts.map((fact) => clue(fact)),
      speaker,
      all,
    ),
  );

describe("who is left", () => {
  test("[RK1] to anybody: the organisations of Wales of that kind, and there", () => {
    expect(left(A1).public).toBeNull();
    expect(left(A1, north).public).toBeNull();
    expect(left(A1, council).public).toBe(22);
    expect(left(A1, council, north).public).toBe(6);
    expect(left(C, fire).public).toBe(3);
    expect(
      left(D, { of: "kind", kind: "housing_association", classes: null }, { of: "part", part: "mid" }).public,
    ).toBe(34);
  });

  test("[RK2] to who has the list: the participants of that kind, part and role", () => {
    expect(left(A1).holder).toBe(5);
    expect(left(A1, council).holder).toBe(3);
    expect(left(A1, council, north).holder).toBe(2);
    expect(left(A1, head).holder).toBe(2); // D may be one: nobody has said what they do
    expect(left(A1, body).holder).toBe(5);
  });

  test("[RK3] [RK9] to a colleague: those of the organisation, or the speaker alone", () => {
    expect(left(A1, body).colleague).toBe(2);
    expect(left(A1, head, body).colleague).toBe(1);
    expect(left(A1, { of: "person", public: false }).colleague).toBe(1);
    expect(left(A1, { of: "habit" })).toEqual({ public: null, holder: 5, colleague: 1, searcher: 4 });
  });

  test("[RK4] to a searcher: the organisations of the study that fit, or what was found", () => {
    expect(left(A1).searcher).toBe(4);
    expect(left(A1, north).searcher).toBe(2);
    expect(left(A1, body).searcher).toBe(1);
    expect(left(A1, { of: "person", public: true }).searcher).toBe(1);
    expect(left(A1, { of: "person", public: false }).searcher).toBe(4);
  });

  test("[RK3] an organisation that speaks beside those who are known of it is one of them, and by itself where none is left", () => {
    const A = person("A", "A", { region: "north" });
    expect(left(A).holder).toBe(left(A1).holder);
    expect(left(A, body).colleague).toBe(2);
    expect(left(A, { of: "habit" }).colleague).toBe(1);
  });

  test("[RK5] what is not true of the speaker counts for nothing", () => {
    expect(left(B, fire, north)).toEqual(left(B));
  });
});

const facts = fc.oneof(
  fc.record({
    of: fc.constant("kind" as const),
    kind: fc.constantFrom(...OrganisationKind.options),
    classes: fc.constantFrom(
      null,
      ["fire" as const],
      ["police" as const],
      ["health-board" as const],
      ["nhs-trust" as const],
    ),
  }),
  fc.record({
    of: fc.constant("part" as const),
    part: fc.constantFrom(
      "north" as const,
      "mid" as const,
      "south_west" as const,
      "south_east" as const,
      "south" as const,
    ),
  }),
  fc.record({
    of: fc.constant("role" as const),
    words: fc.constantFrom("developer", "head of digital", "digital developer"),
  }),
  fc.constant(body),
  fc.record({ of: fc.constant("person" as const), public: fc.boolean() }),
  fc.constant({ of: "habit" as const }),
);
const somebody = fc.record({
  organisation: fc.constantFrom("A", "B", "C", "D", null),
  kind: fc.constantFrom(null, ...OrganisationKind.options),
  region: fc.constantFrom(null, ...Region.options),
  of: fc.constantFrom(null, "fire" as const, "police" as const, "health-board" as const),
  role: fc.constantFrom(null, "developer", "head of digital", "senior digital developer"),
});
const crowd = fc
  .array(somebody, { minLength: 1, maxLength: 8 })
  .map((people) => people.map((one, at): Person => ({ id: `p${at}`, ...one })));
const within = <T>(few: ReadonlySet<T>, many: ReadonlySet<T>) => [...few].every((one) => many.has(one));

describe("of any quotes", () => {
  test("[RK5] more words leave no more, together no more than each, in any order, and always the speaker", () => {
    fc.assert(
      fc.property(crowd, fc.array(facts, { maxLength: 5 }), fc.array(facts, { maxLength: 5 }), (people, some, more) => {
        const [speaker] = people;
        if (!speaker) return;
        const of = (list: readonly Fact[]) =>
          candidates(
            list.map((fact) => clue(fact)),
            speaker,
            people,
          );
        const [one, other, both] = [of(some), of(more), of([...some, ...more])];
        for (const each of [one, other]) {
          for (const who of ["holder", "colleague", "searcher"] as const)
            expect(within(both[who], each[who])).toBe(true);
          expect(both.public ?? Infinity).toBeLessThanOrEqual(each.public ?? Infinity);
          expect(each.holder.has(speaker.id) && each.colleague.has(speaker.id)).toBe(true);
          expect(each.public ?? 1).toBeGreaterThanOrEqual(1);
        }
        const turned = of([...more.toReversed(), ...some.toReversed()]);
        expect(leftOf(turned)).toEqual(leftOf(both));
      }),
    );
  });

  test("[RK10] [RK11] [RK12] the same quotes give the same judgement in any order, the fewest left first, and all of one person together", () => {
    const leaving = (quote: string, speaker: Person | null, ...said: readonly Fact[]): Leaving => ({
      quote,
      source: "s",
      finding: "F",
      participant: speaker?.id ?? null,
      organisation: speaker?.organisation ?? null,
      speaker: speaker?.id ?? null,
      lang: "en",
      pieces: [],
      wordings: [],
      clues: said.map((fact, at) => clue(fact, "kind", `${quote}${at}`)),
    });
    const quotes = [
      leaving("q1", A1),
      leaving("q2", A1, council, head),
      leaving("q3", B, body),
      leaving("q4", A1, north),
      leaving("q5", null),
    ];
    const judged = judge(quotes, { people: all, bodies: [] });
    expect(judged.quotes.map(({ quote }) => quote)).toEqual(["q2", "q3", "q4", "q1"]);
    expect(judged.nobody).toBe(1);
    expect(judged.people).toEqual([
      { participant: "a1", quotes: 3, kinds: ["kind"], left: { public: 6, holder: 1, colleague: 1, searcher: 1 } },
      { participant: "b", quotes: 1, kinds: ["kind"], left: { public: null, holder: 5, colleague: 1, searcher: 1 } },
    ]);
    fc.assert(
      fc.property(fc.shuffledSubarray(quotes, { minLength: quotes.length }), (shuffled) => {
        expect(judge(shuffled, { people: all, bodies: [] })).toEqual(judged);
      }),
    );
  });
});
