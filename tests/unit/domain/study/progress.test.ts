import { expect, test } from "vitest";
import { pair } from "#lib/domain/field.ts";
import { nextOf, progress } from "#lib/domain/study/progress.ts";
import { Rows } from "#lib/domain/study/rows.ts";
import { id, STUDY, study } from "#tests/kit/study.ts";

test("[ST1] [ST2] [ST5] counts a small study from its rows", () => {
  const { rows, say } = study();
  say(id("T"), "definition", "cy", "Beth mae pobl yn ei wybod.");
  expect(progress(rows, STUDY)).toEqual({
    sources: { interview: 2, survey: 1, other: 0, quoted: 3 },
    quotes: { all: 3, onBoard: 3 },
    cards: { quotes: 3, insights: 0, unclustered: 0 },
    themes: { all: 3, undefined: 2, agreed: 0 },
    findings: { all: 1, agreed: 0, bare: 0 },
    identifiers: { all: 6, open: 6 },
    texts: { all: 8, half: 1, empty: 6 },
  });
});

test("[ST1] what is gone does not count", () => {
  const { rows } = study();
  for (const quote of rows.all("quote")) rows.put("quote", { ...quote, gone: true });
  for (const card of rows.all("card")) rows.put("card", { ...card, gone: true });
  const { sources, quotes, cards } = progress(rows, STUDY);
  expect([sources.quoted, quotes.all, cards.quotes]).toEqual([0, 0, 0]);
});

test("[ST3] a quote with two cards is one quote, and an insight is none", () => {
  const { rows } = study();
  const card = rows.live("card", id("cq1"));
  if (!card) throw new Error("no card");
  rows.put("card", { ...card, id: id("second"), theme: null });
  rows.put("insight", { id: id("thought"), by: id("me"), gone: false });
  rows.put("card", { ...card, id: id("third"), quote: null, insight: id("thought"), theme: null });
  const { quotes, cards } = progress(rows, STUDY);
  expect(quotes).toEqual({ all: 3, onBoard: 3 });
  expect(cards).toEqual({ quotes: 4, insights: 1, unclustered: 1 });
});

test("[ST4] a finding that is only contradicted is bare", () => {
  const { rows } = study();
  for (const name of ["q1", "q2"]) {
    const evidence = rows.live("evidence", pair(id("F"), id(name)));
    if (evidence) rows.put("evidence", { ...evidence, stance: "contradicts" });
  }
  expect(progress(rows, STUDY).findings.bare).toBe(1);
});

test("[ST6] [I87] says what comes next, in the order of the work", () => {
  const { rows, say } = study();
  expect(nextOf(progress(new Rows(), STUDY))).toBe("source");
  expect(nextOf(progress(rows, STUDY))).toBe("define");
  for (const theme of ["T", "U", "V"]) say(id(theme), "definition", "en", "What it means.");
  expect(nextOf(progress(rows, STUDY))).toBe("identify");
  for (const row of [...rows.all("organisation"), ...rows.all("participant")]) {
    const decided = {
      decision: "keep",
      replacement: null,
      replacementCy: null,
      reason: id("why"),
      by: id("me"),
    } as const;
    const kept = { id: row.id, kind: "participant", term: null, thing: null, ...decided, gone: false } as const;
    rows.put("identifier", { ...kept, second: null });
    expect(nextOf(progress(rows, STUDY))).toBe("identify"); // nobody has agreed
    rows.put("identifier", { ...kept, second: id("you") });
  }
  expect(nextOf(progress(rows, STUDY))).toBeNull();
});
