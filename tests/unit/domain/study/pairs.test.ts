/** Every kind of command after every other, on the model: what the later one meets is what the spec's table says. */
import { expect, test } from "vitest";
import { KINDS } from "#tests/kit/commands.ts";
import { readConflicts } from "#tests/kit/conflicts.ts";
import { furnished } from "#tests/kit/furnished.ts";

const SEEDS = Number(process.env["PAIR_SEEDS"] ?? 10);

test("[Y63] [Y69 to Y92] each after each: the later one is refused only as the table says, and alone would not have been", () => {
  const table = readConflicts();
  expect(table.length).toBeGreaterThan(20);
  const unsaid = new Set<string>();
  const met = new Set<string>();
  let both = 0;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { model, draw, give, people } = furnished(seed, "owner", true);
    for (const first of KINDS) {
      for (const then of KINDS) {
        const [one, other] = [draw(first), draw(then)];
        if (!one || !other || then === "undo" || then === "redo") continue;
        if ("refused" in give(model.copy(), people[1], other)) continue;
        const line = model.copy();
        if (!("seq" in give(line, people[0], one))) continue;
        const later = give(line, people[1], other);
        both += 1;
        if (!("refused" in later)) continue;
        const code = String(later.refused);
        const rows = table.filter((row) => row.codes.includes(code) && row.speaks(first, then));
        for (const { rule } of rows) met.add(rule);
        if (rows.length === 0) unsaid.add(`${first}, then ${then}: ${code}`);
      }
    }
  }
  expect([...unsaid].toSorted()).toEqual([]);
  expect(both).toBeGreaterThan(SEEDS * 1500);
  // What chance seldom finds is in conflicts.test.ts.
  const seldom = ["Y81", "Y84", "Y85", "Y87", "Y90", "Y111"];
  expect(table.map(({ rule }) => rule).filter((rule) => !met.has(rule) && !seldom.includes(rule))).toEqual([]);
});
