import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Others, repeats } from "#lib/domain/erase/repeat.ts";
import { overwrite, united } from "#lib/domain/erase/span.ts";

const SAID = "We never asked the harbour who ought to answer the telephone, and nobody did.";
const cut = (text: string, { start, end }: { start: number; end: number }) =>
  Array.from(text).slice(start, end).join("");

describe("[CO14] what repeats somebody's words", () => {
  const find = repeats([SAID]);

  test("is found without case and accents, the longest run at each place, in code points", () => {
    const text = "😀 Théy say: “NEVER ásked the Harbour”! And: answer the telephone.";
    expect(find(text).map((run) => cut(text, run))).toEqual(["NEVER ásked the Harbour", "answer the telephone"]);
    expect(find("Two words: the harbour")).toEqual([]);
    expect(find("")).toEqual([]);
  });

  test("three to five words are theirs unless others said the same; six are theirs in any case", () => {
    const [short] = find("answer the telephone");
    const [long] = find("never asked the harbour who ought");
    if (!short || !long) throw new Error("nothing was found");
    const others = new Others([short, long]);
    expect([others.own(short), others.own(long)]).toEqual([true, true]);
    others.hear("They would not answer the telephone either.");
    others.hear(SAID);
    expect([others.own(short), others.own(long)]).toEqual([false, true]);
  });

  test("whatever is cut out of what they said is found wherever it is put", () => {
    const words = SAID.match(/\p{L}+/gu) ?? [];
    fc.assert(
      fc.property(
        fc.nat(words.length - 3),
        fc.integer({ min: 3, max: 8 }),
        fc.string(),
        fc.string(),
        (at, length, before, after) => {
          const quoted = words.slice(at, at + length).join(" ");
          const text = `${before} ${quoted} ${after}`;
          const from = Array.from(before).length + 1;
          const covered = find(text).some(({ start, end }) => start <= from && end >= from + quoted.length);
          expect(covered).toBe(true);
        },
      ),
    );
  });
});

describe("[CO11] overwriting", () => {
  const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => ({ start, end: start + length })));

  test("leaves as many signs, every line, and everything outside the spans", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), spans, (text, all) => {
        const left = Array.from(overwrite(text, all));
        const signs = Array.from(text);
        expect(left.length).toBe(signs.length);
        for (const [at, sign] of signs.entries()) {
          const within = all.some(({ start, end }) => at >= start && at < end);
          expect(left[at]).toBe(within && sign !== "\n" ? "█" : sign);
        }
      }),
    );
  });

  test("spans united cover the same, in order, and part", () => {
    fc.assert(
      fc.property(spans, (all) => {
        const one = united(all);
        const covered = (some: typeof all) =>
          new Set(some.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, n) => start + n)));
        expect(covered(one)).toEqual(covered(all));
        for (const [n, { start, end }] of one.entries()) {
          expect(start).toBeLessThan(end);
          expect(one[n - 1]?.end ?? -1).toBeLessThan(start);
        }
      }),
    );
  });
});
