/**
 * `npm test`: everything, in order of how soon it says something, and on to the end even where a step fails.
 *
 * The last lines say which tests failed, and the very last `N passed, N failed`. A step that is no test counts only when
 * it fails.
 * One step alone: `npm test -- data` (any of the names below); several: `npm test -- lint unit`.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import * as z from "zod";

type Step = Readonly<{ name: string; title: string; run: () => Promise<Count> }>;
type Count = Readonly<{ passed: number; failed: number; names?: readonly string[] }>;

const reports = mkdtempSync(path.join(tmpdir(), "carthen-test-"));
const bin = (script: string): string => path.join("node_modules", script);

/** Runs one program of node_modules to its end; true where it was content. */
async function node(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const child = spawn(process.execPath, [bin(script), ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: "1",
      CHECKPOINT_DISABLE: "1",
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      ...env,
    },
  });
  const last = (): boolean => child.kill();
  process.once("exit", last);
  await once(child, "close");
  process.off("exit", last);
  return child.exitCode === 0;
}

/** A step that is no test: nothing to count but a failure. */
async function check(...works: (() => Promise<boolean>)[]): Promise<Count> {
  for (const work of works) if (!(await work())) return { passed: 0, failed: 1 };
  return { passed: 0, failed: 0 };
}

const VitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});
const Suite = z.object({
  specs: z.array(
    z.object({
      title: z.string(),
      file: z.string(),
      ok: z.boolean(),
      tests: z.array(z.object({ results: z.array(z.object({ errors: z.array(z.object({ message: z.string() })) })) })),
    }),
  ),
  get suites() {
    return z.array(Suite).optional();
  },
});
type Suite = z.infer<typeof Suite>;
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
  suites: z.array(Suite),
});

/** What a failed test said first. */
const brief = (message: string | undefined): string => (message ?? "").split("\n", 1)[0]?.slice(0, 300) ?? "";

/** The failed tests of a suite and of those within it. */
const fallen = ({ specs, suites }: Suite): string[] => [
  ...specs
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => `${file}: ${title}: ${brief(tests[0]?.results[0]?.errors[0]?.message)}`),
  ...(suites ?? []).flatMap(fallen),
];

function report<T>(file: string, shape: z.ZodType<T>): T | null {
  try {
    return shape.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

async function vitest(project: string): Promise<Count> {
  const file = path.join(reports, `${project}.json`);
  const well = await node("vitest/vitest.mjs", [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const seen = report(file, VitestReport);
  if (!seen) return { passed: 0, failed: 1 };
  // A file that does not even load has no failed test of its own.
  const names = seen.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "failed")
      .map((one) => `${path.relative(".", name)}: ${one.fullName}: ${brief(one.failureMessages?.[0])}`),
  );
  return { passed: seen.numPassedTests, failed: Math.max(seen.numFailedTests, well ? 0 : 1), names };
}

async function playwright(): Promise<Count> {
  const file = path.join(reports, "flow.json");
  const well = await node("@playwright/test/cli.js", ["test", "--reporter=list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const seen = report(file, PlaywrightReport);
  if (!seen) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = seen.stats;
  const names = seen.suites.flatMap(fallen);
  return { passed: expected + flaky, failed: Math.max(unexpected, well ? 0 : 1), names };
}

const next = "next/dist/bin/next";
const steps: readonly Step[] = [
  {
    name: "make",
    title: "What is made from source",
    run: () =>
      check(
        () => node("prisma/build/index.js", ["generate"]),
        () => node(next, ["typegen"]),
      ),
  },
  {
    name: "types",
    title: "Types",
    run: () => check(() => node("typescript/bin/tsc", ["--noEmit", "--incremental", "false"])),
  },
  {
    name: "lint",
    title: "Lint",
    run: () => check(() => node("oxlint/bin/oxlint", ["--type-aware", "--deny-warnings"])),
  },
  { name: "format", title: "Format", run: () => check(() => node("oxfmt/bin/oxfmt", ["--check"])) },
  { name: "dead", title: "Dead code", run: () => check(() => node("knip/bin/knip.js", ["--no-progress"])) },
  { name: "unit", title: "Unit tests and rules on the repository", run: () => vitest("unit") },
  { name: "build", title: "Build", run: () => check(() => buildOnce()) },
  { name: "data", title: "Data tests, on a real PostgreSQL", run: () => vitest("data") },
  { name: "flow", title: "Flow tests, in a real browser", run: playwright },
];

/** Builds as `npm start` does, so that the servers under test find the build ready. */
async function buildOnce(): Promise<boolean> {
  const { buildPages, generateClient } = await import("#lib/server/launch/build.ts");
  try {
    await generateClient(process.cwd(), console.log);
    await buildPages(process.cwd(), console.log);
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(", ")}; there are ${steps.map((step) => step.name).join(", ")}.`);
  process.exit(1);
}

const began = performance.now();
const lines: string[] = [];
let passed = 0;
let failed = 0;
for (const step of steps) {
  if (asked.length > 0 && !asked.includes(step.name)) continue;
  console.log(`\n── ${step.title} ${"─".repeat(Math.max(3, 76 - step.title.length))}`);
  const start = performance.now();
  const count = await step.run();
  passed += count.passed;
  failed += count.failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
  lines.push(
    `${count.failed === 0 ? "well  " : "FAILED"} ${seconds} s  ${step.title}${count.passed + count.failed > 0 ? ` (${count.passed} passed, ${count.failed} failed)` : ""}`,
    ...(count.names ?? []).map((name) => `          ${name}`),
  );
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n── All, in ${((performance.now() - began) / 1000).toFixed(0)} s ${"─".repeat(60)}`);
for (const line of lines) console.log(line);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
