import fc from "fast-check";
import { expect, test } from "vitest";
import type { Found, Kind } from "#lib/domain/detect/hit.ts";
import { candidateKey, gather, together } from "#lib/domain/identifier/candidate.ts";
import type { Searched } from "#lib/domain/identifier/candidate.ts";
import { plan } from "#lib/domain/identifier/plan.ts";
import { sureOf, undecided } from "#lib/domain/identifier/sure.ts";
import { astralOf, slicePoints, toPoints } from "#lib/domain/text/points.ts";

const named = [
  { id: "o", kind: "organisation" as const, full: "Aberwen Council", others: "" },
  { id: "p", kind: "participant" as const, full: "Siân Llewelyn", others: "" },
];
const { find } = plan(named, []);

/** Words of a text as something that was found. */
function hit(text: string, words: string, more: Partial<Found> = {}): Found {
  const at = text.indexOf(words);
  if (at === -1) throw new Error(`"${words}" does not stand there`);
  const astral = astralOf(text);
  const why = [{ detector: "list" as const, reason: "given" }];
  const [start, end] = [toPoints(astral, at), toPoints(astral, at + words.length)];
  return { start, end, kind: "person", layer: "sure", score: 0.9, why, ...more };
}
const searched = (text: string, found: readonly Found[], source = "s"): Searched => ({
  source,
  revision: `${source}r`,
  lang: "en",
  text,
  found,
});
const from = (texts: readonly Searched[], ordinary: readonly string[] = []) =>
  gather(texts, find, new Set(ordinary.map(candidateKey)));

test("[I72] one candidate for all places of the same words, whatever their case, accents and possessives", async () => {
  const one = "Then Bethan’s van came. I asked bethan. BETHAN laughed.";
  const two = "the Béthan";
  const { candidates } = await from([
    searched(one, [hit(one, "Bethan’s"), hit(one, "bethan"), hit(one, "BETHAN")]),
    searched(two, [hit(two, "the Béthan")], "t"),
  ]);
  expect(candidates).toMatchObject([{ key: "bethan", count: 4, sources: 2, kind: "person", layer: "sure" }]);
});

test("[I73] a known name is no candidate, and what stands beside it is one only if it may identify", async () => {
  const text = "When I was at Aberwen Council 14 of us met Siân Llewelyn Prosser there.";
  const { candidates, known, foundAnyway } = await from([
    searched(text, [hit(text, "When I was at Aberwen Council 14 of us"), hit(text, "Siân Llewelyn Prosser")]),
  ]);
  expect(candidates.map(({ words, layer }) => [words, layer])).toEqual([
    ["14 of us", "wide"],
    ["Prosser", "wide"],
  ]);
  expect([...known].map(([id, { count }]) => [id, count])).toEqual([
    ["o", 1],
    ["p", 1],
  ]);
  expect([...foundAnyway]).toEqual(["o", "p"]);
});

test("[I74] what is sure comes first, people before places before amounts, then what stands most often", async () => {
  const text = "ash elm fir oak yew yew";
  const second = hit("xxxxxxxxxxxxxxxxxxxx yew", "yew");
  const { candidates } = await from([
    searched(text, [
      hit(text, "ash", { layer: "wide" }),
      hit(text, "elm", { kind: "quantity" }),
      hit(text, "fir", { kind: "place" }),
      hit(text, "oak"),
      hit(text, "yew", { start: 16, end: 19 }),
      { ...second, start: 20, end: 23 },
    ]),
  ]);
  expect(candidates.map(({ words }) => words)).toEqual(["yew", "oak", "fir", "elm", "ash"]);
});

test("[I75] what was called ordinary is no candidate, however it is written", async () => {
  const text = "The Grid is down, grid and all.";
  expect((await from([searched(text, [hit(text, "Grid"), hit(text, "grid")])], ["the grid"])).candidates).toEqual([]);
});

test("[I76] shows whole words around a place, and not beyond its line", async () => {
  const long = "word ".repeat(30);
  const text = `Sioned\n${long}Bethan ${long}\nMeirion`;
  const [one] = (await from([searched(text, [hit(text, "Bethan")])])).candidates[0]?.places ?? [];
  expect(one).toMatchObject({ words: "Bethan", start: text.indexOf("Bethan") });
  expect(one?.before).toMatch(/^… (?:word )+$/u);
  expect(one?.after).toMatch(/^(?: word)+ …$/u);
});

test("[I72] [I73] every place that was found belongs to a candidate, a known name, or ordinary words", async () => {
  const word = fc.constantFrom(
    "Bethan",
    "Aberwen Council",
    "Siân Llewelyn",
    "grid",
    "😀",
    "the",
    "14",
    "Llewelyn",
    "\n",
    "Ifor’s",
  );
  const text = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(" "));
  const kinds: readonly Kind[] = ["person", "place", "time"];
  await fc.assert(
    fc.asyncProperty(
      text,
      fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }), fc.nat(2))),
      async (words, spans) => {
        const astral = astralOf(words);
        const length = Array.from(words).length;
        const found = spans
          .filter(([start]) => start < length)
          .map(([start, size, kind]) =>
            hit(words, "", { start, end: Math.min(length, start + size), kind: kinds[kind] ?? "other" }),
          );
        const apart = together(found, []).filter(({ end, start }) => end > start);
        const { candidates } = await from([searched(words, apart)], ["grid"]);
        const places = candidates.flatMap(({ places: all }) => all);
        for (const place of places) expect(slicePoints(words, astral, place.start, place.end)).toBe(place.words);
        const names = find(words);
        for (const { start, end } of apart) {
          const own = places.filter((place) => place.start >= start && place.end <= end);
          const covered = names.some((name) => name.start < end && name.end > start);
          const key = candidateKey(slicePoints(words, astral, start, end));
          const few = candidates.every(({ count, places: all }) => count === all.length);
          if (few && !covered && key !== "grid" && /[\p{L}\p{N}]/u.test(key)) expect(own).toHaveLength(1);
          for (const place of own)
            for (const name of names) expect(place.end <= name.start || place.start >= name.end).toBe(true);
        }
      },
    ),
  );
});

test("[I77] says which known names detection would have found by itself", async () => {
  const text = "Siân Llewelyn and Aberwen Council";
  const own = [{ detector: "own" as const, reason: "own-full" }];
  const { foundAnyway } = await from([
    searched(text, [hit(text, "Siân Llewelyn", { why: own }), hit(text, "Aberwen")]),
  ]);
  expect([...foundAnyway]).toEqual(["o"]);
});

test("[I73] [I82] of what begins a sentence before a known name only a given name is left", async () => {
  const text = "Gyda Siân Llewelyn it went well. Bethan Llewelyn agreed.";
  const found = [hit(text, "Gyda Siân Llewelyn"), hit(text, "Bethan Llewelyn")];
  const { candidates } = await from([searched(text, found)]);
  expect(candidates.map(({ words }) => words)).toEqual(["Bethan"]);
  const { candidates: all } = await gather([searched(text, found)], () => [], new Set());
  expect(undecided(sureOf(all), find, new Set()).map(({ full }) => full)).toEqual(["Bethan"]);
  expect(undecided(sureOf(all), find, new Set(["bethan"]))).toEqual([]);
});
