/** Threads that read: what hangs, fills memory or throws harms nobody else. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { placeOf } from "#lib/server/reading/ask.ts";
import { makeReading } from "#lib/server/reading/pool.ts";
import type { Reading } from "#lib/server/reading/pool.ts";
import { makeFolder } from "#tests/kit/folder.ts";

const words = (text: string) => new TextEncoder().encode(text);
const faults: string[] = [];
const fault = (what: string) => faults.push(what);

describe("real files", () => {
  let reading: Reading;
  beforeAll(() => {
    reading = makeReading(fault);
  });
  afterAll(() => reading.close());

  test("[I66] a thread reads as the door does, whole or as much as a preview shows", async () => {
    const csv = words(`Name,Comment\n${Array.from({ length: 200 }, (_, at) => `n${at},It is ${at} good`).join("\n")}`);
    const [whole, shown, empty] = await Promise.all([
      reading.read(csv, {}),
      reading.look(csv, {}),
      reading.look(new Uint8Array(), {}),
    ]);
    expect(whole.ok && whole.value.kind === "survey" && whole.value.sheet.rows.length).toBe(200);
    expect(shown.ok && shown.value.kind === "survey" && [shown.value.total, shown.value.sheet.rows.length]).toEqual([
      200, 50,
    ]);
    expect(empty).toEqual({ ok: false, fault: { code: "file.empty" } });
    expect(csv.length).toBeGreaterThan(0); // the bytes stay with whoever asked
  });
});

describe("a reader that does harm", () => {
  const { folder, remove } = makeFolder("reading");
  const program = path.join(folder, "harm.mjs");
  // Does what the file's first letter says, and otherwise answers with the number of its thread.
  writeFileSync(
    program,
    `import { parentPort, threadId } from "node:worker_threads";
parentPort.on("message", ({ bytes }) => {
  const letter = String.fromCharCode(bytes[0]);
  if (letter === "h") for (;;);
  if (letter === "m") { const all = []; for (;;) all.push(new Array(1e5).fill(all.length + 0.5)); }
  if (letter === "x") process.exit(3);
  if (letter === "e") throw new Error("uncaught");
  if (letter === "t") return parentPort.postMessage({ thrown: "a bug" });
  parentPort.postMessage({ whole: { ok: false, fault: { code: "file.slow", count: threadId } } });
});`,
  );
  const limits = { seconds: 1, megabytes: 64, threads: 1, idle: 50 };
  /** However busy the machine is: what takes no time at all is within these. */
  const patient = { seconds: 30, idle: 30_000 };
  const made = (more: Partial<typeof limits> = {}) =>
    makeReading(fault, { ...limits, ...more }, pathToFileURL(program));
  afterAll(remove);

  test.each([
    ["h", { code: "file.slow", count: 1 }],
    ["m", { code: "file.heavy" }],
    ["x", { code: "file.unreadable" }],
    ["e", { code: "file.unreadable" }],
    ["t", { code: "file.unreadable" }],
  ])("[I66] [I68] %s is a fault by name, and the next file is read", async (letter, expected) => {
    const reading = made(letter === "h" ? {} : { seconds: patient.seconds });
    const [harmed, next] = await Promise.all([reading.read(words(letter), {}), reading.read(words("."), {})]);
    expect(harmed).toEqual({ ok: false, fault: expected });
    expect(next.ok ? null : next.fault.code).toBe("file.slow");
    await reading.close();
  });

  test("[I67] a thread is used again, and ends when it has nothing to do", async () => {
    const threadOf = async (reading: Reading) => {
      const given = await reading.read(words("."), {});
      return given.ok || given.fault.code !== "file.slow" ? null : given.fault.count;
    };
    const kept = made(patient);
    expect(await threadOf(kept)).toBe(await threadOf(kept));
    await kept.close();
    const brief = made({ seconds: patient.seconds });
    const first = await threadOf(brief);
    await expect.poll(() => threadOf(brief), { interval: 150, timeout: 20_000 }).not.toBe(first);
    await brief.close();
  });

  test("[I67] whoever waits when all ends is told so", async () => {
    const reading = made();
    const waits = Promise.all([reading.read(words("h"), {}), reading.read(words("."), {})]);
    await reading.close();
    expect((await waits).map((given) => (given.ok ? null : given.fault.code))).toEqual([
      "file.unreadable",
      "file.unreadable",
    ]);
    expect(await reading.read(words("."), {})).toEqual({ ok: false, fault: { code: "file.unreadable" } });
  });
});

test("[I68] what is told of an error says its kind and its place, and no word of the file", () => {
  const thrown = (act: () => unknown): unknown => {
    try {
      return act();
    } catch (error) {
      return error;
    }
  };
  const told = placeOf(thrown(() => JSON.parse("{ Siân Llewelyn }")));
  expect(told).toMatch(/^SyntaxError\n +at /);
  expect(told).not.toMatch(/Siân|Llewelyn/);
  expect(placeOf(new Error("Siân\n    at Llewelyn:1:2"))).not.toMatch(/Siân|Llewelyn/);
  expect(placeOf("Siân")).toBe("unknown");
});
