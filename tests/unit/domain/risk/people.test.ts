import { expect, test } from "vitest";
import { voicesIn } from "#lib/domain/finding/voice.ts";
import { peopleOf } from "#lib/domain/risk/people.ts";
import { id, study } from "#tests/kit/study.ts";

const told = (rows: ReturnType<typeof study>["rows"]) =>
  peopleOf(rows, voicesIn(rows).values(), {
    classOf: () => "council",
    roleOf: (participant) => (participant === id("pa") ? "Head of digital" : null),
  });
const people = (rows: ReturnType<typeof study>["rows"]) => told(rows).people;

test("[RK3] who took part are the participants, with their organisation and role", () => {
  const { rows } = study();
  expect(people(rows).map((one) => [one.id, one.organisation, one.kind, one.role])).toEqual([
    [id("pa"), id("A"), "local_authority", "Head of digital"],
    [id("pb"), id("B"), "local_authority", null],
    [id("pc"), id("C"), "housing_association", null],
  ]);
});

test("[RK3] where nobody of an organisation is known, it stands by itself; who was never asked is nobody", () => {
  const { rows } = study();
  const speaker = rows.live("speaker", id("kb"));
  const participant = rows.live("participant", id("pb"));
  if (!speaker || !participant) throw new Error("nobody is there");
  rows.put("speaker", { ...speaker, participant: null });
  rows.put("participant", { ...participant, id: id("never"), number: 9, organisation: id("A") });
  expect(people(rows).map((one) => one.id)).toEqual([id("pa"), id("pc"), id("B")]);
});

test("[RK3] an organisation whose quote is of nobody in it speaks, and is nobody more than those who are known of it", () => {
  const { rows } = study();
  const before = people(rows);
  const [anchor] = rows.related("anchorsOfQuote", id("q1"));
  const source = rows.live("source", rows.live("quote", id("q1"))?.source ?? "");
  if (!anchor || !source) throw new Error("nothing is quoted");
  rows.put("anchor", { ...anchor, speaker: null });
  rows.put("source", { ...source, participant: null, organisation: id("A") });
  expect(people(rows)).toEqual(before);
  expect(told(rows).bodies.map((one) => one.id)).toEqual([id("A")]);
});
