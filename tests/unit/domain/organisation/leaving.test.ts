import { expect, test } from "vitest";
import { leavingOf } from "#lib/domain/organisation/leaving.ts";
import { leftBy } from "#lib/domain/organisation/left.ts";
import { evolve } from "#lib/domain/study/change.ts";
import type { Change } from "#lib/domain/study/change.ts";
import { decide } from "#lib/domain/study/command.ts";
import type { Plain } from "#lib/domain/study/command.ts";
import { decideUndo } from "#lib/domain/study/undo.ts";
import { id, study } from "#tests/kit/study.ts";

function begin() {
  const { rows } = study();
  const give = (command: Plain): readonly Change[] | string => {
    const decided = decide(rows, command, { person: id("me") });
    if (!decided.ok) return decided.fault.code;
    for (const change of decided.value) evolve(rows, change);
    return decided.value;
  };
  const codes = () => {
    const { participants, unsaid, quotes, findings } = leavingOf(rows, id("A"));
    return [participants.map(({ number }) => number), unsaid.map(({ number }) => number), quotes, findings];
  };
  return { rows, give, codes };
}

test("[CO23] with an organisation goes everybody of it who has not gone yet; a source is named in which nobody has said who answered", () => {
  const { rows, give, codes } = begin();
  const [people, unsaid, quotes, findings] = codes();
  expect([people, unsaid]).toEqual([[1], []]);
  expect([Number(quotes) > 0, findings]).toEqual([true, 1]);

  // A second speaker of whom nobody has said who it is, in their source; and a source of theirs in which nobody answered yet.
  const speaker = rows.get("speaker", id("ka"));
  if (speaker) rows.put("speaker", { ...speaker, id: id("kx"), number: 2, participant: null });
  const other = rows.get("source", id("ib"));
  if (other) rows.put("source", { ...other, id: id("ix"), number: 9, organisation: id("A") });
  expect(codes()[1]).toEqual([1, 9]);
  give({ kind: "speaker.set", id: id("kx"), fields: { interviewer: true } });
  give({ kind: "source.set", id: id("ix"), fields: { participant: id("pa") } });
  expect(codes()[1]).toEqual([]);

  give({ kind: "participant.withdraw", id: id("pa"), on: "2026-11-27" });
  expect(codes()).toEqual([[], [], 0, 0]);
});

test("[CO24] an organisation of which everybody has withdrawn is named again by no agreement and by no undo", () => {
  const { rows, give } = begin();
  const name = (on: boolean): Plain => ({ kind: "organisation.set", id: id("A"), fields: { named: on } });
  expect(leftBy(rows, id("A"))).toBeNull();
  const unnamed = give(name(false));
  expect(give(name(true))).toHaveLength(1);
  give(name(false));
  give({ kind: "participant.withdraw", id: id("pa"), on: "2026-11-27" });
  expect(leftBy(rows, id("A"))).toBe(id("pa"));
  expect(give(name(true))).toBe("participant.withdrawn");
  expect(give({ kind: "organisation.set", id: id("A"), fields: { region: "north" } })).toHaveLength(1);
  if (typeof unnamed === "string") throw new Error(unnamed);
  for (const force of [false, true])
    expect(decideUndo(rows, unnamed, force)).toMatchObject({ fault: { code: "participant.withdrawn" } });
  expect(give({ kind: "organisation.set", id: id("B"), fields: { named: false } })).toHaveLength(1);
  expect(give({ kind: "organisation.set", id: id("B"), fields: { named: true } })).toHaveLength(1);
});
