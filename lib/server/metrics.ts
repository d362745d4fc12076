/**
 * What the process counts and measures of itself, as Prometheus reads it: numbers, and names of kinds, codes and
 * states that this code has; never an id, a name or a title. Rules: docs/spec/sync.md, Y49 and Y50.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Outcome } from "#lib/domain/study/outcome.ts";
import type { Writer } from "./handle/writer.ts";
import type { Meter } from "./live/hub.ts";

/** What is looked at when somebody reads the metrics. */
export type Look = Readonly<{
  /** Open sockets, and the studies that they are in. */
  live: () => Readonly<{ sockets: number; studies: number }>;
  /** Connections to the database. */
  pool: () => Readonly<Record<"used" | "idle" | "waiting", number>>;
  /** Jobs by state. */
  jobs: () => Promise<Readonly<Record<string, number>>>;
}>;

export type Metrics = Readonly<{
  /** What the hub measures. */
  meter: Meter;
  /** The writer, with what goes through it counted and timed. */
  watch: (writer: Writer) => Writer;
  /** Commands were sent away at the door, because this person or this study had sent too many. */
  limited: (by: "person" | "study", commands: number) => void;
  /** Everything in Prometheus' text format. */
  text: () => Promise<string>;
  type: string;
}>;

const SECONDS = [0.005, 0.01, 0.02, 0.04, 0.08, 0.15, 0.25, 0.4, 0.6, 1, 2, 5, 10];

export function makeMetrics(look: Look): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register, prefix: "carthen_" }); // memory, event loop, processor time
  const commands = new Counter({
    name: "carthen_commands_total",
    help: "Commands by kind and by what became of them: done, same, refused, failed.",
    labelNames: ["kind", "outcome"],
    registers,
  });
  const refusals = new Counter({
    name: "carthen_refusals_total",
    help: "Refused commands by code.",
    labelNames: ["code"],
    registers,
  });
  const answered = new Histogram({
    name: "carthen_answer_seconds",
    help: "From the arrival of commands to their answer, which is given when they are durable.",
    buckets: SECONDS,
    registers,
  });
  const lag = new Histogram({
    name: "carthen_live_lag_seconds",
    help: "From an event being written to its being handed to the sockets of this process.",
    buckets: SECONDS,
    registers,
  });
  const dropped = new Counter({
    name: "carthen_presence_dropped_total",
    help: "Frames of presence that a socket was not sent because too much waited in it.",
    registers,
  });
  const told = new Counter({
    name: "carthen_frames_told_total",
    help: "Frames in which this process told the others of the people on its live lines.",
    registers,
  });
  const limited = new Counter({
    name: "carthen_limited_total",
    help: "Commands that were sent away to come later, by whose limit was reached.",
    labelNames: ["by"],
    registers,
  });
  new Gauge({
    name: "carthen_sockets",
    help: "Open live sockets.",
    registers,
    collect() {
      this.set(look.live().sockets);
    },
  });
  new Gauge({
    name: "carthen_studies_open",
    help: "Studies that somebody has open in this process.",
    registers,
    collect() {
      this.set(look.live().studies);
    },
  });
  new Gauge({
    name: "carthen_pool_connections",
    help: "Connections to the database that are used and idle, and requests that wait for one.",
    labelNames: ["state"],
    registers,
    collect() {
      for (const [state, count] of Object.entries(look.pool())) this.set({ state }, count);
    },
  });
  new Gauge({
    name: "carthen_jobs",
    help: "Jobs by state.",
    labelNames: ["state"],
    registers,
    async collect() {
      this.reset();
      for (const [state, count] of Object.entries(await look.jobs())) this.set({ state }, count);
    },
  });

  async function timed(items: Parameters<Writer["submit"]>[1], work: Promise<readonly Outcome[]>) {
    const began = performance.now();
    try {
      const outcomes = await work;
      for (const [at, { command }] of items.entries()) {
        const what = outcomes[at];
        const refused = what && "refused" in what ? String(what.refused) : null;
        const outcome = refused !== null ? "refused" : what && "same" in what ? "same" : "done";
        commands.inc({ kind: command.kind, outcome });
        if (refused !== null) refusals.inc({ code: refused });
      }
      return outcomes;
    } catch (error) {
      for (const { command } of items) commands.inc({ kind: command.kind, outcome: "failed" });
      throw error;
    } finally {
      answered.observe((performance.now() - began) / 1000);
    }
  }

  return {
    meter: {
      lag: (seconds) => lag.observe(seconds),
      dropped: (sockets) => dropped.inc(sockets),
      told: (frames) => told.inc(frames),
    },
    watch: (writer) => ({
      ...writer,
      submit: (study, items) => timed(items, writer.submit(study, items)),
      whole: (study, items) => timed(items, writer.whole(study, items)),
    }),
    limited: (by, count) => limited.inc({ by }, count),
    text: () => register.metrics(),
    type: register.contentType,
  };
}
