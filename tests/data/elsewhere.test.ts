/** People on different instances of one database see each other: two real hubs, real sockets, PostgreSQL between them. */
import { afterAll, beforeAll, expect, test } from "vitest";
import postgres from "postgres";
import type { FromServer, Peer, Whereabouts } from "#lib/domain/study/live.ts";
import type { Pace } from "#lib/server/live/elsewhere.ts";
import { clockOf } from "#lib/server/store/events.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { linkedLine, storedWorld } from "#tests/kit/line.ts";
import type { Line } from "#tests/kit/line.ts";
import { writtenStudy } from "#tests/kit/writing.ts";

const PATIENT: Pace = { gather: 30, repeat: 3_600_000, silent: 3_600_000 }; // nothing comes by repetition
const HASTY: Pace = { gather: 30, repeat: 150, silent: 600 };
const view = { x: 1, y: 2, w: 300, h: 200 };

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

/** One more instance, whose sockets belong to people without sign-ins. */
function instance(pace: Pace) {
  const world = storedWorld(fresh.db);
  return linkedLine(
    fresh,
    { ...world, standings: async (seats) => (await world.standings(seats)).map((one) => ({ ...one, signedIn: true })) },
    { pace },
  );
}

/** A study with an owner called Mari and an analyst called Tomos. */
async function gathered() {
  const { study, owner, board, join, send } = await writtenStudy(fresh.db);
  const analyst = await join("analyst");
  await fresh.owner`UPDATE "app_user" SET "name" = 'Mari Owen' WHERE "id" = ${owner}`;
  await fresh.owner`UPDATE "app_user" SET "name" = 'Tomos Rees' WHERE "id" = ${analyst}`;
  const enter = async (line: Line, person: string) => {
    const caller = await line.open(line.visitor(person, person === owner ? "Mari Owen" : "Tomos Rees"));
    const clock = await clockOf(fresh.db, study);
    caller.hello(study, clock?.epoch ?? null, clock?.seq ?? 0);
    const welcome = await caller.until((all) => all.find((one) => one.kind === "welcome"));
    const at: Whereabouts = { page: "board", source: null, board, pointer: { x: 3, y: 4.5 }, selected: [board], view };
    return {
      ...caller,
      tab: welcome.kind === "welcome" ? welcome.tab : "",
      at,
      show: (change: Partial<Whereabouts>) => caller.say({ kind: "presence", at: { ...at, ...change } }),
    };
  };
  return { study, board, owner, analyst, enter, send };
}

/** What was said last of a tab: where it is, or that it has left. */
function lastOf(all: readonly FromServer[], tab: string): Peer | "left" | undefined {
  return all
    .flatMap((one): (readonly [string, Peer | "left"])[] =>
      one.kind === "presence"
        ? [...one.left.map((gone) => [gone, "left"] as const), ...one.here.map((peer) => [peer.tab, peer] as const)]
        : [],
    )
    .findLast(([of]) => of === tab)?.[1];
}
const hasLeft = (all: readonly FromServer[], tab: string) => lastOf(all, tab) === "left" || undefined;
const sees = (all: readonly FromServer[], tab: string, x: number) => {
  const last = lastOf(all, tab);
  return last !== "left" && last?.at?.pointer?.x === x ? last : undefined;
};

test("[Y100] people on another instance are seen under their names, with all that they show, until they leave; also by who comes later", async () => {
  const [here, there] = [await instance(PATIENT), await instance(PATIENT)];
  const { owner, analyst, enter } = await gathered();
  const [mine, theirs] = [await enter(here, owner), await enter(there, analyst)];
  theirs.show({});
  const peer = await mine.until((all) => sees(all, theirs.tab, 3));
  expect(peer).toEqual({ tab: theirs.tab, person: analyst, name: "Tomos Rees", at: theirs.at });
  theirs.show({ pointer: { x: 8, y: 4.5 } });
  expect(await mine.until((all) => sees(all, theirs.tab, 8))).toEqual({
    ...peer,
    at: { ...theirs.at, pointer: { x: 8, y: 4.5 } },
  });
  mine.show({ page: "tags", board: null, pointer: { x: 1, y: 1 }, selected: [], view: null });
  await theirs.until((all) => sees(all, mine.tab, 1));

  const late = await enter(here, owner);
  expect(await late.until((all) => sees(all, theirs.tab, 8))).toMatchObject({ name: "Tomos Rees" });
  theirs.socket.close();
  await mine.until((all) => hasLeft(all, theirs.tab));
  for (const line of [here, there]) await line.close();
});

test("[Y100] whoever is removed from the study on another instance is not seen any more", async () => {
  const [here, there] = [await instance(PATIENT), await instance(PATIENT)];
  const { owner, analyst, enter, send } = await gathered();
  const [mine, theirs] = [await enter(here, owner), await enter(there, analyst)];
  theirs.show({});
  await mine.until((all) => sees(all, theirs.tab, 3));
  await send({ kind: "member.set", person: analyst, role: null });
  await mine.until((all) => hasLeft(all, theirs.tab));
  for (const line of [here, there]) await line.close();
});

test("[Y102] the guests of an instance that is killed without goodbye leave; those of one that stops leave at once", async () => {
  const [here, killed, stopped] = [await instance(HASTY), await instance(HASTY), await instance(HASTY)];
  const { owner, analyst, enter } = await gathered();
  const mine = await enter(here, owner);
  const [first, second] = [await enter(killed, analyst), await enter(stopped, analyst)];
  for (const one of [first, second]) {
    one.show({});
    await mine.until((all) => sees(all, one.tab, 3));
  }
  await killed.cut();
  await mine.until((all) => hasLeft(all, first.tab));
  expect(hasLeft(mine.heard, second.tab)).toBeUndefined();
  await stopped.close();
  await mine.until((all) => hasLeft(all, second.tab));
  for (const line of [here, killed]) await line.close();
});

test("[Y103] calls and timers reach the other instance, and a timer whoever comes later, also to an instance that has just started", async () => {
  const [here, there] = [await instance(PATIENT), await instance(PATIENT)];
  const { board, owner, analyst, enter } = await gathered();
  const [mine, theirs] = [await enter(here, owner), await enter(there, analyst)];
  await mine.until((all) => lastOf(all, theirs.tab));
  await theirs.until((all) => lastOf(all, mine.tab));
  const own = await enter(there, owner); // another tab of hers, which is not called
  mine.say({ kind: "call", board, view });
  const call = await theirs.until((all) => all.find(({ kind }) => kind === "call"));
  expect(call).toEqual({ kind: "call", person: owner, name: "Mari Owen", board, view });

  const timer = (all: readonly FromServer[], n: number) => all.filter((one) => one.kind === "timer")[n];
  mine.say({ kind: "timer.start", board, ms: 120_000 });
  const left = (one: FromServer) => (one.kind === "timer" ? one.left : null);
  expect(left(await theirs.until((all) => timer(all, 0)))).toBeGreaterThan(110_000);
  expect(own.heard.some(({ kind }) => kind === "call")).toBe(false);
  const later = await instance(PATIENT);
  const late = await enter(later, analyst);
  expect(left(await late.until((all) => timer(all, 0)))).toBeGreaterThan(100_000);
  late.say({ kind: "timer.stop", board });
  expect(left(await mine.until((all) => timer(all, 1)))).toBeNull();
  for (const line of [here, there, later]) await line.close();
});

test("[Y101] frames carry no names, each is short, and no guest is told of where nobody else is", async () => {
  const frames: string[] = [];
  const ear = postgres(fresh.url, { max: 1, onnotice: () => undefined });
  await ear.listen("carthen_guests", (frame) => void frames.push(frame));
  const [here, there] = [await instance(PATIENT), await instance(PATIENT)];
  const { study, board, owner, analyst, enter } = await gathered();
  const mine = await enter(here, owner);
  mine.show({});
  await expect.poll(() => frames.length).toBe(1); // it asks who else is there
  const theirs = await enter(there, analyst);
  theirs.show({ selected: Array.from({ length: 200 }, () => crypto.randomUUID()) });
  const peer = await mine.until((all) => sees(all, theirs.tab, 3));
  expect(peer.at?.selected).toHaveLength(200);
  theirs.say({ kind: "call", board, view });
  await mine.until((all) => all.find(({ kind }) => kind === "call"));
  for (const line of [here, there]) await line.close();
  await expect.poll(() => frames.filter((frame) => frame.endsWith(" - []")).length).toBe(2);
  expect(Math.max(...frames.map((frame) => Buffer.byteLength(frame)))).toBeLessThan(8000);
  expect(frames.join("")).not.toMatch(/Mari|Tomos|Owen|Rees/);
  expect(frames.join("")).not.toContain(study); // ids stand there in their short form
  await ear.end();
});

test("[Y104] what was said while the connection was cut is made good once it is there again", async () => {
  const [here, there] = [await instance(PATIENT), await instance(PATIENT)];
  const { owner, analyst, enter } = await gathered();
  const [mine, theirs] = [await enter(here, owner), await enter(there, analyst)];
  theirs.show({});
  await mine.until((all) => sees(all, theirs.tab, 3));
  await fresh.owner`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'carthen hints' AND datname = current_database()`;
  theirs.show({ page: "tags", pointer: { x: 9, y: 9 } });
  expect(await mine.until((all) => sees(all, theirs.tab, 9))).toMatchObject({ at: { page: "tags" } });
  for (const line of [here, there]) {
    line.faults.length = 0; // of the connection that was cut
    await line.close();
  }
});
