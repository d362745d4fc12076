import { createRequire } from "node:module";
import type * as Limiter from "rate-limiter-flexible";
import { expect, test } from "vitest";
import { addressOf, countCommands, countTry, forgetTries } from "#lib/server/auth/limits.ts";

test("[A7] the ninth try for an account waits, from wherever it comes; the right password forgets", async () => {
  for (let n = 0; n < 8; n += 1) expect(await countTry("ann@example.org", `10.0.0.${n}`)).toBe(0);
  const wait = await countTry("ann@example.org", "10.0.0.99");
  expect(wait).toBeGreaterThan(800);
  expect(wait).toBeLessThanOrEqual(900);
  await forgetTries("ann@example.org");
  expect(await countTry("ann@example.org", "10.0.0.99")).toBe(0);
});

test("[A8] sixty tries from one place, whichever accounts they are for", async () => {
  for (let n = 0; n < 60; n += 1) expect(await countTry(`p${n}@example.org`, "10.9.9.9")).toBe(0);
  expect(await countTry("p61@example.org", "10.9.9.9")).toBeGreaterThan(0);
});

test("[A8] the place is the last hop, which the sender cannot choose", () => {
  expect(addressOf(new Headers({ "x-forwarded-for": "1.1.1.1, 10.0.0.7" }))).toBe("10.0.0.7");
  expect(addressOf(new Headers())).toBe("unknown");
});

test("[Y42] a person gives two thousand commands in ten seconds, a study takes twenty thousand; the rest comes later", async () => {
  for (let n = 0; n < 40; n += 1) expect(await countCommands("ann", "a", 50)).toBeNull();
  const own = await countCommands("ann", "a", 1);
  expect(own).toMatchObject({ by: "person" });
  expect(own?.seconds).toBeGreaterThan(0);
  expect(own?.seconds).toBeLessThanOrEqual(10);
  for (let n = 0; n < 9; n += 1)
    for (let times = 0; times < 40; times += 1) expect(await countCommands(`p${n}`, "a", 50)).toBeNull();
  expect(await countCommands("bob", "a", 1)).toMatchObject({ by: "study" });
  expect(await countCommands("bob", "b", 1)).toBeNull();
});

test("[Y42] [RT14] it is told the same whichever part of the house has made the limits, with whichever copy of their classes", async () => {
  const require = createRequire(import.meta.url);
  const load = () => require("rate-limiter-flexible") as typeof Limiter; // what the package exports
  const ours = load();
  for (const name of Object.keys(require.cache)) if (name.includes("rate-limiter-flexible")) delete require.cache[name];
  const theirs = load();
  expect(theirs.RateLimiterRes).not.toBe(ours.RateLimiterRes);
  const holder = globalThis as { [key: symbol]: unknown };
  const key = Symbol.for("carthen.limits");
  const before = holder[key];
  const writer = new theirs.RateLimiterMemory({ keyPrefix: "w", points: 10, duration: 10 });
  const study = new theirs.RateLimiterMemory({ keyPrefix: "s", points: 20, duration: 10 });
  holder[key] = { writer, study };
  try {
    expect(await countCommands("ann", "a", 10)).toBeNull();
    expect(await countCommands("ann", "a", 1)).toMatchObject({ by: "person" });
    expect(await countCommands("bob", "a", 10)).toBeNull();
    expect(await countCommands("cat", "a", 1)).toMatchObject({ by: "study" });
  } finally {
    holder[key] = before;
  }
});
