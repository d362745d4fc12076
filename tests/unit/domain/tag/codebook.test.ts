import { expect, test } from "vitest";
import { decideUndo } from "#lib/domain/study/undo.ts";
import { historyOf } from "#lib/domain/tag/history.ts";
import { DEEPEST } from "#lib/domain/tag/shape.ts";
import { timedId } from "#lib/domain/memo/id.ts";
import { codebook, ME, phraseOf, tagging } from "#tests/kit/codebook.ts";
import { id } from "#tests/kit/study.ts";

const because = { lang: "en" as const, phrase: id("why") };

test("[CB2] tags are put within, behind, first and last, many at once in the order in which they are named", () => {
  const { give, tag, tree } = codebook();
  for (const name of ["A", "B", "C", "D"]) tag(name);
  give({ kind: "tags.nest", ids: [id("D"), id("B")], parent: id("A") });
  expect(tree()).toBe("A(D B) C");
  give({ kind: "tags.nest", ids: [id("C")], parent: id("A"), after: id("D") });
  expect(tree()).toBe("A(D C B)");
  give({ kind: "tags.nest", ids: [id("B")], parent: id("A"), after: null });
  expect(tree()).toBe("A(B D C)");
  give({ kind: "tags.nest", ids: [id("D")], parent: null, after: null });
  expect(tree()).toBe("D A(B C)");
  tag("E", "B");
  give({ kind: "tags.nest", ids: [id("B"), id("E")], parent: null, after: id("D") });
  expect(tree()).toBe("D B(E) A(C)");
});

test("[CB2] what stands where it should is no change", () => {
  const { give, tag } = codebook();
  for (const name of ["A", "B"]) tag(name);
  expect(give({ kind: "tags.nest", ids: [id("B")], parent: null, after: id("A") })).toEqual([]);
  expect(give({ kind: "tags.nest", ids: [id("A"), id("B")], parent: null })).toEqual([]);
});

test("[CB3] of two people who put two tags into each other at once, the second is refused", () => {
  const { give, tag, tree } = codebook();
  for (const name of ["A", "B"]) tag(name);
  give({ kind: "tags.nest", ids: [id("A")], parent: id("B") }, id("you"));
  expect(give({ kind: "tags.nest", ids: [id("B")], parent: id("A") })).toBe("tag.cycle");
  expect(tree()).toBe("B(A)");
});

test("[CB3] an undo that would close a ring is refused", () => {
  const { rows, give, tag, tree } = codebook();
  tag("Y");
  tag("X", "Y");
  const out = give({ kind: "tags.nest", ids: [id("X")], parent: null });
  give({ kind: "tags.nest", ids: [id("Y")], parent: id("X") }, id("you"));
  const back = decideUndo(rows, out as Exclude<typeof out, string>, false);
  expect(back).toMatchObject({ ok: false, fault: { code: "tag.cycle" } });
  expect(tree()).toBe("X(Y)");
});

test("[CB4] tags stand so deep and no deeper", () => {
  const { give, tag } = codebook();
  tag("t0");
  for (let depth = 1; depth < DEEPEST; depth++) tag(`t${depth}`, `t${depth - 1}`);
  const name = { lang: "en" as const, phrase: id("n") };
  expect(give({ kind: "tag.add", id: id("x"), parent: id(`t${DEEPEST - 1}`), hue: null, name })).toBe("tag.deep");
  tag("top");
  expect(give({ kind: "tags.nest", ids: [id("t0")], parent: id("top") })).toBe("tag.deep");
});

test("[CB5] an example is one of the tag's own quotes", () => {
  const { rows, give, tag, put } = codebook();
  tag("A");
  put("A", "q1");
  put("A", "q2");
  give({ kind: "quote.tag", quotes: [id("q2")], on: [], newTags: [], off: [id("A")] });
  expect(give({ kind: "tag.set", id: id("A"), fields: { example: id("q2") } })).toBe("row.missing");
  give({ kind: "tag.set", id: id("A"), fields: { example: id("q1") } });
  expect(rows.get("tag", id("A"))?.example).toBe(id("q1"));
});

test("[CB6] where tags go, their quotes stay and what lies within takes their place", () => {
  const { rows, give, tag, put, tree } = codebook();
  tag("A");
  tag("B");
  tag("B1", "B");
  tag("B2", "B");
  tag("C");
  tag("D", "B1");
  put("B", "q");
  give({ kind: "tag.remove", id: id("B") });
  expect(tree()).toBe("A B1(D) B2 C");
  expect(rows.live("quote", id("q"))).toBeDefined();
  expect(rows.live("tagging", tagging("q", "B"))).toBeUndefined();
  give({ kind: "tags.remove", ids: [id("A"), id("B1")] });
  expect(tree()).toBe("D B2 C");
});

test("[CB7] a merge moves quotes and drops doubles, and what lay in the others lies in the one that stays", () => {
  const { rows, give, tag, put, tree, on } = codebook();
  tag("A");
  tag("B");
  tag("B1", "B");
  tag("C", "B1");
  put("A", "q1", "q2");
  put("B", "q2", "q3");
  put("C", "q3", "q4");
  give({ kind: "tag.set", id: id("C"), fields: { example: id("q4") } });
  const from = [
    { tag: id("B"), step: id("s1") },
    { tag: id("C"), step: id("s2") },
    { tag: id("B"), step: id("s3") },
  ];
  give({ kind: "tag.merge", id: id("A"), from, reason: because });
  expect(tree()).toBe("A(B1)");
  expect(on("A")).toEqual(["q1", "q2", "q3", "q4"]);
  expect(on("B")).toEqual([]);
  expect(rows.get("tag", id("A"))?.example).toBe(id("q4"));
  expect([...rows.all("tagStep")].map(({ from: of, quotes, by }) => [of, quotes, by]).toSorted()).toEqual(
    [
      [id("B"), 1, ME],
      [id("C"), 1, ME],
    ].toSorted(),
  );
});

test("[CB8] a tag that lies in the one it swallows takes its place", () => {
  const { give, tag, tree } = codebook();
  tag("A");
  tag("B", "A");
  tag("C", "B");
  tag("D", "A");
  give({ kind: "tag.merge", id: id("C"), from: [{ tag: id("A"), step: id("s") }], reason: null });
  expect(tree()).toBe("B(C(D))");
  expect(give({ kind: "tag.merge", id: id("C"), from: [{ tag: id("C"), step: id("t") }], reason: null })).toBe(
    "tag.same",
  );
});

test("[CB9] a tag remembers what was merged and split, also what that had been through, and the texts stay", () => {
  const { rows, give, tag, put } = codebook();
  for (const name of ["A", "B", "C"]) tag(name);
  put("C", "q1", "q2");
  const step = (at: number) => timedId(at, id("x"));
  const merge = (into: string, of: string, at: number) =>
    give({ kind: "tag.merge", id: id(into), from: [{ tag: id(of), step: step(at) }], reason: because });
  give({
    kind: "tag.split",
    id: id("C"),
    quotes: [id("q1")],
    into: id("S"),
    fresh: { parent: null, hue: 3, name: { lang: "en", phrase: id("pS") } },
    step: step(1000),
    reason: null,
  });
  merge("B", "C", 2000);
  merge("A", "B", 3000);
  expect(
    historyOf(rows.all("tagStep"), id("A")).map(({ step: one, at }) => [one.kind, one.from, one.into, at]),
  ).toEqual([
    ["merge", id("B"), id("A"), 3000],
    ["merge", id("C"), id("B"), 2000],
    ["split", id("C"), id("S"), 1000],
  ]);
  expect(historyOf(rows.all("tagStep"), id("S"))).toHaveLength(1);
  expect(phraseOf(rows, step(3000), "note")).toBe(because.phrase);
  expect(phraseOf(rows, id("B"), "name")).toBe(id("pB"));
});

test("[CB10] [CB11] a split moves the chosen quotes to a new tag beside it or to one that is there", () => {
  const { give, tag, put, tree, on, rows } = codebook();
  for (const name of ["A", "B"]) tag(name);
  tag("N"); // so that the kit knows the name
  give({ kind: "tag.remove", id: id("N") });
  put("A", "q1", "q2", "q3");
  put("B", "q2");
  const split = (quotes: readonly string[], into: string, step: string, fresh: boolean) =>
    give({
      kind: "tag.split",
      id: id("A"),
      quotes: quotes.map(id),
      into: id(into),
      fresh: fresh ? { parent: null, hue: 2, name: { lang: "en", phrase: id("ph") } } : null,
      step: id(step),
      reason: because,
    });
  expect(split(["q1"], "N", "s1", true)).toBe("row.taken");
  split(["q2"], "B", "s2", false);
  expect([on("A"), on("B")]).toEqual([["q1", "q3"], ["q2"]]);
  expect(split(["q2"], "B", "s3", false)).toBe("row.missing");
  split(["q1", "q1"], "New", "s4", true);
  expect(rows.live("tag", id("New"))?.hue).toBe(2);
  expect(tree()).toBe(`A ${id("New")} B`);
  expect(rows.live("tagStep", id("s4"))).toMatchObject({ kind: "split", from: id("A"), into: id("New"), quotes: 1 });
});

test("[CB12] a tag that others have merged into is not taken away by the undo of its making", () => {
  const { rows, give, tag, put } = codebook();
  tag("B");
  put("B", "q");
  const made = give({
    kind: "tag.add",
    id: id("A"),
    parent: null,
    hue: null,
    name: { lang: "en", phrase: id("n") },
  });
  give({ kind: "tag.merge", id: id("A"), from: [{ tag: id("B"), step: id("s") }], reason: null }, id("you"));
  const back = decideUndo(rows, made as Exclude<typeof made, string>, true);
  expect(back).toMatchObject({ ok: false, fault: { code: "row.used", by: "tagging" } });
});
