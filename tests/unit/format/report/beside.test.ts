import fc from "fast-check";
import { expect, test } from "vitest";
import { THRESHOLDS } from "#lib/domain/disclosure/threshold.ts";
import { attributionOf } from "#lib/format/report/beside.ts";

const kinds = ["local_authority", "health_body", "private"] as const;
const people = fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 12 }).chain((given) =>
  fc.record({
    organisations: fc.constant(given.map((kind, at) => ({ id: `o${at}`, kind }))),
    participants: fc.array(fc.record({ organisation: fc.nat(given.length - 1).map((at) => `o${at}`) }), {
      maxLength: 30,
    }),
  }),
);
const voice = (participant: string | null, organisation: string | null, arm: "interview" | null = "interview") => ({
  quote: "q",
  participant,
  organisation,
  arm,
});

test("[R44] [DC19] a kind stands beside a quote only where three organisations and five people are of it", () => {
  fc.assert(
    fc.property(people, ({ organisations, participants }) => {
      const by = attributionOf("kind", { organisations, participants }, THRESHOLDS);
      for (const { id, kind } of organisations) {
        const alike = new Set(organisations.filter((one) => one.kind === kind).map((one) => one.id));
        const enough =
          alike.size >= 3 && participants.filter(({ organisation }) => alike.has(organisation)).length >= 5;
        expect(by(voice("p", id))).toEqual(enough ? { kind } : undefined);
      }
    }),
  );
});

test("[R44] participants are numbered as they are first quoted, whoever they are, and nobody who was not asked is", () => {
  const none = { organisations: [], participants: [] };
  fc.assert(
    fc.property(fc.array(fc.constantFrom("x", "y", "z", null), { maxLength: 20 }), (said) => {
      const by = attributionOf("person", none, THRESHOLDS);
      const order = [...new Set(said.filter((one) => one !== null))];
      for (const one of said)
        expect(by(voice(one, null))).toEqual(one === null ? undefined : { person: order.indexOf(one) + 1 });
      expect(by(voice("w", null, null))).toBeUndefined();
    }),
  );
  expect(attributionOf("none", none, THRESHOLDS)(voice("x", null))).toBeUndefined();
});
