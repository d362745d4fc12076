/** A thread in which people give a command a second each; says how many milliseconds each took. */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { give, sent } from "./callers.ts";
import type { Person } from "./callers.ts";

type Work = Readonly<{ ports: readonly number[]; people: readonly Person[]; study: string; seconds: number }>;

const { ports, people, study, seconds } = workerData as Work; // what presence.ts hands over
const times: number[] = [];
const began = performance.now();
await Promise.all(
  people.map(async (person, n) => {
    await pause((n * 1000) / people.length);
    while (performance.now() - began < seconds * 1000) {
      const asked = performance.now();
      const command = sent({ kind: "question.add", id: randomUUID(), text: null });
      await give({ port: ports[n % ports.length] ?? 0 }, person, study, [command]);
      times.push(performance.now() - asked);
      await pause(Math.max(0, 1000 - (performance.now() - asked)));
    }
  }),
);
parentPort?.postMessage(times);
