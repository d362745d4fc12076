import { expect, test } from "vitest";
import { byOrd } from "#lib/domain/order.ts";
import { evolve } from "#lib/domain/study/change.ts";
import { decide } from "#lib/domain/study/command.ts";
import type { Plain } from "#lib/domain/study/command.ts";
import { Rows } from "#lib/domain/study/rows.ts";
import { id, study } from "#tests/kit/study.ts";

const give = (rows: Rows, command: Plain) => {
  const decided = decide(rows, command, { person: id("me") });
  if (decided.ok) for (const change of decided.value) evolve(rows, change);
  return decided;
};
const body = { kind: "other", region: null, named: false, namedOn: null, name: null, aliases: null } as const;
const person = { organisation: null, seniority: null, consent: "verbatim", name: null, contact: null } as const;

test("[ST20] organisations are numbered in their order, and no number that was ever given is given again", () => {
  const rows = new Rows();
  const people = Array.from({ length: 60 }, (_, at) => id(`p${at}`));
  for (const one of people) {
    give(rows, { kind: "participant.add", id: one, fields: person, role: null });
    if (one.endsWith("7")) give(rows, { kind: "participant.remove", id: one });
  }
  expect(new Set(people.map((one) => rows.get("participant", one)?.number)).size).toBe(60);
  for (const name of ["o1", "o2"]) give(rows, { kind: "organisation.add", id: id(name), fields: body });
  give(rows, { kind: "organisation.remove", id: id("o2") });
  give(rows, { kind: "organisation.add", id: id("o3"), fields: body });
  expect(rows.live("organisation", id("o3"))?.number).toBe(3);
});

test("[ST23] an organisation with people or sources stays, and a participant who speaks", () => {
  const { rows } = study();
  expect(give(rows, { kind: "organisation.remove", id: id("A") })).toEqual({
    ok: false,
    fault: { code: "row.used", noun: "organisation", id: id("A"), by: "participant" },
  });
  expect(give(rows, { kind: "participant.remove", id: id("pa") })).toEqual({
    ok: false,
    fault: { code: "row.used", noun: "participant", id: id("pa"), by: "speaker" },
  });
});

test("[ST30] a guide asks a question or does not, as often as it is said", () => {
  const rows = new Rows();
  give(rows, { kind: "question.add", id: id("q"), text: null });
  give(rows, { kind: "guide.add", id: id("g"), fields: { kind: "survey", minutes: null }, name: null });
  const asked = () => rows.related("asksOfGuide", id("g")).length;
  for (const on of [true, true, false, true]) {
    give(rows, { kind: "guide.ask", guide: id("g"), questions: [id("q")], on });
    expect(asked()).toBe(on ? 1 : 0);
  }
});

test("[ST31] a question is placed behind another, or first", () => {
  const rows = new Rows();
  for (const name of ["a", "b", "c"]) give(rows, { kind: "question.add", id: id(name), text: null });
  const order = () => [...rows.all("question")].toSorted(byOrd).map((row) => row.id);
  give(rows, { kind: "question.place", id: id("c"), after: id("a") });
  expect(order()).toEqual([id("a"), id("c"), id("b")]);
  give(rows, { kind: "question.place", id: id("b"), after: null });
  expect(order()).toEqual([id("b"), id("a"), id("c")]);
});

test("[ST32] a question that quotes answer stays, and a guide by which sources were asked", () => {
  const { rows } = study();
  give(rows, { kind: "question.add", id: id("q"), text: null });
  const [anchor] = rows.all("anchor");
  if (anchor) rows.put("anchor", { ...anchor, question: id("q") });
  give(rows, { kind: "guide.add", id: id("g"), fields: { kind: "interview", minutes: 60 }, name: null });
  give(rows, { kind: "source.set", id: id("ia"), fields: { guide: id("g") } });
  expect(give(rows, { kind: "question.remove", id: id("q") })).toMatchObject({
    ok: false,
    fault: { code: "row.used" },
  });
  expect(give(rows, { kind: "guide.remove", id: id("g") })).toMatchObject({ ok: false, fault: { code: "row.used" } });
});
