/** What owners set: bounds, reasons, and that neither goes without the other. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { settingsOf } from "#lib/domain/disclosure/settings.ts";
import { BOUNDS, LIMITS, lowered, THRESHOLDS, usualAtLeast } from "#lib/domain/disclosure/threshold.ts";
import type { Thresholds } from "#lib/domain/disclosure/threshold.ts";
import { DisclosureSet } from "#lib/domain/disclosure/word.ts";
import { may } from "#lib/domain/member/shape.ts";
import { evolve } from "#lib/domain/study/change.ts";
import type { Change } from "#lib/domain/study/change.ts";
import { capabilityOf, decide, LASTING } from "#lib/domain/study/command.ts";
import type { Plain } from "#lib/domain/study/command.ts";
import { decideUndo } from "#lib/domain/study/undo.ts";
import { permitted } from "#tests/kit/permitted.ts";
import { id, STUDY, study } from "#tests/kit/study.ts";

const BEFORE = { ...THRESHOLDS, reason: null };
type Said = Thresholds & Readonly<{ reason: string | null }>;

function begin() {
  const { rows } = study();
  const give = (command: Plain): readonly Change[] | string => {
    const decided = decide(rows, command, { person: id("me") });
    if (!decided.ok) return decided.fault.code;
    for (const change of decided.value) evolve(rows, change);
    return decided.value;
  };
  const set = (said: Said, was: Said = BEFORE) =>
    give({ kind: "disclosure.set", id: STUDY, ...said, was, on: "2026-11-02" });
  const undo = (changes: readonly Change[] | string, force = false) => {
    const back = decideUndo(rows, typeof changes === "string" ? [] : changes, force);
    if (!back.ok) return back.fault.code;
    for (const change of back.value) evolve(rows, change);
    return "done";
  };
  const of = (words: Readonly<Record<string, string>>) =>
    settingsOf(rows, new Map(Object.entries(words).map(([name, said]) => [id(name), { lang: "cy", words: said }])));
  return { rows, give, set, undo, of };
}
const lower = (reason: string | null): Said => ({ ...THRESHOLDS, organisations: 2, reason });

test("[DC20] owners alone set limits and accept small classes, and both can be taken back", () => {
  for (const kind of ["disclosure.set", "disclosure.accept"] as const) {
    expect(may("owner", capabilityOf(kind))).toBe(true);
    for (const role of ["analyst", "observer", null] as const) expect(may(role, capabilityOf(kind))).toBe(false);
    expect(LASTING).not.toContain(kind);
  }
  const { set, undo, of, rows } = begin();
  const first = set({ ...THRESHOLDS, people: 8, reason: null });
  expect(of({}).thresholds).toEqual({ ...THRESHOLDS, people: 8 });
  expect(rows.live("disclosure", STUDY)).toMatchObject({ by: id("me"), on: "2026-11-02" });
  expect(undo(first)).toBe("done");
  expect(of({}).thresholds).toEqual(THRESHOLDS);
  expect(set({ ...THRESHOLDS, people: 9, reason: null })).not.toBe("disclosure.changed");
  expect(of({}).thresholds.people).toBe(9);
});

test("[DC21] no number goes under its bound, nor over what a study here could reach", () => {
  const parses = (limits: Thresholds) =>
    DisclosureSet.safeParse({
      kind: "disclosure.set",
      id: STUDY,
      ...limits,
      reason: id("few"),
      was: BEFORE,
      on: "2026-11-02",
    }).success;
  expect(LIMITS.map((limit) => BOUNDS[limit].least)).toEqual([2, 3, 5, 2]);
  for (const limit of LIMITS) {
    const { least, most } = BOUNDS[limit];
    for (const [value, allowed] of [
      [least - 1, false],
      [least, true],
      [most, true],
      [most + 1, false],
      [least + 0.5, false],
    ] as const)
      expect([limit, value, parses({ ...THRESHOLDS, [limit]: value })]).toEqual([limit, value, allowed]);
  }
});

test("[DC22] lower than usual needs a reason, raising does not", () => {
  const { set, of, rows } = begin();
  for (const limit of LIMITS)
    expect(set({ ...THRESHOLDS, [limit]: THRESHOLDS[limit] - 1, reason: null })).toBe("disclosure.bare");
  set({ organisations: 9, people: 9, base: 19, listed: 9, reason: id("few") });
  expect(rows.live("disclosure", STUDY)?.reason).toBe(null); // none is lower, so none is given
  expect(of({}).thresholds.organisations).toBe(9);
});

test("[DC22] a lower number holds only with the words of its reason, whatever was set, erased or taken back", () => {
  const words = fc.constantFrom<string | undefined>("Cytunodd pawb.", " ", "██ ██", "—", undefined);
  fc.assert(
    fc.property(permitted, fc.boolean(), words, (limits, given, said) => {
      const { set, of } = begin();
      const done = set({ ...limits, reason: given ? id("few") : null });
      const { thresholds, reason } = of(said === undefined ? {} : { few: said });
      const isLower = lowered(limits).length > 0;
      expect(done === "disclosure.bare").toBe(isLower && !given);
      expect(lowered(thresholds).length > 0).toBe(reason !== null);
      if (done === "disclosure.bare") expect(thresholds).toEqual(THRESHOLDS);
      else expect(thresholds).toEqual(said === "Cytunodd pawb." ? limits : usualAtLeast(limits));
    }),
  );
});

test("[DC22] [Y112] of two who set limits at once the first did; numbers come back with their reason or not at all", () => {
  const { set, undo, of } = begin();
  const mine = set(lower(id("few")));
  expect(set({ ...THRESHOLDS, base: 8, reason: id("why") })).toBe("disclosure.changed");
  const both = { ...lower(id("why")), base: 8 };
  set(both, lower(id("few")));
  expect(undo(mine)).toBe("undo.changed");
  expect(undo(mine, true)).toBe("done");
  expect(of({ few: "Few.", why: "Why." })).toEqual({ thresholds: THRESHOLDS, reason: null, accepted: new Map() });
});

test("[DC24] a smaller class of a kind is accepted with its reason, and no more once that is taken back or has no words", () => {
  const { give, undo, of } = begin();
  const accept = (reason: string | null) =>
    give({ kind: "disclosure.accept", of: "housing_association", reason, on: "2026-11-03" });
  const said = { agreed: "It agreed to it." };
  const first = accept(id("agreed"));
  expect([...of(said).accepted]).toEqual([["housing_association", { lang: "cy", words: said.agreed }]]);
  expect(of({ agreed: " " }).accepted.size).toBe(0);
  expect(accept(id("agreed"))).toEqual([]);
  expect(undo(first)).toBe("done");
  expect(of(said).accepted.size).toBe(0);
  expect(accept(null)).toEqual([]);
  accept(id("agreed"));
  accept(null);
  expect(of(said).accepted.size).toBe(0);
});
