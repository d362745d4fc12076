import fc from "fast-check";
import { expect, test } from "vitest";
import { Mispacked, pack, unpack } from "#lib/domain/study/packed.ts";
import { NOUNS } from "#lib/domain/study/rows.ts";
import { id, study } from "#tests/kit/study.ts";

const rowsOf = () => {
  const { rows } = study();
  return Object.fromEntries(NOUNS.map((noun) => [noun, [...rows.all(noun)]]).filter(([, all]) => all?.length));
};
const through = (packed: unknown) => JSON.parse(JSON.stringify(packed)) as ReturnType<typeof pack>;

test("[B61] a study comes out of its package as it went in, every id said once", () => {
  const packed = pack(rowsOf());
  expect(unpack(through(packed))).toEqual(rowsOf());
  const said = packed.strings.filter((each) => typeof each === "string");
  expect(new Set(said).size).toBe(said.length);
});

test("[B61] any cards come out as they went in", () => {
  const uuid = fc.uuid();
  const card = fc.record({
    id: uuid,
    board: fc.constantFrom(id("b"), id("c")),
    quote: fc.option(uuid),
    insight: fc.option(uuid),
    theme: fc.option(fc.constantFrom(id("t"), id("u"))),
    x: fc.integer(),
    y: fc.integer(),
    size: fc.constantFrom("s", "m", "l"),
    ord: fc.constantFrom("a0", "a0V", "a1"),
    gone: fc.constant(false),
  });
  fc.assert(
    fc.property(fc.array(card, { minLength: 1 }), (cards) => {
      expect(unpack(through(pack({ card: cards })))).toEqual({ card: cards });
    }),
  );
});

test.each([
  ["a noun of another version", { strings: [], tables: { picture: { count: 0, columns: {} } } }],
  ["a field too few", { strings: ["x"], tables: { member: { count: 1, columns: { id: { said: [0] } } } } }],
  [
    "a number where a text belongs",
    {
      strings: ["x"],
      tables: { insight: { count: 1, columns: { id: { said: [0] }, by: { plain: [7] }, gone: { same: false } } } },
    },
  ],
  [
    "nothing where something belongs",
    {
      strings: ["x"],
      tables: { insight: { count: 1, columns: { id: { said: [0] }, by: { said: [-1] }, gone: { same: false } } } },
    },
  ],
  [
    "a text that was not said",
    {
      strings: ["x"],
      tables: { insight: { count: 1, columns: { id: { said: [3] }, by: { said: [0] }, gone: { same: false } } } },
    },
  ],
])("[B61] %s is refused", (_, packed) => {
  expect(() => unpack(packed as unknown as ReturnType<typeof pack>)).toThrow(Mispacked);
});
