import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import type { FromServer } from "#lib/domain/study/live.ts";
import { GAP } from "#lib/domain/study/live.ts";
import { PROTOCOL } from "#lib/domain/study/outcome.ts";
import { clockOf } from "#lib/server/store/events.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { eventsIn as events, liveLine, storedWorld } from "#tests/kit/line.ts";
import type { Line } from "#tests/kit/line.ts";
import { writtenStudy } from "#tests/kit/writing.ts";

let fresh: FreshDatabase;
let line: Line;

beforeAll(async () => {
  fresh = await freshDatabase();
  const world = storedWorld(fresh.db);
  line = await liveLine({
    ...world,
    // These people have no sign-ins; whether those hold is looked at in line.test.ts.
    standings: async (seats) => (await world.standings(seats)).map((one) => ({ ...one, signedIn: true })),
  });
});
afterAll(async () => {
  await line.close();
  await fresh.drop();
});

const visitor = (id: string, name?: string) => line.visitor(id, name);
const open = (key: string) => line.open(key);

test("[Y20] every socket hears every event once each and in order, also what it missed", async () => {
  const { db, study, owner, send } = await writtenStudy(fresh.db);
  const epoch = (await clockOf(db, study))?.epoch ?? null;
  const ask = () => send({ kind: "question.add", id: randomUUID(), text: null });
  for (let n = 0; n < 5; n++) await ask();
  const early = await open(visitor(owner));
  early.say({ kind: "hello", study, epoch, lastSeq: 2, protocol: PROTOCOL });
  await early.until((all) => (events(all).length >= 4 ? true : undefined));
  for (let n = 0; n < 20; n++) {
    const outcome = await ask();
    if ("seq" in outcome) line.hub.hint(study, Number(outcome.seq));
  }
  const last = (await clockOf(db, study))?.seq ?? 0;
  const heard = await early.until((all) => (events(all).at(-1)?.seq === last ? events(all) : undefined));
  expect(heard.map(({ seq }) => seq)).toEqual(Array.from({ length: last - 2 }, (_, at) => at + 3));
  early.socket.close();
});

test("[Y20] a lost hint costs a moment: the poll finds what nobody told", async () => {
  const { db, study, owner, send } = await writtenStudy(fresh.db);
  const clock = await clockOf(db, study);
  const guest = await open(visitor(owner));
  guest.say({ kind: "hello", study, epoch: clock?.epoch ?? null, lastSeq: clock?.seq ?? 0, protocol: PROTOCOL });
  await guest.until((all) => all.find((message) => message.kind === "welcome"));
  await send({ kind: "question.add", id: randomUUID(), text: null });
  expect(await guest.until((all) => events(all)[0]?.kind)).toBe("question.add");
  guest.socket.close();
});

test("[Y21] another epoch, a place ahead of the log, or too great a gap asks for a snapshot; another version for a new page", async () => {
  const { db, study, owner } = await writtenStudy(fresh.db);
  const clock = await clockOf(db, study);
  const why = async (epoch: string | null, lastSeq: number) => {
    const guest = await open(visitor(owner));
    guest.say({ kind: "hello", study, epoch, lastSeq, protocol: PROTOCOL });
    const found = await guest.until((all) => all.find((message) => message.kind === "snapshot"));
    guest.socket.close();
    return found.kind === "snapshot" ? found.why : null;
  };
  expect(await why(randomUUID(), 0)).toBe("epoch");
  expect(await why(clock?.epoch ?? null, 99)).toBe("ahead");
  await fresh.owner`UPDATE study_clock SET seq = ${GAP + 100} WHERE study_id = ${study}`;
  expect(await why(clock?.epoch ?? null, 1)).toBe("gap");
  const old = await open(visitor(owner));
  old.say({ kind: "hello", study, epoch: null, lastSeq: 0, protocol: PROTOCOL + 1 });
  await old.until((all) => all.find((message) => message.kind === "reload"));
  old.socket.close();
});

test("[Y22] a socket needs somebody who is let in, and a membership", async () => {
  const { study } = await writtenStudy(fresh.db);
  const nobody = new WebSocket(line.url, { headers: { "x-visitor": "nobody" } });
  const [refused] = (await once(nobody, "error")) as [Error];
  expect(refused.message).toContain("401");
  const stranger = await open(visitor(randomUUID()));
  stranger.say({ kind: "hello", study, epoch: null, lastSeq: 0, protocol: PROTOCOL });
  const [code] = (await once(stranger.socket, "close")) as [number];
  expect(code).toBe(4403);
  expect(stranger.heard).toEqual([]);
});

test("[Y23] presence carries the name that the server knows, and ends with the socket", async () => {
  const { db, study, owner, join } = await writtenStudy(fresh.db);
  const colleague = await join("analyst");
  const clock = await clockOf(db, study);
  const hello = {
    kind: "hello",
    study,
    epoch: clock?.epoch ?? null,
    lastSeq: clock?.seq ?? 0,
    protocol: PROTOCOL,
  } as const;
  const mine = await open(visitor(owner, "Mari Owen"));
  mine.say(hello);
  await mine.until((all) => all.find((message) => message.kind === "welcome"));
  const theirs = await open(visitor(colleague, "Tomos Rees"));
  theirs.say(hello);
  theirs.say({
    kind: "presence",
    at: { page: "board", source: null, board: null, pointer: { x: 3, y: 4 }, selected: [], view: null },
  });
  const peer = await mine.until((all) =>
    all.flatMap((message) => (message.kind === "presence" ? message.here : [])).find((one) => one.at?.pointer?.x === 3),
  );
  expect(peer).toMatchObject({ person: colleague, name: "Tomos Rees" });
  theirs.socket.close();
  await mine.until((all) =>
    all.some((message) => message.kind === "presence" && message.left.includes(peer.tab)) ? true : undefined,
  );
  mine.socket.close();
});

/** A study with its owner, an analyst and an observer on the line. */
async function gathered() {
  const { db, study, owner, board, join } = await writtenStudy(fresh.db);
  const clock = await clockOf(db, study);
  const enter = async (person: string, name: string) => {
    const guest = await open(visitor(person, name));
    guest.say({
      kind: "hello",
      study,
      epoch: clock?.epoch ?? null,
      lastSeq: clock?.seq ?? 0,
      protocol: PROTOCOL,
    });
    await guest.until((all) => all.find((message) => message.kind === "welcome"));
    return guest;
  };
  const colleague = await join("analyst");
  return {
    board,
    owner,
    enter,
    colleague,
    mari: await enter(owner, "Mari Owen"),
    tomos: await enter(colleague, "Tomos Rees"),
    observer: await enter(await join("observer"), "An observer"),
  };
}
const view = { x: 1, y: 2, w: 300, h: 200 };
const calls = (all: readonly FromServer[]) => all.filter((message) => message.kind === "call");
const timers = (all: readonly FromServer[]) => all.filter((message) => message.kind === "timer");

test("[Y25] a call names who calls, as the server knows them, and reaches everybody but their own tabs", async () => {
  const { board, owner, enter, mari, tomos, observer } = await gathered();
  const second = await enter(owner, "Mari Owen");
  mari.say({ kind: "call", board, view });
  const call = { kind: "call", person: owner, name: "Mari Owen", board, view };
  expect(await tomos.until((all) => calls(all)[0])).toEqual(call);
  expect(await observer.until((all) => calls(all)[0])).toEqual(call);
  expect([...calls(second.heard), ...calls(mari.heard)]).toEqual([]);
  for (const guest of [mari, tomos, observer, second]) guest.socket.close();
});

test("[Y26] [Y27] observers neither call nor set timers, and nobody calls twice at once", async () => {
  const { board, mari, tomos, observer } = await gathered();
  observer.say({ kind: "call", board, view });
  observer.say({ kind: "timer.start", board, ms: 60_000 });
  mari.say({ kind: "call", board, view });
  mari.say({ kind: "call", board, view: { ...view, x: 99 } });
  await tomos.until((all) => calls(all)[0]);
  // What comes after these on the same line shows that nothing else was to come before.
  tomos.say({ kind: "timer.start", board, ms: 5000 });
  mari.say({ kind: "timer.start", board, ms: 90_000 });
  await tomos.until((all) => timers(all)[1]);
  expect(calls(tomos.heard)).toHaveLength(1);
  expect(timers(tomos.heard)).toHaveLength(2);
  for (const guest of [mari, tomos, observer]) guest.socket.close();
});

test("[Y28] a timer is told to everybody as the time that is left, to those who come later too, and when it stops", async () => {
  const { board, colleague, enter, mari, tomos, observer } = await gathered();
  mari.say({ kind: "timer.start", board, ms: 120_000 });
  for (const guest of [mari, tomos, observer])
    expect(await guest.until((all) => timers(all)[0])).toEqual({ kind: "timer", board, left: 120_000 });
  const late = await enter(colleague, "Tomos Rees");
  const left = await late.until((all) => timers(all).map((message) => message.kind === "timer" && message.left)[0]);
  expect(left).toBeGreaterThan(60_000);
  expect(left).toBeLessThanOrEqual(120_000);
  tomos.say({ kind: "timer.more", board });
  const more = await mari.until((all) => timers(all)[1]);
  expect(more.kind === "timer" && more.left).toBeGreaterThan(120_000);
  tomos.say({ kind: "timer.stop", board });
  expect(await late.until((all) => timers(all)[2])).toEqual({ kind: "timer", board, left: null });
  for (const guest of [mari, tomos, observer, late]) guest.socket.close();
});
