/** The hub under load: real sockets, a world that is made up, so that much can be written at once. */
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import type { Event } from "#lib/domain/study/outcome.ts";
import type { Whereabouts } from "#lib/domain/study/live.ts";
import { eventsIn, liveLine } from "#tests/kit/line.ts";
import type { World } from "#tests/kit/line.ts";

const HOUR = 3_600_000;
const study = randomUUID();
const epoch = randomUUID();
const nowhere: Whereabouts = { page: "board", source: null, board: null, pointer: null, selected: [], view: null };

/** A log that grows by events of about this many bytes. */
async function world(bytes: number) {
  const log: Event[] = [];
  const clock = () => ({ seq: log.length, epoch });
  let greeted: (() => void) | null = null;
  const world: World = {
    role: async () => "analyst",
    standings: async (seats) => seats.map(() => ({ signedIn: true, role: "analyst" })),
    clock: async () => {
      if (greeted) await new Promise<void>((go) => (greeted = go));
      return clock();
    },
    clocks: async () => new Map([[study, clock()]]),
    events: async (_, after, limit) => log.slice(after, after + Math.min(limit, 4)),
    jobs: async () => [],
  };
  const line = await liveLine(world, { look: HOUR });
  return {
    line,
    log,
    write: () => {
      const at = new Date().toISOString();
      log.push({
        seq: log.length + 1,
        cmdId: randomUUID(),
        actor: randomUUID(),
        kind: "x".repeat(bytes),
        mode: "do",
        at,
        changes: [],
      });
      line.hub.hint(study, log.length);
    },
    /** Has the next greeting wait; the function that is given back lets it go on. */
    holdGreeting: () => {
      greeted = () => undefined;
      return () => {
        const go = greeted;
        greeted = null;
        go?.();
      };
    },
    enter: async (name?: string) => {
      const caller = await line.open(line.visitor(randomUUID(), name));
      caller.hello(study, epoch, log.length);
      await caller.until((all) => all.find(({ kind }) => kind === "welcome"));
      return caller;
    },
  };
}

test("[Y44] [Y45] who reads slowly is not told who moves, waits for the log, and has all of it once they read again", async () => {
  const { line, log, write, enter } = await world(300_000);
  const [slow, quick] = [await enter(), await enter("Mari")];
  slow.socket.pause();
  for (let n = 0; n < 60; n++) {
    write();
    await quick.until((all) => (eventsIn(all).at(-1)?.seq === log.length ? true : undefined));
  }
  quick.say({ kind: "presence", at: { ...nowhere, pointer: { x: 7, y: 7 } } });
  await expect.poll(() => line.met.dropped).toBeGreaterThan(0);
  expect(eventsIn(slow.heard).length).toBeLessThan(60);
  slow.socket.resume();
  await slow.until((all) => (eventsIn(all).length === 60 ? true : undefined)); // nobody looks for an hour
  expect(eventsIn(slow.heard).map(({ seq }) => seq)).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
  const whole = await slow.until((all) => all.find((one) => one.kind === "presence" && one.whole));
  expect(whole.kind === "presence" && whole.here.find(({ name }) => name === "Mari")?.at?.pointer).toEqual({
    x: 7,
    y: 7,
  });
  await line.close();
}, 20_000);

test("[Y43] what comes too fast is left out, but never a hello; a flood ends the line", async () => {
  const { line, write, enter } = await world(10);
  const [fast, other] = [await enter("Mari"), await enter()];
  for (let x = 1; x <= 200; x++) fast.say({ kind: "presence", at: { ...nowhere, pointer: { x, y: 0 } } });
  fast.heard.length = 0;
  fast.hello(study, epoch, 0);
  await fast.until((all) => all.find(({ kind }) => kind === "welcome"));
  write();
  await other.until((all) => eventsIn(all)[0]);
  const shown = other.heard
    .flatMap((one) => (one.kind === "presence" ? one.here : []))
    .map(({ at }) => at?.pointer?.x ?? 0);
  expect(Math.max(...shown)).toBeLessThan(200); // of two hundred
  for (let x = 1; x <= 600; x++) fast.say({ kind: "presence", at: nowhere });
  expect(await fast.closed).toBe(1008);
  await line.close();
});

test("[Y46] a socket that goes while it is greeted leaves nobody behind", async () => {
  const { line, holdGreeting } = await world(10);
  const caller = await line.open(line.visitor(randomUUID()));
  const goOn = holdGreeting();
  caller.hello(study, epoch, 0);
  caller.socket.terminate();
  await expect.poll(() => line.hub.size().sockets).toBe(0);
  goOn();
  await expect.poll(() => line.hub.size()).toEqual({ sockets: 0, studies: 0 });
  await line.close();
});

test("[Y43] a message that is too long, or none of ours, ends the line", async () => {
  const { line, enter } = await world(10);
  const [long, strange] = [await enter(), await enter()];
  long.socket.send("x".repeat(257 * 1024));
  strange.socket.send("{}");
  expect([await long.closed, await strange.closed]).toEqual([1009, 1007]);
  expect(line.faults.splice(0)).toEqual([expect.objectContaining({ code: "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH" })]);
  await line.close();
});

test("[Y57] sockets are closed as a restart, each at a moment of its own", async () => {
  const { line, enter } = await world(10);
  const callers = await Promise.all(Array.from({ length: 12 }, () => enter()));
  const at: number[] = [];
  for (const { closed } of callers) void closed.then(() => at.push(performance.now()));
  await line.close();
  await expect.poll(() => at.length).toBe(12);
  expect(new Set(await Promise.all(callers.map(({ closed }) => closed)))).toEqual(new Set([1012]));
  expect(Math.max(...at) - Math.min(...at)).toBeGreaterThan(50);
  const late = new WebSocket(line.url, { headers: { "x-visitor": line.visitor(randomUUID()) } });
  await once(late, "error"); // nobody takes it any more
});

test("[Y108] many sockets are closed over longer, and none is let in that was still being looked at", async () => {
  const { line, enter } = await world(10);
  const callers = await Promise.all(Array.from({ length: 240 }, () => enter()));
  const at: number[] = [];
  for (const { closed } of callers) void closed.then(() => at.push(performance.now()));
  const { asked, go } = line.hold();
  const late = new WebSocket(line.url, { headers: { "x-visitor": line.visitor(randomUUID()) } });
  const refused = once(late, "error");
  await asked;
  const ended = line.close();
  go();
  await refused;
  await ended;
  await expect.poll(() => at.length).toBe(240);
  expect(Math.max(...at) - Math.min(...at)).toBeGreaterThan(800);
});
