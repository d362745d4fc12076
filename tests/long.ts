/** `npm run test:long`: the proofs of sync that can be had for longer: all pairs, repeatedly, and longer random runs. */
import { spawn } from "node:child_process";
import { once } from "node:events";

const files = ["tests/data/model.test.ts", "tests/data/pairs.test.ts", "tests/unit/domain/study/pairs.test.ts"];
const child = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...files, "--testTimeout", "0"], {
  stdio: "inherit",
  env: { ...process.env, MODEL_RUNS: "300", PAIRS: "all", PAIR_ROUNDS: "5", PAIR_SEEDS: "100" },
});
await once(child, "close");
process.exit(child.exitCode ?? 1);
