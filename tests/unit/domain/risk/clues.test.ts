import { expect, test } from "vitest";
import { cluesIn } from "#lib/domain/risk/clues.ts";
import type { KeptName } from "#lib/domain/risk/clues.ts";
import { listen } from "#lib/domain/risk/habit.ts";

const NONE = () => [];
/** Clues as `kind: words`; what is in [brackets] stands for a name. */
const clues = (said: string, kept: readonly KeptName[] = []) =>
  cluesIn(
    said.split(/(\[[^\]]*\])/u).map((text) => ({ text, replaced: text.startsWith("[") })),
    kept,
    NONE,
  ).map(({ kind, words }) => `${kind}: ${words}`);

test("[RK6] [RK7] kinds of organisation and parts of Wales are found in both languages, also in what stands for a name", () => {
  expect(clues("As a council in north Wales we wait.")).toEqual(["kind: council", "part: north Wales"]);
  expect(clues("Mae'r gwasanaeth tân ac achub yng ngogledd Cymru yn aros.")).toEqual([
    "kind: gwasanaeth tân ac achub",
    "part: ngogledd Cymru",
  ]);
  expect(clues("At [health board in south-east Wales] we wait.")).toEqual([
    "kind: health board",
    "part: south-east Wales",
  ]);
});

test("[RK6] a level of the ladder is no figure and no time", () => {
  expect(clues("We have [around 400 staff] since [late 2023].")).toEqual([]);
});

test("[RK7] figures, times, places, roles, what singles out and what is of one life are found; what everybody says is not", () => {
  expect(clues("We have 412 staff.")).toEqual(["figure: 412 staff"]);
  expect(clues("It began on 14 November 2023.")).toEqual(["time: 14 November 2023"]);
  expect(clues("they came from tonypandy.")).toEqual(["place: tonypandy"]);
  expect(clues("They came from Tonypandy.")).toEqual([]); // found surely, so decided: it would be kept, or replaced
  expect(clues("As head of digital I was asked.")).toContain("role: head of digital");
  expect(clues("I am the only woman on the senior team.").map((one) => one.split(":")[0])).toEqual(["standing"]);
  expect(clues("My husband works there.").map((one) => one.split(":")[0])).toEqual(["life"]);
  expect(clues("I ran it for eight years.").map((one) => one.split(":")[0])).toEqual(["life"]);
  expect(clues("Two people came on Monday, in January, and for three weeks it was fine.")).toEqual([]);
  expect(clues("Nobody has the time to learn it.")).toEqual([]);
});

test("[RK9] a name that is kept is a clue", () => {
  expect(clues("We use Trefnus daily.", [{ words: "Trefnus", of: "term" }])).toEqual(["name: Trefnus"]);
  const [clue] = cluesIn([{ text: "Ask Siân.", replaced: false }], [{ words: "Siân", of: "participant" }], NONE);
  expect(clue?.fact).toEqual({ of: "person", public: true });
});

test("[RK8] a habit is what one says three times and nobody else at all", () => {
  const said = [
    {
      participant: "a",
      words: "A spaghetti platform. It’s a spaghetti platform, basically. Spaghetti platform again.",
    },
    { participant: "b", words: "A platform, really. Basically basically basically. Only tangled once." },
    { participant: "a", words: "Tangled up, tangled wires, tangled webs." },
  ];
  const { hear, habits } = listen();
  said.forEach(hear);
  const of = (who: string, text: string) => habits(who)(text).map(({ start, end }) => text.slice(start, end));
  expect(of("a", "It is a Spaghetti platform, basically tangled.")).toEqual(["Spaghetti platform"]);
  expect(of("a", "Spaghetti!")).toEqual(["Spaghetti"]);
  expect(of("b", "It is a spaghetti platform, basically tangled.")).toEqual([]);
});
