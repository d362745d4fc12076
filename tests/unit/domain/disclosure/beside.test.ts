import { expect, test } from "vitest";
import { besideQuotes } from "#lib/domain/disclosure/beside.ts";
import { THRESHOLDS } from "#lib/domain/disclosure/threshold.ts";

/** Kinds as `kind: people in each of its organisations`. */
const kinds = (of: Readonly<Record<string, readonly number[]>>) => {
  const bodies = Object.entries(of).flatMap(([kind, all]) =>
    all.map((people, at) => ({ id: `${kind}${at}`, kind, people })),
  );
  const participants = bodies.flatMap(({ id, people }) => Array.from({ length: people }, () => ({ organisation: id })));
  return [...besideQuotes(bodies, [...participants, { organisation: null }], THRESHOLDS)];
};

test("[DC19] a kind stands beside a quote where three organisations and five people share it", () => {
  expect(kinds({ council: [2, 2, 1], agency: [4, 4], college: [1, 1, 2], park: [9] })).toEqual(["council"]);
});
