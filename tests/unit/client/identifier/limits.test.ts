/** What owners set on the screen, as the commands that say so. */
import { expect, test } from "vitest";
import { acceptClass, limitsOf, outOfBounds, setLimits, smallClasses } from "#lib/client/identifier/limits.ts";
import { THRESHOLDS } from "#lib/domain/disclosure/threshold.ts";
import { evolve } from "#lib/domain/study/change.ts";
import { decide } from "#lib/domain/study/command.ts";
import type { Plain } from "#lib/domain/study/command.ts";
import type { NewPhrase } from "#lib/domain/study/outcome.ts";
import { id, STUDY, study } from "#tests/kit/study.ts";

function begin() {
  const { rows } = study();
  const given: { command: Plain; phrases: readonly NewPhrase[] }[] = [];
  const desk = {
    rows,
    study: STUDY,
    send: (command: Plain, made?: Readonly<{ phrases?: readonly NewPhrase[] }>) => {
      given.push({ command, phrases: made?.phrases ?? [] });
      const decided = decide(rows, command, { person: id("me") });
      if (!decided.ok) throw new Error(decided.fault.code);
      for (const change of decided.value) evolve(rows, change);
    },
  };
  return { rows, desk, given };
}

test("[DC22] a reason travels with the number that needs it, stays where its words stay, and goes with the number", () => {
  const { rows, desk, given } = begin();
  const now = () => rows.live("disclosure", STUDY);
  setLimits(desk, { ...THRESHOLDS, organisations: 2 }, "They agreed.", "");
  expect(given[0]?.phrases).toEqual([{ id: now()?.reason, lang: "en", words: "They agreed." }]);
  const first = now()?.reason;
  setLimits(desk, { ...THRESHOLDS, organisations: 2, base: 12 }, "They agreed.", "They agreed.");
  expect([given[1]?.phrases, now()?.reason, limitsOf(now())]).toEqual([
    [],
    first,
    { ...THRESHOLDS, organisations: 2, base: 12 },
  ]);
  setLimits(desk, { ...THRESHOLDS, organisations: 2, base: 12 }, "Said anew.", "They agreed.");
  expect(now()?.reason).not.toBe(first);
  setLimits(desk, THRESHOLDS, "Said anew.", "Said anew.");
  expect([now()?.reason, given[3]?.phrases]).toEqual([null, []]);
});

test("[DC21] what is no whole number within its bounds is told, also nothing at all", () => {
  expect([...outOfBounds({ organisations: 1, people: NaN, base: 10.5, listed: 51 })]).toEqual([
    "organisations",
    "people",
    "base",
    "listed",
  ]);
  expect(outOfBounds(THRESHOLDS).size).toBe(0);
});

test("[DC24] kinds are offered in which somebody without a name is too few, and those that were accepted", () => {
  const { rows, desk } = begin();
  expect(smallClasses(rows)).toEqual([{ kind: "housing_association", listed: 1, unnamed: 1 }]);
  acceptClass(desk, "housing_association", "It agreed.");
  acceptClass(desk, "health_body", "To come.");
  expect(smallClasses(rows).map(({ kind, listed }) => [kind, listed])).toEqual([
    ["health_body", 0],
    ["housing_association", 1],
  ]);
  acceptClass(desk, "health_body", null);
  expect(smallClasses(rows).map(({ kind }) => kind)).toEqual(["housing_association"]);
});
