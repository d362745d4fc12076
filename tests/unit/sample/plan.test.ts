/** The sample study's commands, decided one after the other by the app's own rules, without a database. */
import { beforeAll, expect, test } from "vitest";
import type { Plan } from "#prisma/sample/plan.ts";
import { AUTHOR, plan } from "#prisma/sample/plan.ts";
import { layOut } from "#prisma/sample/layout.ts";
import { evolve } from "#lib/domain/study/change.ts";
import { decide } from "#lib/domain/study/command.ts";
import { Rows } from "#lib/domain/study/rows.ts";

let sample: Plan;
const rows = new Rows();
const refused: unknown[] = [];
const idle: string[] = [];

beforeAll(async () => {
  sample = await plan();
  for (const { command } of [...sample.before, ...sample.after]) {
    if (command.kind === "undo" || command.kind === "redo") throw new Error("no undo in a sample");
    if (command.kind === "quote.make") {
      const { revision, start, end } = command;
      const text = sample.texts.find((item) => item.revision === revision);
      const turn = text?.turns.find((item) => item.start <= start && end <= item.end);
      if (!text || !turn) throw new Error("a quote outside its turn");
      const at = {
        turn: turn.id,
        speaker: turn.speaker,
        question: turn.question,
        revisionEnd: Array.from(text.text).length,
      };
      rows.learn({ kind: "turn", revision, start, end, at });
    }
    const decided = decide(rows, command, { person: AUTHOR });
    if (!decided.ok) refused.push({ command, fault: decided.fault });
    else if (decided.value.length === 0) idle.push(command.kind);
    else for (const change of decided.value) evolve(rows, change);
  }
});

test("[SS5] no command is refused or does nothing", () => {
  expect(refused).toEqual([]);
  expect(idle).toEqual([]);
});

test("[SS5] what stands at the end is what is promised", () => {
  const count = (noun: Parameters<Rows["all"]>[0]) => [...rows.all(noun)].length;
  expect([...rows.all("source")].filter(({ kind }) => kind === "interview")).toHaveLength(11);
  expect([...rows.all("source")].filter(({ kind }) => kind === "survey")).toHaveLength(9);
  expect(count("organisation")).toBe(19);
  expect(count("participant")).toBe(31);
  expect([...rows.all("participant")].find(({ number }) => number === 1)?.name).not.toBeNull();
  expect(count("theme")).toBe(8);
  expect(count("finding")).toBe(4);
  expect(count("insight")).toBe(6);
  expect([...rows.all("card")].some(({ theme }) => theme === null)).toBe(true);
  const agreed = [...rows.all("organisation")].filter(({ named }) => !named);
  expect(agreed.map(({ kind }) => kind).toSorted()).toEqual(["housing_association", "local_authority"]);
});

test("[SS5] every quote is said by a participant or answers a question of the survey", () => {
  const interviewers = new Set([...rows.all("speaker")].filter(({ interviewer }) => interviewer).map(({ id }) => id));
  const stray = [...rows.all("anchor")].filter(({ speaker, question }) =>
    speaker === null ? question === null : interviewers.has(speaker),
  );
  expect(stray).toEqual([]);
});

test("[SS5] every command and every id stands once", () => {
  const ids = [...sample.before, ...sample.after].map(({ cmdId }) => cmdId);
  expect(new Set(ids).size).toBe(ids.length);
  const phrases = [...sample.before, ...sample.after].flatMap((item) => item.phrases.map(({ id }) => id));
  expect(new Set(phrases).size).toBe(phrases.length);
  const names = [...sample.before, ...sample.after].flatMap((item) => item.names.map(({ id }) => id));
  expect(new Set(names).size).toBe(names.length);
});

test("[SS6] on the board nothing overlaps, and every card lies within its theme", () => {
  const { themes, cards } = layOut();
  const places = [...cards.values()];
  const close = places.flatMap((a, at) =>
    places.slice(at + 1).filter((b) => Math.abs(a.x - b.x) < 240 + 12 && Math.abs(a.y - b.y) < 192 + 12),
  );
  expect(close).toEqual([]);
  const boxes = [...rows.all("theme")];
  const tops = boxes.filter(({ parent }) => parent === null);
  const crossing = tops.flatMap((a, at) =>
    tops.slice(at + 1).filter((b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h),
  );
  expect(crossing).toEqual([]);
  expect(themes.size).toBe(8);
  for (const card of rows.all("card")) {
    const box = card.theme === null ? null : rows.live("theme", card.theme);
    if (!box) continue;
    expect(card.x >= box.x && card.y >= box.y && card.x + 240 <= box.x + box.w && card.y + 192 <= box.y + box.h).toBe(
      true,
    );
  }
  for (const loose of [...rows.all("card")].filter(({ theme }) => theme === null)) {
    expect(
      boxes.some(
        (box) => loose.x < box.x + box.w && loose.x + 240 > box.x && loose.y < box.y + box.h && loose.y + 192 > box.y,
      ),
    ).toBe(false);
  }
});
