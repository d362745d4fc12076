import { expect, test } from "vitest";
import { outlinesOf } from "#lib/client/board/outlines.ts";
import type { Peer, Whereabouts } from "#lib/domain/study/live.ts";

const where: Whereabouts = { page: "board", source: null, board: "b", pointer: null, selected: ["c"], view: null };
const peer = (at: Whereabouts | null): Peer => ({ tab: "t", person: "p", name: "Tomos", at });

test("[B105] outlines what somebody has selected on this very board", () => {
  expect(outlinesOf([peer(where)], "b")).toEqual([{ person: "p", name: "Tomos", cards: ["c"] }]);
});

test("[B105] leaves out other boards, other screens, and those who have selected nothing", () => {
  const others = [{ board: "a" }, { page: "guide" as const }, { selected: [] }].map((but) =>
    peer({ ...where, ...but }),
  );
  expect(outlinesOf([...others, peer(null)], "b")).toEqual([]);
});
