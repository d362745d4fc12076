import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, expect, test } from "vitest";

import { takeLock } from "#lib/server/launch/lock.ts";

const folder = mkdtempSync(path.join(tmpdir(), "carthen-lock-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("[RT7] a lock is held until it is let go, and says by whom", () => {
  const file = path.join(folder, "held");
  const first = takeLock(file, "http://localhost:3000");
  expect(takeLock(file, "other")).toEqual({
    holder: { pid: process.pid, born: expect.any(String), says: "http://localhost:3000" },
  });
  if ("letGo" in first) first.letGo();
  expect(takeLock(file, "other")).toHaveProperty("letGo");
});

test("[RT6] the lock of a process that is gone, or whose number another process has now, is taken over", async () => {
  const child = spawn(process.execPath, ["-e", "0"]);
  await once(child, "close");
  const gone = path.join(folder, "gone");
  writeFileSync(gone, JSON.stringify({ pid: child.pid, born: "1", says: "x" }));
  expect(takeLock(gone, "me")).toHaveProperty("letGo");

  const reused = path.join(folder, "reused");
  writeFileSync(reused, JSON.stringify({ pid: process.ppid, born: "long ago", says: "x" }));
  expect(takeLock(reused, "me")).toHaveProperty("letGo");

  const rubbish = path.join(folder, "rubbish");
  writeFileSync(rubbish, "{");
  expect(takeLock(rubbish, "me")).toHaveProperty("letGo");
});
