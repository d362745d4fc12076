import fc from "fast-check";
import { expect, test } from "vitest";
import { LONGEST, parseQuery, printQuery, soughtIn, withoutNot, wordsIn } from "#lib/domain/search/query.ts";
import type { Leaf, Query } from "#lib/domain/search/query.ts";

const words = (...some: string[]): Leaf => ({ kind: "words", words: some, open: false });
const open = (word: string): Leaf => ({ kind: "words", words: [word], open: true });
const read = (written: string) => {
  const query = parseQuery(written);
  if (!query.ok) throw new Error(`${written}: ${query.fault.code}`);
  return query.value;
};
const fault = (written: string) => {
  const query = parseQuery(written);
  return query.ok ? null : { code: query.fault.code, at: written.slice(query.fault.start, query.fault.end) };
};

test("[SR1] words side by side must all be there, and words in quotation marks one after another", () => {
  expect(read("council")).toEqual(words("council"));
  expect(read("council housing")).toEqual({ kind: "and", parts: [words("council"), words("housing")] });
  expect(read("“not enough” time")).toEqual({ kind: "and", parts: [words("not", "enough"), words("time")] });
  expect(read("well-being tŷ’r")).toEqual({ kind: "and", parts: [words("well", "being"), words("tŷ", "r")] });
  expect(read("sŵn & mwg")).toEqual({ kind: "and", parts: [words("sŵn"), words("mwg")] });
  expect(read("hous*")).toEqual(open("hous"));
});

test("[SR2] operators are capitals, English or Welsh; AND binds closer than OR, brackets closer still", () => {
  const expected: Query = {
    kind: "or",
    parts: [{ kind: "and", parts: [words("a"), words("b")] }, words("c")],
  };
  for (const written of ["a AND b OR c", "a b OR c", "a AC b NEU c", "(a b) OR c"])
    expect(read(written)).toEqual(expected);
  expect(read("a (b NEU c)")).toEqual({
    kind: "and",
    parts: [words("a"), { kind: "or", parts: [words("b"), words("c")] }],
  });
  const without: Query = { kind: "and", parts: [words("a"), { kind: "not", part: words("b", "c") }] };
  for (const written of ['a NOT "b c"', 'a NID "b c"', 'a -"b c"', "a -b-c"]) expect(read(written)).toEqual(without);
  expect(read("a and b or not c")).toEqual({
    kind: "and",
    parts: ["a", "and", "b", "or", "not", "c"].map((word) => words(word)),
  });
  expect(read('"AND"')).toEqual(words("AND"));
  expect(read("a NOT NOT b")).toEqual(read("a b"));
});

test("[SR3] what cannot be read gets a named fault at the place where it is", () => {
  expect(fault("")).toEqual({ code: "search.empty", at: "" });
  expect(fault(" — & ")).toEqual({ code: "search.empty", at: " — & " });
  expect(fault('trust "each other')).toEqual({ code: "search.quote", at: '"each other' });
  expect(fault('trust ""')).toEqual({ code: "search.phrase", at: '""' });
  expect(fault("trust (each other")).toEqual({ code: "search.bracket", at: "(" });
  expect(fault("trust) each")).toEqual({ code: "search.bracket", at: ")" });
  expect(fault("trust ()")).toEqual({ code: "search.bracket", at: "(" });
  expect(fault("trust AND")).toEqual({ code: "search.operator", at: "AND" });
  expect(fault("OR trust")).toEqual({ code: "search.operator", at: "OR" });
  expect(fault("trust OR AND time")).toEqual({ code: "search.operator", at: "OR" });
  expect(fault("(trust NOT)")).toEqual({ code: "search.operator", at: "NOT" });
  expect(fault("ho*")).toEqual({ code: "search.star", at: "ho*" });
  expect(fault("ho*se")).toEqual({ code: "search.star", at: "ho*se" });
  expect(fault("NOT trust")).toEqual({ code: "search.not", at: "NOT trust" });
  expect(fault("time OR NOT trust")).toEqual({ code: "search.not", at: "time OR NOT trust" });
});

test("[SR5] what is longer, wider or deeper than can be answered is refused", () => {
  expect(fault(`${"(".repeat(20)}a${")".repeat(20)}`)?.code).toBe("search.deep");
  expect(fault("a ".repeat(25))?.code).toBe("search.many");
  expect(fault("x".repeat(LONGEST + 1))?.code).toBe("search.long");
});

const letters = fc.stringMatching(/^[a-zŵŷéA-Z0-9λ中]{1,8}$/u).filter((word) => wordsIn(word).length === 1);
const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.array(letters, { minLength: 1, maxLength: 3 }).map((some) => words(...some)),
  fc.constantFrom(words("AND"), words("NEU"), words("nid")),
  letters.filter((word) => Array.from(word).length > 2).map(open),
);
const { query } = fc.letrec<{ query: Query; leaf: Leaf }>((tie) => ({
  leaf,
  query: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc
      .tuple(fc.constantFrom("and" as const, "or" as const), fc.array(tie("query"), { minLength: 2, maxLength: 3 }))
      // As reading gives them: parts of the same kind taken in.
      .map(([kind, parts]) => ({ kind, parts: parts.flatMap((part) => (part.kind === kind ? part.parts : [part])) })),
    tie("query").map((part): Query => (part.kind === "not" ? part.part : { kind: "not", part })),
  ),
}));

test("[SR4] what is printed reads as the same tree", () => {
  fc.assert(
    fc.property(query, (tree) => {
      const again = parseQuery(printQuery(tree));
      if (again.ok) expect(again.value).toEqual(tree);
      else expect(["search.not", "search.many", "search.long", "search.deep"]).toContain(again.fault.code);
    }),
  );
});

test("[SR4] whatever is written is read or gets a fault that lies within it", () => {
  const sign = fc.constantFrom(
    "a",
    "b c",
    '"',
    "(",
    ")",
    "*",
    "-",
    " AND ",
    " NEU ",
    " NOT ",
    "😀",
    "\u0301",
    "“",
    " ",
  );
  const written = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(sign).map((signs) => signs.join("")),
  );
  fc.assert(
    fc.property(written, (text) => {
      const one = parseQuery(text);
      if (one.ok) expect(parseQuery(printQuery(one.value))).toEqual(one);
      else
        expect([0, one.fault.start, one.fault.end, text.length]).toEqual(
          [0, one.fault.start, one.fault.end, text.length].toSorted((a, b) => a - b),
        );
    }),
    { numRuns: 500 },
  );
});

/** Whether a set of words fits, a phrase being one of them. */
function fits(tree: Query, there: ReadonlySet<string>): boolean {
  if (tree.kind === "words") return there.has(tree.words.join(" "));
  if (tree.kind === "not") return !fits(tree.part, there);
  return tree.kind === "and"
    ? tree.parts.every((part) => fits(part, there))
    : tree.parts.some((part) => fits(part, there));
}

test("[SR11] without its NOTs a query finds at least as much, and asks for nothing that it did not ask for", () => {
  fc.assert(
    fc.property(query, fc.array(fc.nat(30)), (tree, chosen) => {
      fc.pre(parseQuery(printQuery(tree)).ok);
      const all = soughtIn({ kind: "and", parts: [tree] });
      const there = new Set(chosen.map((n) => all[n % Math.max(1, all.length)]?.words.join(" ") ?? ""));
      const wide = withoutNot(tree);
      if (fits(tree, there)) expect(fits(wide, there)).toBe(true);
      expect(all).toEqual(expect.arrayContaining(soughtIn(wide)));
      expect(printQuery(wide)).not.toMatch(/(^|[\s(])NOT /);
    }),
  );
});
