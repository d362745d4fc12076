/**
 * `npm run test:mutants`: whether the proofs of sync would notice. Each mutant takes out something that they rest on, in a
 * copy of the checkout in a temporary folder; the tests that are about it must go red.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { tmpdir } from "node:os";
import * as z from "zod";

type Mutant = Readonly<{ what: string; file: string; from: string; to: string; tests: readonly string[] }>;

const COMMIT = "tests/data/commit.test.ts";
const PAIRS = "tests/data/pairs.test.ts";
const FUZZ = "tests/data/fuzz.test.ts";
const OUTBOX = "tests/unit/client/study/outbox.test.ts";
const STATE = "tests/unit/client/study/state.test.ts";
const ELSEWHERE = "tests/unit/server/live/elsewhere.test.ts";
const CONFLICTS = "tests/unit/domain/study/conflicts.test.ts";

const MUTANTS: readonly Mutant[] = [
  {
    what: "the lock of the clock is out",
    file: "lib/server/store/commit.ts",
    from: ` FOR NO KEY UPDATE\``,
    to: "`",
    tests: [PAIRS],
  },
  {
    what: "a command that was seen is done again",
    file: "lib/server/store/commit.ts",
    from: "const known = receipts.get(item.cmdId);",
    to: "const known = receipts.get(`not ${item.cmdId}`);",
    tests: [COMMIT],
  },
  {
    what: "quotes are not held to their text",
    file: "prisma/migrations/20261124000000_house/migration.sql",
    from: `ELSIF NEW."exact" <> slice COLLATE "C" THEN`,
    to: "ELSIF false THEN",
    tests: [COMMIT],
  },
  {
    what: "roles are asked once for a batch",
    file: "lib/server/store/commit.ts",
    from: "if (gone) roles.delete(id);",
    to: "if (gone) continue;",
    tests: [COMMIT],
  },
  {
    what: "undo does not look what others changed",
    file: "lib/domain/study/undo.ts",
    from: "if ((!force || firm) && !holds(now, back.before ?? {}))",
    to: "if (!force && now.id === '')",
    tests: [COMMIT, CONFLICTS],
  },
  {
    what: "themes may stand within each other",
    file: "lib/domain/board/decide.ts",
    from: 'if (above.includes(id)) return no({ code: "theme.cycle", id });',
    to: "",
    tests: [CONFLICTS],
  },
  {
    what: "guesses are not taken off before an event",
    file: "lib/client/study/state.ts",
    from: "    this.lift();\n    for (const event of news) {",
    to: "    for (const event of news) {",
    tests: [STATE, FUZZ],
  },
  {
    what: "a gap in the log is skipped",
    file: "lib/client/study/state.ts",
    from: "if (news[0]?.seq !== this.seq + 1) return false;",
    to: "",
    tests: [STATE],
  },
  {
    what: "the outbox forgets before the answer is told",
    file: "lib/client/study/outbox.ts",
    from: "      const refused = new Map(batch.flatMap(",
    to: '      for (const { key } of kept) if (key !== undefined) await db?.delete("command", key);\n      const refused = new Map(batch.flatMap(',
    tests: [OUTBOX, FUZZ],
  },
  {
    what: "the outbox forgets before the answer comes",
    file: "lib/client/study/outbox.ts",
    from: "      const reply = await this.post(batch);",
    to: '      for (const { key } of kept) if (key !== undefined) await db?.delete("command", key);\n      const reply = await this.post(batch);',
    tests: [FUZZ],
  },
  {
    what: "the line tells what is hidden from its hearer",
    file: "lib/domain/study/hidden.ts",
    from: "change.only !== undefined && change.only !== person",
    to: "change.only === person && person === ''",
    tests: ["tests/data/hidden.test.ts", FUZZ],
  },
  {
    what: "the guests of an instance that fell silent stay",
    file: "lib/server/live/elsewhere.ts",
    from: "if (stranger.heard < now - silent) this.away(study, place, stranger);",
    to: "if (stranger.heard < 0) this.away(study, place, stranger);",
    tests: [ELSEWHERE],
  },
  {
    what: "guests of whom nothing is known are not asked for",
    file: "lib/server/live/elsewhere.ts",
    from: "this.asks.add(study); // what was said of it first has not arrived",
    to: "",
    tests: [ELSEWHERE],
  },
  {
    what: "those who are looked up together are taken for each other",
    file: "lib/server/auth/gathered.ts",
    from: "some[at]?.done(answer)",
    to: "some[some.length - 1 - at]?.done(answer)",
    tests: ["tests/unit/server/auth/gathered.test.ts"],
  },
];

const Report = z.object({
  numTotalTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

const folder = mkdtempSync(path.join(tmpdir(), "carthen-mutants-"));
const copy = path.join(folder, "copy");

/** The tests that fail in the copy; a file that does not even load counts as one. */
async function red(tests: readonly string[]): Promise<string[]> {
  const file = path.join(folder, "report.json");
  rmSync(file, { force: true });
  const args = ["run", ...new Set(tests), "--reporter=json", `--outputFile=${file}`, "--testTimeout", "300000"];
  const child = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", ...args], {
    cwd: copy,
    stdio: "ignore",
    env: { ...process.env, FUZZ_SEEDS: "12", FUZZ_FROM: "1", FUZZ_QUIET: "1" },
  });
  await once(child, "close");
  const report = Report.parse(JSON.parse(readFileSync(file, "utf8")));
  // A run of nothing would notice nothing, and look as if all were well.
  if (report.numTotalTests === 0 && report.testResults.length === 0)
    throw new Error(`Nothing ran of ${tests.join(", ")}`);
  return report.testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === "failed").map(({ fullName }) => fullName);
    return failed.length === 0 && message ? [`${path.basename(name)} does not load`] : failed;
  });
}

function copyCheckout(): void {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" });
  for (const file of listed.split("\n").filter((line) => line !== "")) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    cpSync(file, path.join(copy, file));
  }
  cpSync("lib/server/store/generated", path.join(copy, "lib/server/store/generated"), { recursive: true });
  symlinkSync(path.resolve("node_modules"), path.join(copy, "node_modules"));
}

// Said of all of them before any is tried: code that has moved on is told in a second and not after a quarter of an hour.
for (const { file, from } of MUTANTS)
  if (readFileSync(file, "utf8").split(from).length !== 2) throw new Error(`${file} does not say once: ${from}`);

let survived = 0;
try {
  copyCheckout();
  const sound = await red(MUTANTS.flatMap(({ tests }) => tests));
  if (sound.length > 0) {
    console.error(`Without a mutant these are red already:\n${sound.join("\n")}`);
    survived += 1;
  } else {
    for (const { what, file, from, to, tests } of MUTANTS) {
      const at = path.join(copy, file);
      const whole = readFileSync(at, "utf8");
      writeFileSync(
        at,
        whole.replace(from, () => to),
      );
      const failed = await red(tests);
      writeFileSync(at, whole);
      if (failed.length === 0) survived += 1;
      console.log(`${failed.length > 0 ? "red     " : "SURVIVED"} ${what}`);
      for (const name of failed.slice(0, 3)) console.log(`           ${name.slice(0, 140)}`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(survived === 0 ? "Every mutant was noticed." : `${survived} went unnoticed.`);
process.exit(survived === 0 ? 0 : 1);
