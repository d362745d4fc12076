/** The generator of commands that the proof of sync rests on: it leaves no kind out, and what it makes is carried out. */
import { expect, test } from "vitest";
import { Command } from "#lib/domain/study/command.ts";
import { KINDS } from "#tests/kit/commands.ts";
import type { Kind } from "#tests/kit/commands.ts";
import { furnished } from "#tests/kit/furnished.ts";
import { faultsOf } from "#tests/kit/sound.ts";

test("[Y61] commands of every kind, 16,000 of them: each kind is carried out, and what they leave is sound", () => {
  const left = new Set<Kind>(KINDS);
  for (let seed = 1; seed <= 40; seed++) {
    const { model, draw, give, chance, people } = furnished(seed, "analyst");
    for (let n = 0; n < 400; n++) {
      const kind = KINDS[chance(KINDS.length)] ?? "undo";
      const given = draw(kind);
      if (!given) continue;
      if (n % 10 === 0) expect(Command.safeParse(given.command).error).toBeUndefined();
      if ("seq" in give(model, people[chance(2)] ?? people[0], given)) left.delete(kind);
    }
    expect(faultsOf(model.rows)).toEqual([]);
  }
  expect([...left]).toEqual([]);
});
