/** What a judgement is known by: the same for the same, another for anything else, and counts of what is other. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JudgedWhole, Leaving } from "#lib/domain/risk/judge.ts";
import { changesOf, sealOf } from "#lib/domain/risk/seal.ts";
import { MOST_MARKED } from "#lib/domain/risk/seal-shape.ts";
import type { Part } from "#lib/domain/risk/seal-shape.ts";
import type { JudgedQuote, StudyRisk } from "#lib/domain/risk/shape.ts";

const mark = (words: string) => createHash("sha256").update(words).digest("hex");
const STUDY: Omit<StudyRisk, "missed"> = {
  cells: [],
  lowered: [],
  accepted: [],
  ladder: { over: 0, own: 0 },
  mentions: { shown: 0, replaced: 0 },
  kept: 0,
};
const LEAST = { organisations: 3, people: 5 };

function quote(name: string, words: string, holder = 3): JudgedQuote {
  return {
    quote: name,
    source: "s",
    finding: null,
    participant: "p",
    organisation: "o",
    lang: "en",
    pieces: [{ text: words, replaced: false }],
    wordings: [],
    clues: [],
    left: { public: null, holder, colleague: 2, searcher: 2 },
  };
}
function judged(quotes: readonly JudgedQuote[], unjudged: readonly Leaving[] = []): JudgedWhole {
  return { quotes, count: quotes.length, alone: 0, people: [], nobody: unjudged.length, unjudged };
}
const seal = (quotes: readonly JudgedQuote[], study = STUDY, unjudged: readonly Leaving[] = []) =>
  sealOf(judged(quotes, unjudged), { study, least: LEAST }, mark);

/** Quotes by name, each with words and who is left. */
const some = fc
  .uniqueArray(
    fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 3 })),
    {
      selector: ([name]) => name,
      maxLength: 12,
    },
  )
  .map((all) => all.map(([name, words, holder]) => quote(`q${name}`, `words ${words}`, holder)));

describe("the seal of a judgement", () => {
  test("[RK16] the same quotes judged alike give the same seal in any order, and nothing has changed between them", () => {
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (quotes, chances) => {
        const order = new Map(quotes.map((one) => [one, chances.next().value ?? 0]));
        const turned = quotes.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
        expect(seal(turned)).toEqual(seal(quotes));
        expect(changesOf(seal(turned), seal(quotes))).toEqual({ more: 0, fewer: 0, otherwise: 0, parts: [] });
      }),
    );
  });

  test("[RK16] [RK17] of any two judgements the seals differ where they do, and say how many quotes are more, fewer and other", () => {
    fc.assert(
      fc.property(some, some, (then, now) => {
        const [before, after] = [
          new Map(then.map((one) => [one.quote, one])),
          new Map(now.map((one) => [one.quote, one])),
        ];
        const stays = now.filter((one) => before.has(one.quote));
        const otherwise = stays.filter((one) => JSON.stringify(one) !== JSON.stringify(before.get(one.quote))).length;
        const changes = changesOf(seal(then), seal(now));
        expect(changes).toEqual({
          more: now.length - stays.length,
          fewer: then.filter((one) => !after.has(one.quote)).length,
          otherwise,
          parts: [],
        });
        const isSame = changes.more + changes.fewer + otherwise === 0;
        expect(seal(then).digest === seal(now).digest).toBe(isSame);
      }),
    );
  });

  test("[RK16] every thing that is shown of a quote counts, and of a quote of nobody its words", () => {
    const one = quote("q", "We borrow.");
    const others: readonly JudgedQuote[] = [
      { ...one, pieces: [{ text: "We borrow.", replaced: true }] },
      { ...one, clues: [{ kind: "beside", words: "health_body" }] },
      { ...one, left: { ...one.left, public: 22 } },
      { ...one, participant: "p2" },
      { ...one, organisation: "o2" },
      { ...one, finding: "f" },
      { ...one, wordings: [{ lang: "en", pieces: [{ text: "We [all] borrow.", replaced: false }] }] },
      { ...one, lang: "cy" },
    ];
    const seals = [one, ...others].map((each) => seal([each]).digest);
    const { left: _, ...rest } = one;
    const nobody = (words: string): Leaving => ({
      ...rest,
      speaker: null,
      pieces: [{ text: words, replaced: false }],
      clues: [],
    });
    seals.push(...["a note", "another note"].map((words) => seal([one], STUDY, [nobody(words)]).digest));
    expect(new Set(seals).size).toBe(seals.length);
  });

  test("[RK16] [RK17] what the study says of them counts too, and which part of it is other is told", () => {
    const quotes = [quote("q", "We borrow.")];
    const others: readonly (readonly [Part, typeof STUDY])[] = [
      ["cells", { ...STUDY, cells: [{ by: "region", value: "north", organisations: 1, people: 2, small: true }] }],
      ["limits", { ...STUDY, lowered: ["people"] }],
      ["accepted", { ...STUDY, accepted: ["health_body"] }],
      ["ladder", { ...STUDY, ladder: { over: 1, own: 0 } }],
      ["mentions", { ...STUDY, mentions: { shown: 1, replaced: 0 } }],
      ["kept", { ...STUDY, kept: 1 }],
    ];
    for (const [part, study] of others)
      expect(changesOf(seal(quotes), seal(quotes, study))).toEqual({ more: 0, fewer: 0, otherwise: 0, parts: [part] });
    expect(
      changesOf(seal(quotes), sealOf(judged(quotes), { study: STUDY, least: { ...LEAST, people: 6 } }, mark)).parts,
    ).toEqual(["limits"]);
    const together = { participant: "p", quotes: 1, kinds: [], left: quote("q", "").left };
    const whole = sealOf({ ...judged(quotes), people: [together] }, { study: STUDY, least: LEAST }, mark);
    expect(changesOf(seal(quotes), whole).parts).toEqual(["people"]);
  });

  test("[RK17] of more quotes than are marked one by one it is told how many there are", () => {
    const many = Array.from({ length: MOST_MARKED + 1 }, (_, n) => quote(`q${n}`, "words"));
    expect(seal(many).marks).toBe("");
    expect(changesOf(seal(many.slice(0, 9)), seal(many))).toEqual({
      more: MOST_MARKED - 8,
      fewer: 0,
      otherwise: null,
      parts: [],
    });
  });

  test("[RK16] no word and no id of it can be read", () => {
    const { digest, parts, marks } = seal([quote("q7", "Welsh from the first sketch")]);
    expect(`${digest}${parts}${marks}`).toMatch(/^[0-9a-f]*$/u);
  });
});
