import { expect, test } from "vitest";
import { allTalks, waitsFor } from "#lib/client/memos.ts";
import { timedId } from "#lib/domain/memo/id.ts";
import { decideUndo } from "#lib/domain/study/undo.ts";
import { evolve } from "#lib/domain/study/change.ts";
import { BOARD, emptyBoard, ME } from "#tests/kit/empty-board.ts";
import { id } from "#tests/kit/study.ts";

const YOU = id("you");
const at = (n: number) => timedId(n, id(`memo${n}`));

function talk() {
  const board = emptyBoard();
  for (const person of [ME, YOU]) board.rows.put("member", { id: person, role: "analyst", gone: false });
  const write = (n: number, parent: string | null, calls: string[], person = ME) =>
    board.give(
      { kind: "memo.write", id: at(n), subject: BOARD, parent, body: { lang: "en", phrase: id(`p${n}`) }, calls },
      person,
    );
  const waits = (person: string) => allTalks(board.rows).filter((one) => waitsFor(board.rows, one, person)).length;
  return { ...board, write, waits };
}

test("[ME3] only members are called, each once; a call goes with its memo and comes back with it", () => {
  const { rows, give, write } = talk();
  expect(write(1, null, [id("stranger")])).toBe("row.missing");
  const written = write(1, null, [YOU, YOU, ME]);
  expect(rows.related("callsOfPerson", YOU)).toHaveLength(1);
  write(2, at(1), [YOU], ME);
  const removed = give({ kind: "memo.remove", id: at(1) });
  expect([...rows.all("call")]).toEqual([]);
  if (typeof removed === "string" || typeof written === "string") throw new Error("refused");
  const back = decideUndo(rows, removed, false);
  if (!back.ok) throw new Error(back.fault.code);
  for (const change of back.value) evolve(rows, change);
  expect(rows.related("callsOfPerson", YOU)).toHaveLength(2);
});

test("[ME4] a talk waits for whoever is called until they have said something after it, or it is settled", () => {
  const { give, write, waits } = talk();
  write(1, null, []);
  expect([waits(ME), waits(YOU)]).toEqual([0, 0]);
  write(2, at(1), [YOU]);
  expect([waits(ME), waits(YOU)]).toEqual([0, 1]);
  write(3, at(1), [ME], YOU);
  expect([waits(ME), waits(YOU)]).toEqual([1, 0]);
  write(4, at(1), [YOU]);
  expect([waits(ME), waits(YOU)]).toEqual([0, 1]);
  give({ kind: "memo.resolve", id: at(1), on: true });
  expect([waits(ME), waits(YOU)]).toEqual([0, 0]);
});

test("[ME5] the talk that was added to last stands first", () => {
  const { rows, write } = talk();
  write(1, null, []);
  write(2, null, []);
  write(3, at(1), []);
  expect(allTalks(rows).map(({ memo, answers }) => [memo.id, answers.length])).toEqual([
    [at(1), 1],
    [at(2), 0],
  ]);
});
