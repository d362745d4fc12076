/** Rule CB12: whatever is done to a codebook is taken back exactly, and no order of commands makes a ring. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { evolve } from "#lib/domain/study/change.ts";
import { decide } from "#lib/domain/study/command.ts";
import type { Plain } from "#lib/domain/study/command.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import { DEEPEST } from "#lib/domain/tag/shape.ts";
import { above, parentsOf } from "#lib/domain/tag/tree.ts";
import { slot } from "#lib/domain/wording/shape.ts";
import { codebook, ME } from "#tests/kit/codebook.ts";
import { id } from "#tests/kit/study.ts";
import { everything, takeBack, without } from "#tests/kit/undo.ts";

const KINDS = [
  "tag.add",
  "tag.set",
  "tag.remove",
  "tags.nest",
  "tags.remove",
  "tag.merge",
  "tag.split",
  "tags.bring",
  "quote.tag",
  "wording.set",
] as const satisfies readonly Plain["kind"][];

/** What a person might do next; numbers pick among the rows that are there when it is done. */
type Deed = Readonly<{ kind: (typeof KINDS)[number]; picks: readonly number[]; yes: boolean }>;
const deed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom(...KINDS),
  picks: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
  yes: fc.boolean(),
});

function said({ kind, picks, yes }: Deed, rows: Rows, fresh: () => string): Plain | null {
  const [a = 0, b = 0, c = 0, d = 0] = picks;
  const pick = (list: readonly string[], at: number) => list[at % Math.max(1, list.length)];
  const tags = [...rows.all("tag")].map((tag) => tag.id).toSorted();
  const quotes = [...rows.all("quote")].map((quote) => quote.id).toSorted();
  const tag = pick(tags, a);
  const other = pick(tags, b) ?? null;
  const some = (list: readonly string[], of: number) => list.filter((_, at) => (of + at * at) % 3 === 0);
  const name = () => ({ lang: "en" as const, phrase: fresh() });
  if (kind === "tag.add")
    return { kind, id: fresh(), parent: yes ? other : null, hue: yes ? (c % 10) + 1 : null, name: name() };
  if (tag === undefined) return null;
  const its = rows.related("taggingsOfTag", tag).map(({ quote }) => quote);
  switch (kind) {
    case "tag.set":
      return { kind, id: tag, fields: yes ? { hue: (c % 10) + 1 } : { example: pick(its, d) ?? null } };
    case "tag.remove":
      return { kind, id: tag };
    case "tags.remove":
      return { kind, ids: [tag, ...some(tags, c).slice(0, 2)] };
    case "tags.nest":
      return {
        kind,
        ids: [tag, ...some(tags, c).slice(0, 3)],
        parent: d % 3 === 0 ? null : other,
        ...(yes ? { after: d % 2 === 0 ? null : (pick(tags, c) ?? null) } : {}),
      };
    case "tag.merge": {
      const from = [other ?? tag, ...some(tags, c).slice(0, 3)].map((each) => ({ tag: each, step: fresh() }));
      return { kind, id: tag, from, reason: yes ? name() : null };
    }
    case "tag.split": {
      const chosen = some(its, c);
      if (chosen.length === 0) return null;
      const made = { parent: d % 2 === 0 ? null : other, hue: null, name: name() };
      const into = yes ? fresh() : (other ?? tag);
      return { kind, id: tag, quotes: chosen, into, fresh: yes ? made : null, step: fresh(), reason: name() };
    }
    case "tags.bring": {
      const one = fresh();
      const text = (of: string) => ({
        field: "description" as const,
        lang: "cy" as const,
        phrase: fresh(),
        was: rows.live("wording", slot(of, "description", "cy"))?.phrase ?? null,
      });
      return {
        kind,
        tags: [
          { id: one, fresh: true, parent: yes ? other : null, hue: 2, texts: [text(one)] },
          { id: tag, fresh: false, texts: [text(tag)], ...(yes ? { parent: other } : { hue: null }) },
        ],
      };
    }
    case "quote.tag":
      return {
        kind,
        quotes: some(quotes, c).length > 0 ? some(quotes, c) : quotes,
        on: yes ? [tag] : [],
        newTags: [],
        off: other === null ? [tag] : [tag, other], // what is put on wins
      };
    default: {
      const was = rows.live("wording", slot(tag, "include", "en"))?.phrase ?? null;
      return { kind, subject: tag, field: "include", lang: "en", phrase: yes ? fresh() : null, was };
    }
  }
}

test("[CB3] [CB4] [CB12] undo of any command of the codebook gives the state before, redo the state after, and the tree stays one", () => {
  const accepted = new Set<string>();
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1, maxLength: 40 }), (deeds) => {
      const { rows, tag, put } = codebook();
      for (const name of ["A", "B", "C"]) tag(name);
      tag("D", "A");
      put("A", "q1", "q2", "q3");
      put("B", "q3", "q4");
      let made = 0;
      const fresh = () => id(`n${made++}`);
      for (const each of deeds) {
        const command = said(each, rows, fresh);
        if (!command) continue;
        const before = everything(rows);
        const decided = decide(rows, command, { person: ME });
        if (!decided.ok) continue;
        for (const change of decided.value) evolve(rows, change);
        accepted.add(command.kind);
        const after = everything(rows);
        const parents = parentsOf(rows);
        for (const [one, parent] of parents) {
          expect(parent === null || parents.has(parent)).toBe(true);
          const chain = above(parents, one);
          expect(parents.get(chain.at(-1) ?? one) ?? null).toBeNull();
          expect(chain.length).toBeLessThan(DEEPEST);
        }
        const back = takeBack(rows, decided.value);
        expect(without(everything(rows), before)).toEqual(before);
        takeBack(rows, back);
        expect(everything(rows)).toEqual(after);
      }
    }),
    { numRuns: 300 },
  );
  expect([...accepted].toSorted()).toEqual([...KINDS].toSorted());
});

test("[U2] [CB12] a merge into a tag that was merged away since is undone, and done again as it was", () => {
  const { rows, tag } = codebook();
  for (const name of ["A", "B", "C"]) tag(name);
  const merge = (into: string, from: string) => {
    const command = {
      kind: "tag.merge" as const,
      id: id(into),
      from: [{ tag: id(from), step: id(`${from}-${into}`) }],
      reason: null,
    };
    const decided = decide(rows, command, { person: ME });
    if (!decided.ok) throw new Error(decided.fault.code);
    for (const change of decided.value) evolve(rows, change);
    return decided.value;
  };
  const first = merge("B", "A");
  merge("C", "B");
  const after = everything(rows);
  takeBack(rows, takeBack(rows, first));
  expect(everything(rows)).toEqual(after);
});
