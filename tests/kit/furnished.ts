/** A study with some of everything, as a model alone: quick enough to try thousands of commands on. */
import { evolve, make } from "#lib/domain/study/change.ts";
import type { Outcome } from "#lib/domain/study/outcome.ts";
import { chanceFrom, idBy } from "#tests/kit/chance.ts";
import type { Chance } from "#tests/kit/chance.ts";
import { commandOf, FURNISHING } from "#tests/kit/commands.ts";
import type { Given, Kind, World } from "#tests/kit/commands.ts";
import { Model } from "#tests/kit/model.ts";
import { makeScripts } from "#tests/kit/scripts.ts";

export type Furnished = Readonly<{
  model: Model;
  chance: Chance;
  world: World;
  people: readonly [string, string];
  /** A command of this kind, if there is anything that it could name. */
  draw: (kind: Kind) => Given | null;
  give: (model: Model, person: string, given: Given) => Outcome;
}>;

/**
 * @param colleague - what the second person may
 * @param focus - whether most commands name the same few rows
 */
export function furnished(seed: number, colleague: "owner" | "analyst", focus = false): Furnished {
  const chance = chanceFrom(seed);
  const people = [idBy(chance), idBy(chance)] as const;
  const [study, board] = [idBy(chance), idBy(chance)];
  const scripts = makeScripts(chance, 4);
  const model = new Model(scripts);
  const begin = [
    make("study", { id: study, lang: "en", archived: false, trashed: false, keptUntil: null, gone: false }),
    make("member", { id: people[0], role: "owner", gone: false }),
    make("member", { id: people[1], role: colleague, gone: false }),
    make("board", { id: board, analysis: true, owner: null, origin: null, ord: "a0", gone: false }),
  ];
  for (const change of begin) evolve(model.rows, change);
  const world: World = { study, rows: model.rows, scripts, people, focus };
  const give = (on: Model, person: string, { command }: Given) => on.give({ cmdId: idBy(chance), person, command });
  for (const kind of FURNISHING) {
    const given = commandOf(kind, { ...world, focus: false }, chance);
    if (given) give(model, people[chance(2)] ?? people[0], given);
  }
  return { model, chance, world, people, give, draw: (kind) => commandOf(kind, world, chance) };
}
