/**
 * What each file costs in a large study, and what judging the risk of its quotes: `npm run bench:export [-- quotes]`.
 *
 * Each form is asked for by itself, in a process of its own that holds nothing else, in a thread with the same limits as in the
 * app (export-form.ts). By itself the risk report is judged twice, as it is for somebody who looks at it, takes one quote out, and
 * looks again. Prints a table and exits non-zero where a form is refused, or takes longer or more memory than it should.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import * as z from "zod";
import { LIMITS } from "#lib/server/leaving/aside.ts";
import { FORMS } from "./export-forms.ts";
import type { Form } from "./export-forms.ts";

const LONGEST = 10; // s
const MOST = 500; // MB of the whole process, while it makes one file
const Took = z.object({ seconds: z.number(), bytes: z.number() });
const Cost = z.object({ ...Took.shape, peak: z.number() });
const Judged = z.object({ first: z.number(), again: z.number() });

const [asked = "10000", wanted] = process.argv.slice(2);
if (wanted === undefined) table(Number(asked));
else apart();

/** Asks for every form, each in a process of its own, so that its memory is its own. */
function table(quotes: number): void {
  let missed = false;
  const rows = FORMS.map((form) => {
    const child = inProcess(quotes, form);
    const cost = child.status === 0 ? Cost.parse(JSON.parse(child.stdout)) : null;
    if (cost === null || cost.seconds > LONGEST || cost.peak > MOST * 1e6) missed = true;
    return [
      form,
      cost === null
        ? "refused"
        : {
            seconds: Number(cost.seconds.toFixed(1)),
            MB: Number((cost.bytes / 1e6).toFixed(2)),
            "peak RSS, MB": Math.round(cost.peak / 1e6),
          },
    ] as const;
  });
  console.log(`A study of ${quotes.toLocaleString("en")} quotes; wanted ${LONGEST} s and ${MOST} MB at most`);
  console.table(Object.fromEntries(rows));
  const { first, again } = Judged.parse(JSON.parse(inProcess(quotes, "risk").stdout));
  console.log(`The risk report: judged in ${first.toFixed(1)} s, and in ${again.toFixed(1)} s once a quote is gone`);
  process.exit(missed ? 1 : 0);
}

function inProcess(quotes: number, what: Form | "risk") {
  return spawnSync(process.execPath, [fileURLToPath(import.meta.url), String(quotes), what], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Makes it in a thread, as the app does, and says what the process took. */
function apart(): void {
  const program = new URL("./export-form.ts", import.meta.url);
  const thread = new Worker(program, { argv: process.argv.slice(2), resourceLimits: LIMITS });
  thread.on("message", (took: unknown) => {
    const done = Took.safeParse(took);
    console.log(JSON.stringify(done.success ? { ...done.data, peak: process.resourceUsage().maxRSS * 1024 } : took));
  });
}
