import { expect, test } from "vitest";
import { personsOf } from "#lib/client/study/persons.ts";
import type { Peer, Whereabouts } from "#lib/domain/study/live.ts";

const at = (page: Whereabouts["page"]): Whereabouts => ({
  page,
  source: null,
  board: null,
  pointer: null,
  selected: [],
  view: null,
});
const peer = (tab: string, person: string, where: Whereabouts | null): Peer => ({
  tab,
  person,
  name: `Name of ${person}`,
  at: where,
});

test("[Y24] several tabs of a person are one, where the tab is that moved last", () => {
  const tabs = [peer("1", "tomos", at("guide")), peer("2", "mari", at("tags")), peer("3", "tomos", at("board"))];
  expect(personsOf(tabs, "me").map(({ person, at: where }) => [person, where?.page])).toEqual([
    ["mari", "tags"],
    ["tomos", "board"],
  ]);
});

test("[Y24] a tab that has not said where it is does not hide one that has", () => {
  const tabs = [peer("1", "tomos", at("guide")), peer("2", "tomos", null)];
  expect(personsOf(tabs, "me").map(({ tab }) => tab)).toEqual(["1"]);
});

test("[Y24] one's own other tabs are nobody else", () => {
  expect(personsOf([peer("1", "me", at("board"))], "me")).toEqual([]);
});
