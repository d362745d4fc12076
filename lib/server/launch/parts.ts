/**
 * Makes the parts that exist once beside the pool: whoever adds one makes it here, puts it into the registry's
 * interface, and ends it here.
 */
import type { Added } from "#lib/domain/detect/list/added.ts";
import { Role } from "#lib/domain/member/shape.ts";
import { personFromUpgrade } from "../auth/person.ts";
import { unusedSince } from "../auth/session-limits.ts";
import { sayOfPad } from "../handle/pad.ts";
import { makeWriter } from "../handle/writer.ts";
import { makeLeave } from "../leaving/aside.ts";
import { known, remember } from "../load/judged.ts";
import { Snapshots } from "../load/snapshot.ts";
import { makeAside } from "../detecting/aside.ts";
import { concernsDetection, makeDetectionWork } from "../jobs/detection.ts";
import { detectionPorts } from "../jobs/detection-ports.ts";
import { concernsErasing, makeErasing } from "../jobs/erasing.ts";
import { erasingPorts } from "../jobs/erasing-ports.ts";
import { makeExports } from "../jobs/exports.ts";
import { makeImports } from "../jobs/imports.ts";
import { PACE } from "../live/elsewhere.ts";
import { listenForHints } from "../live/hint.ts";
import type { Hints } from "../live/hint.ts";
import { makeHub } from "../live/hub.ts";
import type { Hub } from "../live/hub.ts";
import { makeMetrics } from "../metrics.ts";
import type { Metrics } from "../metrics.ts";
import { makeReading } from "../reading/pool.ts";
import { register } from "../registry.ts";
import type { LiveDoor, Registry } from "../registry.ts";
import { poolUse } from "../store/client.ts";
import { commit } from "../store/commit.ts";
import { clockOf, clocksOf, eventsAfter } from "../store/events.ts";
import { Pads } from "../store/pad.ts";
import { roleOf } from "../store/found.ts";
import { jobCounts, jobsOf } from "../store/job.ts";
import { memberNames, members } from "../store/member.ts";
import { isObjection } from "../store/objection.ts";
import { makeSeal } from "../store/seal.ts";
import { standingsOf } from "../store/standing.ts";
import * as z from "zod";

export type Parts = Readonly<{
  registry: Registry;
  /** Takes connections to /api/live. */
  live: LiveDoor;
  /** Ends what was made here, after the last request. */
  close: () => Promise<void>;
}>;

const Standings = z.array(z.object({ signedIn: z.boolean(), role: Role.nullable() }));

/**
 * Fills the registry and starts what works in the background.
 *
 * @param added - what the operator added to the lists of places and names
 */
export async function makeParts(
  added: Added,
  core: Omit<
    Registry,
    | "vault"
    | "writer"
    | "reading"
    | "imports"
    | "exports"
    | "jobsChanged"
    | "signedOut"
    | "rest"
    | "snapshots"
    | "metrics"
  >,
): Promise<Parts> {
  const { db, log, databaseUrl, secret } = core;
  const vault = makeSeal(secret);
  const fault = (what: string, error: unknown) => log.error({ err: error }, what);

  const metrics: Metrics = makeMetrics({
    live: () => hub.size(),
    pool: () => poolUse(db),
    jobs: () => jobCounts(db),
  });
  const hub: Hub = makeHub({
    visitor: personFromUpgrade,
    role: (study, person) => roleOf(db, study, person),
    standings: async (seats) => Standings.parse(await standingsOf(db, seats, unusedSince())),
    clock: (study) => clockOf(db, study),
    clocks: (studies) => clocksOf(db, studies),
    events: (study, after, limit) => eventsAfter(db, study, after, limit),
    jobs: (study) => jobsOf(db, study),
    fault,
    meter: metrics.meter,
    texts: {
      pads: new Pads(db),
      say: (study, due) => sayOfPad({ submit: writer.submit, members: members(db).list }, study, due),
      hint: (study, pad) => hints.pad(study, pad),
    },
    wire: { tell: (frame) => hints.frame(frame), names: (study, people) => memberNames(db, study, people), pace: PACE },
  });
  const hints: Hints = await listenForHints(databaseUrl, {
    hint: hub.hint,
    jobs: hub.jobs,
    who: hub.who,
    pad: hub.pad,
    frame: hub.heard,
    missed: hub.missed,
    fault,
  });
  const writer = metrics.watch(
    makeWriter({
      commit: async (study, items, whole) => {
        const done = await commit(db, vault, study, items, whole);
        if (items.some(({ command }) => concernsDetection(command.kind))) detection.wake(study);
        if (items.some(({ command }) => concernsErasing(command.kind))) erasing.wake();
        return done;
      },
      objects: isObjection,
      committed: (study, seq) => {
        hub.hint(study, seq);
        hints.send(study, seq);
      },
      objected: (study, { cmdId, command }, error) =>
        log.error({ err: error, study, cmdId, kind: command.kind }, "the database refused a command"),
    }),
  );
  const reading = makeReading(fault);
  const jobsChanged = (study: string) => {
    hub.jobs(study);
    hints.jobs(study);
  };
  const signedOut = (person: string) => {
    hub.who(person);
    hints.who(person);
  };
  const imports = makeImports({ db, reading, vault, writer }, jobsChanged, fault);
  const leaving = makeLeave(
    { databaseUrl, secret },
    {
      known: ({ study, state, of }) => known(study, state, of),
      keep: ({ study, state, of }, seal) => void remember(study, state, of, () => Promise.resolve(seal)),
    },
  );
  const exports = makeExports({ db, log, leave: leaving.leave }, jobsChanged, fault);
  const snapshots = new Snapshots(db);
  const aside = makeAside(added);
  const detection = makeDetectionWork(detectionPorts(db, vault, aside, fault));
  const erasing = makeErasing(erasingPorts(db, vault, writer, fault));
  const registry = register({
    ...core,
    vault,
    writer,
    reading,
    imports,
    exports,
    jobsChanged,
    signedOut,
    rest: hub.rest,
    snapshots,
    metrics,
  });
  return {
    registry,
    live: { upgrade: hub.upgrade, close: hub.close },
    close: async () => {
      await Promise.all([detection.close(), erasing.close(), aside.close()]); // what it is at is found again by the next start
      await Promise.all([imports.close(), exports.close()]);
      await Promise.all([reading.close(), leaving.close()]);
      await writer.stop();
      await hints.close();
    },
  };
}
