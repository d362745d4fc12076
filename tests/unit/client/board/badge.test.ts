import { expect, test } from "vitest";
import { badgesOf, roomOf } from "#lib/client/board/badge.ts";

test("[B67] badges stand beside one another at the right, and the caption keeps clear of them", () => {
  expect(badgesOf({ memos: 0, votes: 0 })).toEqual([]);
  expect(roomOf([])).toBe(0);
  const both = badgesOf({ memos: 12, votes: 3 });
  expect(both.map(({ kind, count }) => [kind, count])).toEqual([
    ["memos", 12],
    ["votes", 3],
  ]);
  const [memos, votes] = both;
  if (!memos || !votes) throw new Error("two badges");
  expect(votes.right).toBeGreaterThan(memos.right + memos.w);
  expect(roomOf(both)).toBeGreaterThan(roomOf([memos]));
});
