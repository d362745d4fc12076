/**
 * A thread that makes files that leave and does nothing else, with connections of its own. Started by aside.ts, which ends it
 * where it takes too much.
 */
import { parentPort, workerData } from "node:worker_threads";
import type { Seal } from "#lib/domain/risk/seal-shape.ts";
import { placeOf } from "#lib/server/reading/ask.ts";
import { makeClient } from "#lib/server/store/client.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import type { TakenExport } from "#lib/server/store/job.ts";
import type { Given, Judged, Said, Told } from "./ask.ts";
import { leaveBy } from "./job.ts";

const { databaseUrl, secret } = workerData as Given; // as aside.ts hands it over
const db = makeClient(databaseUrl);
const vault = makeSeal(secret);
const say = (said: Said) => parentPort?.postMessage(said);

let control = new AbortController();
let answered: (seal: Seal | null) => void = () => undefined;

/** What is known of a judgement; one is asked for at a time, as files are made one at a time. */
function known(judged: Judged): Promise<Seal | null> {
  return new Promise((resolve) => {
    answered = resolve;
    say({ say: "known", judged });
  });
}

function work(taken: TakenExport): Promise<Said> {
  control = new AbortController();
  const parts = {
    db,
    vault,
    changed: () => say({ say: "changed" }),
    remember: async (study: string, state: string, of: Judged["of"], make: () => Promise<Seal>) => {
      const judged = { study, state, of };
      const before = await known(judged);
      if (before) return before;
      const seal = await make();
      say({ say: "found", judged, seal });
      return seal;
    },
  };
  return leaveBy(parts, taken, control.signal).then(
    (became): Said => ({ say: "ended", became }),
    (error: unknown): Said => ({ say: "thrown", where: placeOf(error) }),
  );
}

parentPort?.on("message", (told: Told) => {
  if (told.tell === "stop") control.abort();
  else if (told.tell === "seal") answered(told.seal);
  else void work(told.taken).then(say);
});
