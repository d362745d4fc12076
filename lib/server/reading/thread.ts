/** A thread that reads files and nothing else. Started by pool.ts, which ends it where it takes too long or too much. */
import { parentPort } from "node:worker_threads";
import { yes } from "#lib/domain/result.ts";
import { open } from "#lib/format/import/open.ts";
import { shown } from "#lib/format/import/shown.ts";
import { placeOf } from "./ask.ts";
import type { Answer, Ask } from "./ask.ts";

async function answer({ bytes, options, whole }: Ask): Promise<Answer> {
  try {
    const opened = await open(bytes, options);
    if (whole) return { whole: opened };
    return { shown: opened.ok ? yes(shown(opened.value, options.respondent)) : opened };
  } catch (error) {
    return { thrown: placeOf(error) };
  }
}

// pdf.js leaves promises of its own unattended where a PDF is damaged. What becomes of the file is said by the promise that
// is waited for; one that nobody waits for must not end the thread.
process.on("unhandledRejection", () => undefined);

parentPort?.on("message", (ask: Ask) => {
  void answer(ask).then((given) => parentPort?.postMessage(given));
});
