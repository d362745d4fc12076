import { expect, test } from "vitest";
import { besideCases } from "#lib/domain/disclosure/cases.ts";
import { THRESHOLDS } from "#lib/domain/disclosure/threshold.ts";

const bodies = ["a", "b", "c", "d"].map((id) => ({ id, kind: id === "d" ? "health_body" : "local_authority" }));
/** `a leader` is somebody of body a. */
const people = (...said: readonly string[]) =>
  said.map((words, at) => {
    const [organisation = "", seniority] = words.split(" ");
    return {
      id: String(at),
      organisation,
      seniority: seniority === "leader" || seniority === "practitioner" ? (seniority as "leader") : null,
    };
  });
const five = (what: string) => ["a", "b", "c", "a", "b"].map((body) => `${body} ${what}`);

test("[RF17] [DC19] a kind stands beside a case only where enough organisations share it, with enough people", () => {
  expect([...besideCases(bodies, people("a", "b", "c", "a", "d"), THRESHOLDS).kinds]).toEqual([]);
  expect([...besideCases(bodies, people("a", "b", "c", "a", "b", "d"), THRESHOLDS).kinds]).toEqual(["local_authority"]);
});

test("[RF17] [DC18] a seniority stands beside a case only where both are many among those who are told alike", () => {
  const mixed = people(...five("leader"), ...five("practitioner"), "c", "d leader");
  expect([...besideCases(bodies, mixed, THRESHOLDS).seniority]).toEqual("0123456789".split(""));
  const few = people(...five("leader"), ...five("practitioner").slice(1), "d practitioner");
  expect([...besideCases(bodies, few, THRESHOLDS).seniority]).toEqual([]);
});
