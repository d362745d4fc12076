/**
 * How fast the board is: the real page, with its live connection, in a real browser, at 5,000 and at 10,000 cards.
 *
 * Starts a server of its own from the benchmark's build, fills studies through the same doors as people, and drives
 * Chromium with real input. Prints one table with the targets (docs/spec/board.md, B62) and exits non-zero where one is
 * missed. `npm run bench:board [-- 10000 …] [--serve]`; `--serve` measures nothing and keeps the boards open for
 * other harnesses until it is stopped.
 */
import { once } from "node:events";
import { chromium } from "@playwright/test";
import { browserFlags, needBrowser } from "#tests/kit/browser.ts";
import { makeFolder } from "#tests/kit/folder.ts";
import { foundStudy, letIn, setUpColleague, setUpOwner, visitor } from "#tests/kit/people.ts";
import { startServer } from "#tests/kit/server.ts";
import { openDoor } from "./board/door.ts";
import { floor, measure } from "./board/measure.ts";
import type { Measured, Pace } from "./board/measure.ts";
import { seed } from "#tests/kit/board.ts";
import type { Seeded } from "#tests/kit/board.ts";

const asked = process.argv.slice(2);
const serve = asked.includes("--serve");
const numbers = asked.filter((word) => /^\d+$/.test(word)).map(Number);
const counts = numbers.length > 0 ? numbers : [5000, 10_000];

/** What must hold of frames (B62): frames a second at least; milliseconds at most. */
const FRAMES = { fps: 55, p95: 17, longest: 50, delay: 50 };
const PACES = new Map<RegExp, Partial<typeof FRAMES>>([
  [/^an empty page/, {}],
  [/^zoom/, { ...FRAMES, longest: 100 }],
  [/^select all/, { delay: 50 }],
  [/^colleague/, { p95: 33.4 }],
  [/./, FRAMES],
]);
const SUMS: Readonly<Record<string, readonly [most: number, unit: string]>> = {
  load: [1500, "ms"],
  heap: [60, "MB"],
  "elements, fit": [800, ""],
  "elements, 100 %": [800, ""],
};

const { folder, remove } = makeFolder("bench-board");
console.log("Starting a server from the benchmark's build …");
const server = await startServer({ data: folder, env: { CARTHEN_BENCH: "1" } });
const browser = await chromium.launch({
  executablePath: needBrowser(),
  args: [...browserFlags, "--disable-gpu"], // the same work for every machine
});
let missed = true;
try {
  const owner = await visitor(browser, server.url);
  const owners = await setUpOwner(owner, server.url, server.token);
  const small = await foundStudy(owner, server.url, "One card");
  await seed({ request: owner.request, url: server.url, study: small }, 1);
  const colleague = await visitor(browser, server.url);
  await setUpColleague(colleague, owner, server.url, small);
  const boards = new Map<number, Seeded>();
  for (const count of counts) {
    const began = performance.now();
    const study = await foundStudy(owner, server.url, `${count} cards`);
    await letIn(owner, server.url, small, study);
    boards.set(count, await seed({ request: owner.request, url: server.url, study }, count));
    console.log(`Made a study of ${count} cards in ${((performance.now() - began) / 1000).toFixed(0)} s.`);
  }
  if (serve) {
    const studies = new Map([[1, small], ...[...boards].map(([count, { study }]) => [count, study] as const)]);
    console.log(
      `The boards are open at ${await openDoor(server.url, owners, studies)} (n: ${[...studies.keys()].join(", ")}).`,
    );
    console.log("Ctrl+C closes them.");
    await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
    missed = false;
  } else {
    const bare = await floor(browser);
    const columns = new Map<number, Measured>();
    for (const [count, seeded] of boards) {
      const at = { request: colleague.request, url: server.url, study: seeded.study };
      const { paces, sums } = await measure(browser, server.url, { owner: owners, colleague: at }, seeded, small);
      columns.set(count, { paces: new Map([["an empty page", bare], ...paces]), sums });
    }
    missed = print(columns);
  }
} finally {
  await browser.close();
  await server.stop();
  remove();
}
process.exit(missed ? 1 : 0);

/** Prints the table; answers whether a target was missed. */
function print(columns: ReadonlyMap<number, Measured>): boolean {
  const [first] = columns.values();
  if (!first) return true;
  let short = 0;
  const say = (value: number, holds: boolean, digits = 0) => {
    if (!holds) short++;
    return `${value.toFixed(digits)}${holds ? "" : "!"}`;
  };
  const cellOf = ({ fps, p95, longest, delay, wrong }: Pace, target: Partial<typeof FRAMES>) => {
    if (wrong !== null) short++;
    const parts = [
      say(fps, target.fps === undefined || fps >= target.fps),
      say(p95, target.p95 === undefined || p95 <= target.p95),
      say(longest, target.longest === undefined || longest <= target.longest),
      say(delay, target.delay === undefined || delay <= target.delay),
    ];
    return parts.join(" · ") + (wrong === null ? "" : ` (${wrong})`);
  };
  const targetOf = (name: string) => [...PACES].find(([form]) => form.test(name))?.[1] ?? FRAMES;
  const lines = [
    [
      "frames: a second · p95 · longest · input delay p95, ms",
      "target",
      ...[...columns.keys()].map((n) => `${n} cards`),
    ],
    ...[...first.paces.keys()].map((name) => {
      const target = targetOf(name);
      const aim = [target.fps && `≥ ${target.fps}`, target.p95, target.longest, target.delay].map((part) =>
        part === undefined ? "–" : String(Math.floor(Number(part)) || part),
      );
      return [name, aim.join(" · "), ...[...columns.values()].map(({ paces }) => cellOf(paceOf(paces, name), target))];
    }),
    ...[...first.sums.keys()].map((name) => {
      const [most, unit] = SUMS[name] ?? [Infinity, ""];
      return [
        `${name}${unit === "" ? "" : `, ${unit}`}`,
        String(most),
        ...[...columns.values()].map(({ sums }) =>
          say(sums.get(name) ?? Infinity, (sums.get(name) ?? Infinity) <= most),
        ),
      ];
    }),
  ];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  for (const line of lines) console.log(line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("   "));
  console.log(short === 0 ? "All targets hold." : `Falls short in ${short} figures (marked !).`);
  return short > 0;
}

function paceOf(paces: ReadonlyMap<string, Pace>, name: string): Pace {
  const pace = paces.get(name);
  if (!pace) throw new Error(`${name} was not measured`);
  return pace;
}
