import fc from "fast-check";
import { expect, test } from "vitest";
import { courseOf } from "#lib/domain/correction/course.ts";
import { textOf } from "#lib/domain/correction/told.ts";
import type { Told } from "#lib/domain/correction/told.ts";
import { overlay, spoken } from "#lib/domain/identifier/overlay.ts";
import { plan } from "#lib/domain/identifier/plan.ts";
import { saidOf } from "#lib/domain/mention/meet.ts";
import { evolve } from "#lib/domain/study/change.ts";
import type { Change } from "#lib/domain/study/change.ts";
import { decide } from "#lib/domain/study/command.ts";
import type { Plain } from "#lib/domain/study/command.ts";
import { decideUndo } from "#lib/domain/study/undo.ts";
import { id, study } from "#tests/kit/study.ts";

const SOURCE = id("ia");
const [ME, YOU] = [id("me"), id("you")];
const named = [{ id: id("t"), kind: "term" as const, full: "Huw", others: "Hugh\nHuw Prys" }];

function told(...said: readonly string[]): Told[] {
  return said.map((words, n) => ({
    id: id(`t${n}`),
    line: id(`t${n}`),
    words,
    speaker: null,
    question: null,
    startMs: null,
    endMs: null,
  }));
}

/** A source of these turns in which one mention is decided otherwise; `everywhere`: what is decided of the name. */
function begin(turns: readonly Told[], everywhere: "replace" | "keep", decision: "replace" | "keep") {
  const { rows } = study();
  for (const quote of rows.related("quotesOfSource", SOURCE)) {
    for (const anchor of rows.related("anchorsOfQuote", quote.id)) rows.drop("anchor", anchor.id);
    rows.drop("quote", quote.id);
  }
  const give = (command: Plain, person = ME): readonly Change[] => {
    const decided = decide(rows, command, { person });
    if (!decided.ok) throw new Error(decided.fault.code);
    for (const change of decided.value) evolve(rows, change);
    return decided.value;
  };
  const texts = new Map([[id("ria"), turns]]);
  const first = Array.from(textOf(turns)).join("");
  const start = first.indexOf("Huw");
  const at = { turn: id("t0"), speaker: null, question: null, revisionEnd: first.length };
  rows.learn({ kind: "turn", revision: id("ria"), start, end: start + 3, at });
  give({ kind: "identifier.add", id: id("t"), term: id("nt"), thing: "place" });
  const judge = {
    kind: "mention.decide",
    id: id("m"),
    identifier: id("t"),
    of: "term",
    source: SOURCE,
    revision: id("ria"),
    start,
    end: start + 3,
    replacementCy: null,
  } as const;
  give(
    decision === "replace"
      ? { ...judge, decision, replacement: id("a colleague"), reason: null }
      : { ...judge, decision, replacement: null, reason: id("why") },
  );
  let corrections = 0;
  const revise = (was: string, revision: string, next?: readonly Told[]) => {
    if (next) texts.set(revision, next);
    const course = courseOf(texts.get(was) ?? [], texts.get(revision) ?? []);
    return give(
      {
        kind: "source.revise",
        id: id(`c${(corrections += 1)}`),
        source: SOURCE,
        was,
        revision,
        course,
        reason: null,
      },
      YOU,
    );
  };
  const read = (revision: string) => {
    const all = { replacement: "somebody", replacementCy: null };
    const said = saidOf(rows, (phrase) => (phrase === id("a colleague") ? "a colleague" : phrase));
    const { find, choose } = plan(named, [{ id: id("t"), decision: everywhere, ...all }], said);
    const text = textOf(texts.get(revision) ?? []);
    return spoken(overlay(text, find(text, { revision, start: 0 }), (one) => choose(one, "en")));
  };
  const undo = (changes: readonly Change[]) => {
    const back = decideUndo(rows, changes, false);
    if (!back.ok) throw new Error(back.fault.code);
    for (const change of back.value) evolve(rows, change);
  };
  return { rows, revise, read, undo };
}
const [R1, R2, R3] = [id("ria"), id("r2"), id("r3")];

test("[I99] [I100] a mention moves with its text, word for word, and stands where it stood in former revisions", () => {
  const { revise, read, undo } = begin(told("Well.", "Huw said it.", "Huw agreed."), "replace", "keep");
  expect(read(R1)).toBe("Well.\n\nHuw said it.\n\n[somebody] agreed.");
  const changes = revise(R1, R2, told("Well, well.", "I think that Huw said it.", "Huw agreed."));
  expect(read(R2)).toBe("Well, well.\n\nI think that Huw said it.\n\n[somebody] agreed.");
  expect(read(R1)).toBe("Well.\n\nHuw said it.\n\n[somebody] agreed.");
  undo(changes);
  expect(read(R2)).not.toContain("Huw");
  expect(read(R1)).toContain("Huw said it.");
});

test("[I99] [I100] what is shown stays hidden once its words were corrected, and is shown again by whoever goes back", () => {
  const { revise, read } = begin(told("Huw said it."), "replace", "keep");
  revise(R1, R2, told("Huw Prys said it."));
  expect(read(R2)).toBe("[somebody] said it.");
  revise(R2, R3, told("Hugh said it."));
  expect(read(R3)).toBe("[somebody] said it.");
  revise(R3, R1);
  expect(read(R1)).toBe("Huw said it.");
});

test("[I99] what is to be replaced covers whatever is written in its place", () => {
  const { revise, read } = begin(told("Then Huw said it.", "Huw agreed."), "keep", "replace");
  expect(read(R1)).toBe("Then [a colleague] said it.\n\nHuw agreed.");
  revise(R1, R2, told("Then Siôn said it.", "Huw agreed."));
  expect(read(R2)).toBe("Then [a colleague] said it.\n\nHuw agreed.");
  revise(R2, R3, told("Then said it.", "Huw agreed."));
  expect(read(R3)).toBe("Then said it.\n\nHuw agreed.");
  const longer = begin(told("Then Huw said it.", "Huw agreed."), "keep", "replace");
  longer.revise(R1, R2, told("Then Huw Prys said it.", "Huw Prys agreed."));
  expect(longer.read(R2)).toBe("Then [a colleague] said it.\n\nHuw Prys agreed.");
});

test("[I99] whatever is corrected, one that is to be replaced is not shown, and one that is kept shows that place alone", () => {
  const word = fc.constantFrom("then", "we", "said", "🧶", "yes");
  const line = fc.array(word, { maxLength: 5 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(line, line, line, line, fc.constantFrom("Huw", "Huwcyn", "Hugh", "Siôn"), (a, b, c, d, name) => {
      const join = (...words: string[]) => words.filter((one) => one !== "").join(" ");
      const old = told(join("Well", a, "Huw", b), "So.");
      const next = told(join("Well", c, name, d), "So.");
      const hidden = begin(old, "keep", "replace");
      hidden.revise(R1, R2, next);
      const at = hidden.rows.related("placesOfMention", id("m")).find(({ revision }) => revision === R2);
      // Where the same words stand around it, the name that is written there is covered.
      if (a === c && b === d) {
        expect(at).toBeDefined();
        expect(hidden.read(R2)).not.toContain(` ${name}`);
      }
      const shown = begin(old, "replace", "keep");
      shown.revise(R1, R2, next);
      const left = shown.read(R2);
      expect(left.match(/Huw(?!cyn)/gu)?.length ?? 0).toBeLessThanOrEqual(1);
      expect(left).not.toContain("Hugh");
    }),
    { numRuns: 300 },
  );
});
