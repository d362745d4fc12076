/** A thread that reads files and nothing else. Started by pool.ts, which ends it where it takes too long or too much. */
import { parentPort } from "node:worker_threads";
import { yes } from "#lib/domain/result.ts";
import type { Sheet } from "#lib/domain/import/sheet.ts";
import { open } from "#lib/format/import/open.ts";
import { headOf, pour } from "#lib/format/import/pour.ts";
import type { Portion, Take } from "#lib/format/import/pour.ts";
import { shown } from "#lib/format/import/shown.ts";
import { placeOf } from "./ask.ts";
import type { Answer, Ask } from "./ask.ts";

/** The survey that is being brought in, and then its portions. */
let survey: Readonly<{ sheet: Sheet; take: Take }> | null = null;
let portions: Generator<Portion> | null = null;

async function answer(ask: Ask): Promise<Answer> {
  if (ask.want === "pour") {
    portions = survey && pour(survey.sheet, survey.take, ask.go);
    survey = null;
  }
  if (ask.want === "pour" || ask.want === "more") {
    const portion = portions?.next().value ?? null;
    if (portion === null) portions = null; // the sheet is let go of
    return { portion };
  }
  [survey, portions] = [null, null];
  const opened = await open(ask.bytes, ask.options);
  if (ask.want === "survey") {
    if (!opened.ok) return { head: opened };
    if (opened.value.kind !== "survey") return { head: yes(null) };
    survey = { sheet: opened.value.sheet, take: ask.take };
    return { head: yes(headOf(opened.value.sheet, ask.take)) };
  }
  if (ask.want === "whole") return { whole: opened };
  return { shown: opened.ok ? yes(shown(opened.value, ask.options.respondent)) : opened };
}

// pdf.js leaves promises of its own unattended where a PDF is damaged. What becomes of the file is said by the promise that
// is waited for; one that nobody waits for must not end the thread.
process.on("unhandledRejection", () => undefined);

parentPort?.on("message", (ask: Ask) => {
  answer(ask).then(
    (given) => parentPort?.postMessage(given),
    (error: unknown) => parentPort?.postMessage({ thrown: placeOf(error) } satisfies Answer),
  );
});
