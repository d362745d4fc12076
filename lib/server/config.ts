/**
 * Everything that can be set from outside, read once at start and never again.
 *
 * Nothing else in the program reads `process.env` for settings of ours. Rules: docs/spec/runtime.md, RT2 to RT4.
 */
import path from "node:path";

import * as z from "zod";

import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import { defaultData } from "./launch/place.ts";

export type Config = Readonly<{
  /** The port that the app listens on. */
  port: number;
  /** The address that it listens on; loopback unless somebody opened it on purpose. */
  host: string;
  /** The origin that people type, without a slash at the end: `http://localhost:3000`. */
  url: string;
  /** Connection string of a PostgreSQL that is run elsewhere, or null: then our own is started. */
  databaseUrl: string | null;
  /** The folder of our own data: secrets, and the embedded database. Absolute. */
  data: string;
  /** The key that signs sessions, where one is given; else it is made once and kept in `data`. */
  secret: string | null;
  /** The folder of the operator's own lists of places and names (CSV), absolute, and whether somebody named it. */
  lists: Readonly<{ folder: string; asked: boolean }>;
  /** What whoever reads /metrics must bring, or null: then there are none. */
  metricsToken: string | null;
  logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  /** True where Next compiles on demand (`CARTHEN_DEV=1`), for working on Carthen itself. */
  dev: boolean;
  /** True for the build that `npm run bench:board` measures (`CARTHEN_BENCH=1`). */
  bench: boolean;
}>;

const loopbackNames = new Set(["localhost", "127.0.0.1", "::1", "[::1]"]);

/** True for the names and addresses by which a machine calls itself. */
export function isLoopback(host: string): boolean {
  return loopbackNames.has(host) || /^127(\.\d{1,3}){3}$/.test(host);
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

const Origin = z.string().refine(
  (text) => {
    const url = parseUrl(text);
    if (!url || url.pathname !== "/" || url.search !== "" || url.hash !== "" || url.username !== "") return false;
    return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
  },
  { error: "must be an address such as https://carthen.example.org, with https and without a path" },
);

const DatabaseUrl = z.string().refine(
  (text) => {
    const url = parseUrl(text);
    return url !== null && ["postgres:", "postgresql:"].includes(url.protocol) && url.pathname.length > 1;
  },
  { error: "must be a PostgreSQL address such as postgresql://user:password@host:5432/database" },
);

const Environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: "must be a number from 1 to 65535" })
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, { error: "must be a number from 1 to 65535" })
    .default(3000),
  HOST: z
    .string()
    .regex(/^(?:[0-9A-Za-z.-]+|\[?[0-9a-fA-F:]+\]?)$/, { error: "must be a host name or an IP address" })
    .default("127.0.0.1"),
  CARTHEN_URL: Origin.optional(),
  DATABASE_URL: DatabaseUrl.optional(),
  CARTHEN_DATA: z.string().optional(),
  CARTHEN_SECRET: z
    .string()
    .min(32, { error: "must be at least 32 characters long; `openssl rand -base64 48` makes a good one" })
    .optional(),
  CARTHEN_LISTS: z.string().optional(),
  CARTHEN_METRICS_TOKEN: z
    .string()
    .regex(/^[!-~]{16,}$/, { error: "must be at least 16 characters long, without spaces" })
    .optional(),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
      error: "must be one of fatal, error, warn, info, debug, trace, silent",
    })
    .default("info"),
  CARTHEN_DEV: z.enum(["0", "1"], { error: "must be 0 or 1" }).default("0"),
  CARTHEN_BENCH: z.enum(["0", "1"], { error: "must be 0 or 1" }).default("0"),
});

/**
 * Reads the settings.
 *
 * @param env - the environment; an empty value counts as none, as docker compose passes unset variables
 * @param at - the checkout's folder, and whether we run as root
 * @returns the settings, or one sentence for each wrong variable, by name; the values are never repeated, one is a secret
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  at: Readonly<{ project: string; root: boolean }>,
): Result<Config, readonly string[]> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    return no(parsed.error.issues.map((issue) => `The variable ${issue.path.join(".")} ${issue.message}.`));
  }
  const set = parsed.data;
  if (!isLoopback(set.HOST) && set.CARTHEN_URL === undefined) {
    return no([
      "The variable CARTHEN_URL must be set to the https:// address that people use, because HOST opens Carthen " +
        "to other machines and browsers withhold what it needs over plain http.",
    ]);
  }
  const data =
    set.CARTHEN_DATA === undefined ? defaultData(at.project, at.root) : path.resolve(at.project, set.CARTHEN_DATA);
  return yes({
    port: set.PORT,
    host: set.HOST.replace(/^\[|\]$/g, ""),
    url: set.CARTHEN_URL === undefined ? `http://localhost:${set.PORT}` : new URL(set.CARTHEN_URL).origin,
    databaseUrl: set.DATABASE_URL ?? null,
    data,
    lists:
      set.CARTHEN_LISTS === undefined
        ? { folder: path.join(data, "lists"), asked: false }
        : { folder: path.resolve(at.project, set.CARTHEN_LISTS), asked: true },
    secret: set.CARTHEN_SECRET ?? null,
    metricsToken: set.CARTHEN_METRICS_TOKEN ?? null,
    logLevel: set.LOG_LEVEL,
    dev: set.CARTHEN_DEV === "1",
    bench: set.CARTHEN_BENCH === "1",
  });
}
