import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agreementOn, daysLeft, endingOf, quotable } from "#lib/domain/participant/consent.ts";
import { Consent } from "#lib/domain/participant/shape.ts";
import type { ParticipantRow } from "#lib/domain/participant/shape.ts";
import { dayOf } from "#lib/domain/zone.ts";
import { id, study } from "#tests/kit/study.ts";

const agreement = (more: Partial<ParticipantRow> = {}) => ({
  consent: "verbatim" as const,
  agreedUntil: null,
  withdrawnOn: null,
  ...more,
});

describe("[CO1] [CO2] what an agreement allows on a day", () => {
  test("it holds on its last day and not on the next; without a last day it does not end", () => {
    const ends = agreement({ agreedUntil: "2026-11-27" });
    expect(quotable(ends, "2026-11-27")).toBe(true);
    expect(quotable(ends, "2026-11-28")).toBe(false);
    expect(agreementOn(ends, "2026-11-28")).toBe("ended");
    expect(quotable(agreement(), "2999-01-01")).toBe(true);
    expect([daysLeft(ends, "2026-11-27"), daysLeft(ends, "2026-11-28"), daysLeft(agreement(), "2026-11-27")]).toEqual([
      1,
      null,
      null,
    ]);
  });

  test("nobody is quoted word for word who did not agree to just that, or has withdrawn", () => {
    const day = fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }).map(dayOf);
    fc.assert(
      fc.property(
        fc.constantFrom(...Consent.options),
        fc.option(day),
        fc.option(day),
        day,
        (consent, until, gone, now) => {
          const row = agreement({ consent, agreedUntil: until, withdrawnOn: gone });
          const may = consent === "verbatim" && gone === null && (until === null || now <= until);
          expect(quotable(row, now)).toBe(may);
          const left = daysLeft(row, now);
          if (left !== null) expect(left).toBeGreaterThan(0);
        },
      ),
    );
  });

  test("days are those of Wales: a minute after midnight in summer is the next day there", () => {
    expect(dayOf("2026-07-01T23:01:00Z")).toBe("2026-07-02");
    expect(dayOf("2026-11-27T23:01:00Z")).toBe("2026-11-27");
  });
});

test("[CO4] agreements that have ended, and those that end within thirty days, are counted", () => {
  const { rows } = study();
  const until = (person: string, agreedUntil: string) => {
    const row = rows.get("participant", id(person));
    if (row) rows.put("participant", { ...row, agreedUntil });
  };
  until("pa", "2026-11-26");
  until("pb", "2026-12-26");
  until("pc", "2026-12-27");
  expect(endingOf([...rows.all("participant")], "2026-11-27")).toEqual({ ended: 1, ending: 1 });
});
