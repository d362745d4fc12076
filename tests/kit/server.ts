/** The real server, started as a person would start it, on a port of its own. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

import { freePort } from "#lib/server/launch/database.ts";
import { runningDatabase } from "#lib/server/launch/reach.ts";

export type RunningServer = Readonly<{
  url: string;
  port: number;
  pid: number;
  /** The token that /setup asks for; null where somebody can sign in already. */
  token: string | null;
  /** Where the owner reaches its own database; null where it was given another. */
  database: string | null;
  /** Everything that it has printed so far. */
  output: () => string;
  /** Sends a signal and waits for the end; the exit code, or the signal that ended it. */
  stop: (signal?: NodeJS.Signals) => Promise<number | string>;
}>;

/**
 * Starts a server and waits until it is ready.
 *
 * @param options.data - the folder of its data
 * @param options.project - the checkout to start from; ours by default
 * Throws with what it printed where it ends before it is ready.
 */
export async function startServer(
  options: Readonly<{ data: string; env?: Readonly<Record<string, string>>; project?: string; port?: number }>,
): Promise<RunningServer> {
  const port = options.port ?? (await freePort());
  const project = options.project ?? process.cwd();
  const { NODE_ENV: _, DATABASE_URL: __, ...inherited } = process.env;
  const env = { ...inherited, PORT: String(port), CARTHEN_DATA: options.data, LOG_LEVEL: "warn", ...options.env };
  const child = spawn(process.execPath, ["server.ts"], {
    cwd: project,
    env: env as unknown as NodeJS.ProcessEnv, // Next's types want NODE_ENV, which server.ts sets itself
    stdio: ["ignore", "pipe", "pipe"],
  });
  const last = (): boolean => child.kill("SIGTERM");
  process.once("exit", last);
  let said = "";
  child.stdout.on("data", (bytes: Buffer) => (said += bytes.toString("utf8")));
  child.stderr.on("data", (bytes: Buffer) => (said += bytes.toString("utf8")));
  const gone = once(child, "close").then(() => process.off("exit", last));

  const limit = Date.now() + 300_000;
  while (!/ is ready at .+\n/.test(said) || (said.includes("Nobody can sign in") && !/token: \S+\n/.test(said))) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
      throw new Error(`The server ended while starting:\n${said}`);
    if (Date.now() > limit) {
      child.kill("SIGKILL");
      throw new Error(`The server was not ready within five minutes:\n${said}`);
    }
    await pause(25); // its output has no event of "this line", only bytes
  }
  return {
    url: `http://localhost:${port}`,
    port,
    pid: child.pid ?? 0,
    token: /token: (\S+)\n/.exec(said)?.[1] ?? null,
    database: runningDatabase(options.data),
    output: () => said,
    async stop(signal = "SIGTERM") {
      child.kill(signal);
      await gone;
      return child.exitCode ?? child.signalCode ?? "unknown";
    },
  };
}
