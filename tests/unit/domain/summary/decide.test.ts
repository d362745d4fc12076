import { expect, test } from "vitest";
import { evolve } from "#lib/domain/study/change.ts";
import type { Change } from "#lib/domain/study/change.ts";
import { decide } from "#lib/domain/study/command.ts";
import type { Internal, Plain } from "#lib/domain/study/command.ts";
import { framework } from "#lib/domain/matrix/framework.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import { decideUndo } from "#lib/domain/study/undo.ts";
import { slot } from "#lib/domain/wording/shape.ts";
import { id, study } from "#tests/kit/study.ts";

const ME = id("me");
const YOU = id("you");
const begin = (name: string, theme: string, of: { participant: string } | { organisation: string }): Plain => ({
  kind: "summary.make",
  id: id(name),
  theme: id(theme),
  of,
});
const P = { participant: id("pa") };

/** Does it; the changes, or the code of the refusal. */
function does(rows: Rows, command: Plain | Internal, person = ME): readonly Change[] | string {
  const answer = decide(rows, command, { person });
  if (!answer.ok) return answer.fault.code;
  for (const change of answer.value) evolve(rows, change);
  return answer.value;
}
function undoes(rows: Rows, changes: readonly Change[] | string, force = false): string | null {
  if (typeof changes === "string") throw new Error(changes);
  const back = decideUndo(rows, changes, force);
  if (!back.ok) return back.fault.code;
  for (const change of back.value) evolve(rows, change);
  return null;
}
const writes = (name: string, words: string, was: string | null = null): Plain => ({
  kind: "wording.set",
  subject: id(name),
  field: "summary",
  lang: "en",
  phrase: id(words),
  was: was && id(was),
});
const summaries = (rows: Rows, theme: string, of: "participant" | "organisation", whose: string) => {
  const { cases, themes, cells } = framework(rows, null, of);
  const at = themes.findIndex((one) => one.id === id(theme));
  return cells[cases.indexOf(id(whose))]?.[at]?.summaries.map((one) => one.id) ?? null;
};

test("[FW1][FW2][FW3] cases are those who took part, columns the themes that are told, and a cell has the quotes of its theme with those below", () => {
  const { rows } = study();
  const people = framework(rows, null, "participant");
  expect(people.cases).toEqual([id("pa"), id("pb"), id("pc")]);
  expect(people.themes.map((theme) => theme.id)).toEqual([id("V"), id("T"), id("U")]);
  expect(people.cells.map((row) => row.map(({ quotes }) => quotes))).toEqual([
    [[], [id("q1")], []],
    [[], [id("q2")], [id("q2")]],
    [[id("q3")], [], []],
  ]);
  expect(framework(rows, null, "organisation").cells[1]?.[1]?.quotes).toEqual([id("q2")]);
  for (const owner of [null, id("me")]) {
    rows.put("board", { id: id("other"), analysis: false, owner, origin: null, ord: "a1", gone: false });
    const { themes } = framework(rows, id("other"), "participant");
    expect(themes.map((theme) => theme.id)).toEqual(owner === null ? [] : people.themes.map((theme) => theme.id));
  }
});

test("[FW4][FW5][Y115] a summary is begun once for a theme and a case, and written in both languages", () => {
  const { rows } = study();
  expect(does(rows, begin("s1", "T", P))).toHaveLength(1);
  expect(does(rows, begin("s2", "T", P), YOU)).toBe("row.taken");
  expect(does(rows, begin("s3", "T", { organisation: id("A") }))).toHaveLength(1);
  expect(does(rows, begin("s4", "U", P))).toHaveLength(1);
  expect(does(rows, writes("s1", "w1"))).toHaveLength(1);
  expect(rows.live("wording", slot(id("s1"), "summary", "en"))?.phrase).toBe(id("w1"));
  expect(summaries(rows, "T", "participant", "pa")).toEqual([id("s1")]);
  expect(summaries(rows, "T", "organisation", "A")).toEqual([id("s3")]);
  expect(does(rows, begin("s5", "none", P))).toBe("row.missing");
  expect(does(rows, begin("s6", "T", { organisation: id("none") }))).toBe("row.missing");
});

test("[FW7] themes of a board that one person alone sees have none", () => {
  const { rows } = study();
  const board = rows.live("board", id("board"));
  if (board) rows.put("board", { ...board, analysis: false, owner: ME });
  expect(does(rows, begin("s1", "T", P))).toBe("board.hidden");
});

test("[FW8] what another has written in is not taken back by undoing its beginning, unless that is asked for", () => {
  const { rows } = study();
  const begun = does(rows, begin("s1", "T", P));
  does(rows, writes("s1", "w1"), YOU);
  expect(rows.live("summary", id("s1"))?.also).toBe(YOU);
  expect(undoes(rows, begun)).toBe("undo.changed");
  expect(undoes(rows, begun, true)).toBe(null);
  expect(rows.live("summary", id("s1"))).toBeUndefined();
});

test("[FW9] a summary goes with its theme and comes back with it; those of merged themes stand side by side", () => {
  const { rows } = study();
  does(rows, begin("s1", "V", P));
  does(rows, begin("s2", "T", P));
  does(rows, writes("s1", "w1"));
  const removed = does(rows, { kind: "theme.remove", id: id("V") });
  expect(rows.live("summary", id("s1"))).toBeUndefined();
  expect(does(rows, writes("s1", "w2", "w1"))).toBe("row.missing");
  expect(undoes(rows, removed)).toBe(null);
  expect(summaries(rows, "V", "participant", "pa")).toEqual([id("s1")]);
  const merged = does(rows, { kind: "theme.merge", id: id("T"), from: [id("V")] });
  expect(summaries(rows, "T", "participant", "pa")).toEqual([id("s1"), id("s2")].toSorted());
  expect(undoes(rows, merged)).toBe(null);
  expect(summaries(rows, "V", "participant", "pa")).toEqual([id("s1")]);
  expect(summaries(rows, "T", "participant", "pa")).toEqual([id("s2")]);
});

test("[FW6][FW10] a summary goes with who withdraws, and nothing brings it back; an organisation's with the last of its people", () => {
  const { rows } = study();
  const begun = does(rows, begin("s1", "T", P));
  does(rows, begin("s2", "T", { organisation: id("A") }));
  const pa = rows.live("participant", id("pa"));
  if (pa) rows.put("participant", { ...pa, id: id("pz"), number: 9 });
  const withdrawn = does(rows, { kind: "participant.withdraw", id: id("pa"), on: "2026-11-27" });
  expect(rows.live("summary", id("s1"))).toBeUndefined();
  expect(rows.live("summary", id("s2"))).toBeDefined();
  expect(does(rows, begin("s3", "T", P))).toBe("participant.withdrawn");
  expect(does(rows, writes("s1", "w1"))).toBe("row.missing");
  expect(undoes(rows, withdrawn, true)).toBe("participant.withdrawn");
  expect(undoes(rows, begun)).toBe("undo.changed"); // it is gone already
  does(rows, { kind: "participant.withdraw", id: id("pz"), on: "2026-11-27" });
  expect(rows.live("summary", id("s2"))).toBeUndefined();
  expect(does(rows, begin("s4", "U", { organisation: id("A") }))).toBe("participant.withdrawn");
  expect(framework(rows, null, "participant").cases).not.toContain(id("pa"));
});
