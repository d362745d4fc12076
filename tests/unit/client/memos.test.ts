import { expect, test } from "vitest";
import { memoId, talksOf } from "#lib/client/memos.ts";
import { Rows } from "#lib/domain/study/rows.ts";
import { id } from "#tests/kit/study.ts";

const chance = "2f1e4fc0-81fd-4b3a-9d1c-0a53fd2b8c11";
const NOON = 1_764_158_400_000;

test("[B70] a talk is a memo with its answers, in order, also where a colleague's clock is ahead", () => {
  const rows = new Rows();
  const write = (at: number, parent: string | null) => {
    const memo = memoId(rows, id("quote"), at, chance);
    rows.put("memo", {
      id: memo,
      subject: id("quote"),
      parent,
      by: id("me"),
      resolved: false,
      also: null,
      gone: false,
    });
    return memo;
  };
  const first = write(NOON + 60_000, null); // a clock that is a minute ahead
  const answer = write(NOON, first);
  const second = write(NOON + 1, null);
  const last = write(NOON + 2, first);
  expect(talksOf(rows, id("quote")).map(({ memo, answers }) => [memo.id, answers.map((each) => each.id)])).toEqual([
    [first, [answer, last]],
    [second, []],
  ]);
  expect(talksOf(rows, id("other"))).toEqual([]);
});
