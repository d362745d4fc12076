import fc from "fast-check";
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
  let said = 0;
  const board = emptyBoard();
  for (const person of [ME, YOU]) board.rows.put("member", { id: person, role: "analyst", gone: false });
  const write = (n: number, parent: string | null, calls: string[], person = ME) =>
    board.give(
      { kind: "memo.write", id: at(n), subject: BOARD, parent, body: { lang: "en", phrase: id(`p${n}`) }, calls },
      person,
    );
  /** Gives a memo other words. */
  const reword = (n: number, calls: string[], person = ME) => {
    const slot = { subject: at(n), field: "body", lang: "en" } as const;
    const was = board.rows.live("wording", `${at(n)}/body/en`)?.phrase ?? null;
    return board.give({ kind: "wording.set", ...slot, phrase: id(`again${++said}`), was, calls }, person);
  };
  const waits = (person: string) => allTalks(board.rows).filter((one) => waitsFor(board.rows, one, person)).length;
  return { ...board, write, reword, waits };
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

test("[ME8] [ME9] who may writes in a memo that begins a talk and is named beside its author; an answer is its writer’s alone", () => {
  const { rows, write, reword } = talk();
  write(1, null, []);
  write(2, at(1), [], YOU);
  expect(reword(2, [], ME)).toBe("memo.theirs");
  expect(reword(2, [], YOU)).toHaveLength(1);
  expect(reword(1, [], ME)).toHaveLength(1);
  expect(rows.get("memo", at(1))?.also).toBeNull();
  expect(reword(1, [], YOU)).toHaveLength(2);
  expect(rows.get("memo", at(1))?.also).toBe(YOU);
});

test("[ME10] other words call others: from then on, whatever they had said before; undo takes back both", () => {
  const { rows, write, reword, waits } = talk();
  write(1, null, []);
  write(2, at(1), [], YOU);
  const changes = reword(1, [YOU, id("stranger")]);
  expect([waits(ME), waits(YOU)]).toEqual([0, 1]);
  expect([...rows.all("call")].map(({ person, after }) => [person, after])).toEqual([[YOU, at(2)]]);
  if (typeof changes === "string") throw new Error(changes);
  const back = decideUndo(rows, changes, false);
  if (!back.ok) throw new Error(back.fault.code);
  for (const change of back.value) evolve(rows, change);
  expect(waits(YOU)).toBe(0);
  reword(1, [YOU]);
  expect(waits(YOU)).toBe(1);
  write(3, at(1), [], YOU);
  expect(waits(YOU)).toBe(0);
});

test("[ME10] nobody is called twice by a memo; whoever it names no more is called no more, unless they have answered", () => {
  const people = [ME, YOU, id("third")];
  const who = fc.constantFrom(...people);
  const act = fc.oneof(
    fc.record({ act: fc.constant("reword" as const), who, calls: fc.uniqueArray(who) }),
    fc.record({ act: fc.constant("answer" as const), who }),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      const { rows, give, write, reword, waits } = talk();
      rows.put("member", { id: id("third"), role: "analyst", gone: false });
      write(1, null, []);
      const owed = new Set<string>(); // who was called and has said nothing since
      const answered = new Set<string>();
      for (const [n, one] of acts.entries()) {
        if (one.act === "answer") {
          write(n + 2, at(1), [], one.who);
          if (owed.delete(one.who)) answered.add(one.who);
        } else {
          expect(typeof reword(1, one.calls, one.who)).toBe("object");
          for (const person of owed) if (!one.calls.includes(person)) owed.delete(person);
          for (const person of one.calls) if (!answered.has(person)) owed.add(person);
        }
        const called = rows.related("callsOfMemo", at(1)).map(({ person }) => person);
        expect(called.toSorted()).toEqual([...owed.union(answered)].toSorted());
        expect(people.map(waits)).toEqual(people.map((person) => (owed.has(person) ? 1 : 0)));
      }
      give({ kind: "memo.resolve", id: at(1), on: true });
      expect(people.map(waits)).toEqual([0, 0, 0]);
    }),
    { numRuns: 60 },
  );
});
