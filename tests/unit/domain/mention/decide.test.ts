import { expect, test } from "vitest";
import { pair } from "#lib/domain/field.ts";
import { saidOf } from "#lib/domain/mention/meet.ts";
import { evolve } from "#lib/domain/study/change.ts";
import type { Change } from "#lib/domain/study/change.ts";
import { capabilityOf, decide } from "#lib/domain/study/command.ts";
import type { Plain } from "#lib/domain/study/command.ts";
import { rowsSeenBy, seenBy } from "#lib/domain/study/hidden.ts";
import { decideUndo } from "#lib/domain/study/undo.ts";
import { id, study } from "#tests/kit/study.ts";

const [ME, YOU] = [id("me"), id("you")];
const [SOURCE, REVISION] = [id("ia"), id("ria")];
type Decide = Extract<Plain, { kind: "mention.decide" }>;

function begin() {
  const { rows } = study();
  for (const [start, end] of [
    [3, 10],
    [12, 25],
    [500, 501],
  ] as const)
    rows.learn({
      kind: "turn",
      revision: REVISION,
      start,
      end,
      at: { turn: id("turn"), speaker: null, question: null, revisionEnd: 100 },
    });
  const give = (command: Plain, person = ME): readonly Change[] | string => {
    const decided = decide(rows, command, { person });
    if (!decided.ok) return decided.fault.code;
    for (const change of decided.value) evolve(rows, change);
    return decided.value;
  };
  const done = (command: Plain, person = ME): readonly Change[] => {
    const changes = give(command, person);
    if (typeof changes === "string") throw new Error(changes);
    return changes;
  };
  const undo = (changes: readonly Change[], force = false) => {
    const back = decideUndo(rows, changes, force);
    if (!back.ok) return back.fault.code;
    for (const change of back.value) evolve(rows, change);
    return "done";
  };
  const holds = () => saidOf(rows, (phrase) => phrase).map(({ id: of, decision, start }) => [of, decision, start]);
  return { rows, give, done, undo, holds };
}
const none = { replacement: null, replacementCy: null, reason: null } as const;
const judge = (more: Partial<Decide> = {}): Decide => ({
  kind: "mention.decide",
  id: id("m1"),
  identifier: id("pa"),
  of: "participant",
  source: SOURCE,
  revision: REVISION,
  start: 12,
  end: 25,
  decision: "keep",
  ...none,
  reason: id("r1"),
  ...more,
});
const agree = (reason = "r1", on = true): Plain => ({
  kind: "mention.second",
  shown: [{ id: id("m1"), reason: id(reason) }],
  on,
});

test("[I95] [D1] a mention needs its words, or a reason; and its place in the text that is there now", () => {
  const { give } = begin();
  expect(give(judge({ reason: null }))).toBe("decision.bare");
  expect(give(judge({ decision: "ordinary", reason: null }))).toBe("decision.bare");
  expect(give(judge({ decision: "replace", reason: null }))).toBe("decision.bare");
  expect(give(judge({ start: 500, end: 501 }))).toBe("quote.span");
  expect(give(judge({ start: 40, end: 44 }))).toBe("quote.span"); // no turn is known there
  expect(give(judge({ revision: id("rx") }))).toBe("source.revised");
  expect(give(judge({ source: id("sx") }))).toBe("row.missing");
  expect(give(judge({ identifier: id("nobody") }))).toBe("row.missing");
  expect(give(judge({ of: "term" }))).toBe("row.missing");
  expect(capabilityOf("mention.decide")).toBe("decideIdentifiers");
  expect(capabilityOf("mention.second")).toBe("decideIdentifiers");
});

test("[I97] a place has one decision for an identifier, is decided anew, and goes as all others do again", () => {
  const { rows, give, done, undo, holds } = begin();
  const made = done(judge({ decision: "replace", replacement: id("w"), reason: null }));
  expect(holds()).toEqual([[id("pa"), "replace", 12]]);
  done(judge({ id: id("m2"), decision: "replace", replacement: id("w2"), reason: null }), YOU);
  expect([...rows.all("mention")].map((one) => [one.id, one.by])).toEqual([[id("m1"), YOU]]);
  expect(undo(made)).toBe("undo.changed");
  const gone = done(judge({ decision: null, reason: null }));
  expect(holds()).toEqual([]);
  expect(give(judge({ decision: null, reason: null }))).toEqual([]);
  expect(undo(gone)).toBe("done");
  expect(holds()).toEqual([[id("pa"), "replace", 12]]);
  // Another identifier at the same place, and the same one at another place, are mentions of their own.
  done(
    judge({
      id: id("m3"),
      identifier: id("A"),
      of: "organisation",
      decision: "replace",
      replacement: id("w"),
      reason: null,
    }),
  );
  done(judge({ id: id("m4"), start: 3, end: 10, decision: "replace", replacement: id("w"), reason: null }));
  expect([...rows.all("mention")]).toHaveLength(3);
  expect(give(judge({ id: id("m1"), identifier: id("C"), of: "organisation" }))).toBe("row.taken");
});

test("[I98] [I101] [Y111] words that name somebody are shown once another has agreed to the reason that they read", () => {
  const { rows, give, done, undo, holds } = begin();
  const made = done(judge());
  expect(holds()).toEqual([]);
  expect(give(agree())).toBe("decision.yours");
  expect(give(agree("r2"), YOU)).toBe("decision.changed");
  done(agree(), YOU);
  expect(holds()).toEqual([[id("pa"), "keep", 12]]);
  expect(done(agree(), id("third"))).toEqual([]);
  expect(undo(made)).toBe("undo.changed"); // somebody has agreed to it since
  expect(undo(made, true)).toBe("undo.changed");
  done(agree("r1", false), YOU);
  expect(holds()).toEqual([]);
  done(agree(), YOU);
  done(judge({ reason: id("r2") }), YOU);
  expect(holds()).toEqual([]);
  expect(give(agree("r1"))).toBe("decision.changed");
  done(agree("r2"));
  expect(rows.get("mention", id("m1"))).toMatchObject({ by: YOU, second: ME });
  // That it means nobody there is shown as well.
  done(judge({ decision: "ordinary", reason: id("r3") }));
  expect(holds()).toEqual([]);
  done(agree("r3"), YOU);
  expect(holds()).toEqual([[id("pa"), "ordinary", 12]]);
  const gone = done(judge({ decision: null, reason: null }));
  expect(undo(gone)).toBe("done");
  expect(holds()).toEqual([]); // it came back without whoever had agreed
  expect(give(agree("rx"), YOU)).toBe("decision.changed");
  done(judge({ decision: "replace", replacement: id("w"), reason: null }));
  expect(give(agree("r3"), YOU)).toBe("decision.changed");
});

test("[I98] [I101] one person shows what names nobody by itself, or says that a term means nothing there; said to name somebody it waits", () => {
  const { give, done, holds } = begin();
  const term = { id: id("m1"), identifier: id("t"), of: "term" } as const;
  expect(give(judge(term))).toBe("row.missing");
  done({ kind: "identifier.add", id: id("t"), term: id("nt"), thing: "place" });
  done(judge(term));
  expect(holds()).toEqual([[id("t"), "keep", 12]]);
  expect(done(agree(), YOU)).toEqual([]); // nobody else has to
  done({ kind: "identifier.set", id: id("t"), thing: "person" });
  expect(holds()).toEqual([]);
  done(agree(), YOU);
  expect(holds()).toEqual([[id("t"), "keep", 12]]);
  done({ kind: "identifier.set", id: id("t"), thing: "organisation" });
  expect(holds()).toEqual([]);
  done(judge({ ...term, decision: "ordinary" }));
  expect(holds()).toEqual([[id("t"), "ordinary", 12]]);
});

test("[I101] [I102] [S1] with a term or a source that is taken away goes what was decided of its mentions, and comes back without agreements", () => {
  const { rows, done, undo, holds } = begin();
  done({ kind: "identifier.add", id: id("t"), term: id("nt"), thing: "person" });
  done(judge({ identifier: id("t"), of: "term" }));
  done(agree(), YOU);
  const removed = done({ kind: "identifier.remove", id: id("t") });
  expect(holds()).toEqual([]);
  expect(undo(removed)).toBe("done");
  expect(rows.live("mention", id("m1"))?.second).toBeNull();
  done(agree(), YOU);
  const source = done({ kind: "source.remove", ids: [SOURCE] });
  expect(rows.live("mention", id("m1"))).toBeUndefined();
  expect(undo(source)).toBe("done");
  expect(rows.live("mention", id("m1"))).toMatchObject({ second: null });
  expect(rows.live("mentionPlace", pair(id("m1"), REVISION))).toMatchObject({ start: 12, end: 25 });
});

test("[I101] [CO10] what was decided of the mentions of somebody who has withdrawn goes with their name", () => {
  const { rows, done, holds } = begin();
  const [other, revision] = [id("ib"), id("rib")];
  const at = { turn: id("turn"), speaker: null, question: null, revisionEnd: 100 };
  rows.learn({ kind: "turn", revision, start: 12, end: 25, at });
  done(judge({ source: other, revision, decision: "replace", replacement: id("w"), reason: null }));
  done({ kind: "participant.withdraw", id: id("pa"), on: "2026-11-27" });
  expect(holds()).toEqual([[id("pa"), "replace", 12]]); // said by somebody else, and masked until the name is gone
  const erased = decide(rows, { kind: "participant.erased", id: id("pa") }, { person: ME });
  if (!erased.ok) throw new Error(erased.fault.code);
  for (const change of erased.value) evolve(rows, change);
  expect(holds()).toEqual([]);
});

test("[I103] neither the log nor a snapshot tells a browser which places are decided otherwise", () => {
  const { rows, done } = begin();
  const changes = done(judge());
  expect(changes.length).toBe(2);
  for (const person of [ME, YOU]) {
    expect(seenBy({ changes }, person).changes).toEqual([]);
    const all = { mention: [...rows.all("mention")], mentionPlace: [...rows.all("mentionPlace")], tag: [] };
    expect(rowsSeenBy(all, person, [])).toEqual({ mention: [], mentionPlace: [], tag: [] });
  }
});
