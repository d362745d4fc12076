/** The same work on a Hocuspocus server: a map of cards that everybody has whole, changed by updates. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { HocuspocusProvider } from "@hocuspocus/provider";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { freePort } from "#lib/server/launch/database.ts";
import { share } from "../board/watch.ts";
import { memoryOf } from "./process.ts";

export type Work = Readonly<{
  editors: number;
  viewers: number;
  writers: number;
  moving: number;
  cards: number;
  seconds: number;
  hot: Readonly<{ writers: number; seconds: number }>;
  missed: number;
  back: number;
}>;

export type Figures = Readonly<{
  acknowledged: readonly number[];
  stored: readonly number[];
  seen: readonly number[];
  presence: readonly number[];
  hot: number;
  resume: readonly number[];
  back: number;
  memory: number;
  diverged: number;
}>;

type Card = Readonly<{ x: number; y: number; by: string }>;

/** Does the work and measures it. */
export async function measurePeer(database: string, work: Work): Promise<Figures> {
  const port = await freePort();
  const stores: { began: number; ended: number }[] = [];
  const start = async () => {
    const child = spawn(process.execPath, ["tests/bench/live/hocuspocus.ts"], {
      env: { ...process.env, PEER_PORT: String(port), PEER_DATABASE: database },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    child.stdout.on("data", (bytes: Buffer) => {
      said += bytes.toString("utf8");
      const lines = said.split("\n");
      said = lines.pop() ?? "";
      for (const line of lines) {
        const [, began, ended] = /^stored (\d+) (\d+)$/.exec(line) ?? [];
        if (began && ended) stores.push({ began: Number(began), ended: Number(ended) });
        if (line === "peer is ready") child.emit("ready");
      }
    });
    await once(child, "ready");
    return child;
  };
  let server = await start();
  const stop = async () => {
    const gone = once(server, "close");
    server.kill("SIGTERM");
    await gone;
  };
  const open = () => {
    const document = new Y.Doc();
    const provider = new HocuspocusProvider({
      url: `ws://127.0.0.1:${port}`,
      name: "board",
      document,
      WebSocketPolyfill: WebSocket,
    } as ConstructorParameters<typeof HocuspocusProvider>[0]); // the socket's own settings go through to it
    return { document, cards: document.getMap<Card>("cards"), provider };
  };
  type One = ReturnType<typeof open>;
  const synced = ({ provider }: One) =>
    provider.isSynced && !provider.hasUnsyncedChanges
      ? Promise.resolve()
      : new Promise<void>((resolve) => {
          const look = () => {
            if (!provider.isSynced || provider.hasUnsyncedChanges) return;
            provider.off("unsyncedChanges", look);
            provider.off("synced", look);
            resolve();
          };
          provider.on("unsyncedChanges", look);
          provider.on("synced", look);
        });
  const key = (n: number) => `card-${((n % work.cards) + work.cards) % work.cards}`;

  const first = open();
  await synced(first);
  first.document.transact(() => {
    for (let n = 0; n < work.cards; n++) first.cards.set(key(n), { x: n, y: 0, by: "" });
  });
  await synced(first);
  const others: One[] = [];
  const warm = open();
  await synced(warm);
  const before = await memoryOf(server.pid ?? 0);
  for (let n = 0; n < work.back; n += 20) {
    const some = Array.from({ length: Math.min(20, work.back - n) }, open);
    others.push(...some);
    await Promise.all(some.map(synced));
  }
  await pause(3000);
  const memory = ((await memoryOf(server.pid ?? 0)) - before) / work.back;

  // The server is started again; all come back by themselves.
  await stop();
  await pause(2000);
  server = await start();
  const restarted = performance.now();
  const all = [first, warm, ...others];
  while (all.some(({ provider }) => !provider.isSynced)) await pause(20);
  const back = performance.now() - restarted;
  for (const one of others.splice(work.editors + work.viewers - 2)) one.provider.destroy();
  const here = [first, warm, ...others];

  // Everybody works.
  const acknowledged: number[] = [];
  const made: { at: number; acknowledged: number }[] = [];
  const seen: number[] = [];
  const begun = new Map<string, number>();
  for (const one of here) {
    one.cards.observe((event, transaction) => {
      if (transaction.local) return;
      for (const changed of event.keysChanged) {
        const began = begun.get(one.cards.get(changed)?.by ?? "");
        if (began !== undefined) seen.push(performance.now() - began);
      }
    });
  }
  const presence: number[] = [];
  for (const watcher of here.slice(-12)) {
    watcher.provider.awareness?.on("change", ({ updated }: { updated: number[] }) => {
      const states = watcher.provider.awareness?.getStates();
      for (const id of updated) {
        const at: unknown = states?.get(id)?.["at"];
        if (typeof at === "number") presence.push(performance.now() - at);
      }
    });
  }
  const until = performance.now() + work.seconds * 1000;
  const moving = here
    .slice(work.writers, work.writers + work.moving)
    .map(({ provider }) => setInterval(() => provider.setAwarenessField("at", performance.now()), 50));
  let count = 0;
  await Promise.all(
    here.slice(0, work.writers).map(async (one, n) => {
      await pause((n * 1000) / work.writers);
      for (let round = 0; performance.now() < until; round++) {
        const began = performance.now();
        const by = `change-${count++}`;
        begun.set(by, began);
        const at = Date.now();
        one.cards.set(key(n * 37 + round * 7919), { x: began, y: n, by });
        await synced(one);
        acknowledged.push(performance.now() - began);
        made.push({ at, acknowledged: Date.now() });
        await pause(Math.max(0, 1000 - (performance.now() - began)));
      }
    }),
  );
  for (const timer of moving) clearInterval(timer);
  await pause(12_000); // it stores ten seconds after a change at the latest
  const stored = made.flatMap((one) => {
    const store = stores.find(({ began }) => began >= one.acknowledged);
    return store ? [store.ended - one.at] : [];
  });

  // One study as hot as it gets, with twenty who watch.
  for (const one of here.splice(work.hot.writers + 20)) one.provider.destroy();
  let done = 0;
  const cold = performance.now() + work.hot.seconds * 1000;
  await Promise.all(
    here.slice(0, work.hot.writers).map(async (one, n) => {
      while (performance.now() < cold) {
        one.cards.set(key(n * 101 + done * 13), { x: done, y: n, by: "" });
        await synced(one);
        done++;
      }
    }),
  );

  // One misses a thousand changes, and comes back.
  const resume: number[] = [];
  const away = here.at(-1);
  for (let times = 0; away && times < 5; times++) {
    away.provider.disconnect();
    await pause(100);
    for (let n = 0; n < work.missed; n++) first.cards.set(key(n), { x: times, y: n, by: "missed" });
    await synced(first);
    const began = performance.now();
    await away.provider.connect();
    while (away.cards.get(key(work.missed - 1))?.x !== times) await pause(1);
    resume.push(performance.now() - began);
  }
  await pause(500);
  const state = (one: One) => JSON.stringify([...one.cards.entries()].sort(([a], [b]) => (a < b ? -1 : 1)));
  const right = state(first);
  const diverged = here.filter((one) => state(one) !== right).length;
  for (const one of here) one.provider.destroy();
  await stop();
  return {
    acknowledged,
    stored,
    seen,
    presence,
    hot: done / work.hot.seconds,
    resume: [share(resume, 0.5)],
    back,
    memory,
    diverged,
  };
}
