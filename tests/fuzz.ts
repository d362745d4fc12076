/**
 * `npm run fuzz -- --seeds 10000 [--from 1]`: the network fuzz for as long as one likes.
 *
 * Prints each seed that fails with what happened; such a seed is then pinned in tests/data/fuzz.test.ts.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { seeds: { type: "string" }, from: { type: "string" } } });
const seeds = Number(values.seeds ?? 200);
if (!Number.isSafeInteger(seeds) || seeds < 1) {
  console.error("--seeds is a number from 1.");
  process.exit(1);
}
const args = ["run", "--project", "data", "tests/data/fuzz.test.ts", "--testTimeout", "0"];
const child = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", ...args], {
  stdio: "inherit",
  env: { ...process.env, FUZZ_SEEDS: String(seeds), ...(values.from ? { FUZZ_FROM: values.from } : {}) },
});
await once(child, "close");
process.exit(child.exitCode ?? 1);
