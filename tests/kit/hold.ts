/** Holds the server's jobs at a point of their way, so that a test sees them under way however fast the machine is. */
import postgres from "postgres";

import type { RunningServer } from "./server.ts";

/**
 * Lets no import pass the question of what a study has already, until the function returned is called.
 *
 * At that point a job is taken up and its file read, and it holds no row that cancelling it or looking at it would need.
 */
export function holdImports(server: RunningServer): Promise<() => Promise<void>> {
  return hold(server, "source_mark");
}

/** The same of files on their way out: none learns whether all sources have been looked through. */
export function holdExports(server: RunningServer): Promise<() => Promise<void>> {
  return hold(server, "detection");
}

async function hold({ database }: RunningServer, table: string): Promise<() => Promise<void>> {
  if (database === null) throw new Error("The server was given a database that is not its own.");
  const sql = postgres(database, { max: 1, onnotice: () => undefined });
  let letGo = () => {};
  const over = new Promise<void>((resolve) => (letGo = resolve));
  let ended: Promise<unknown> = Promise.resolve();
  await new Promise<void>((resolve, reject) => {
    ended = sql.begin(async (held) => {
      await held`LOCK TABLE ${held(table)} IN ACCESS EXCLUSIVE MODE`;
      resolve();
      await over;
    });
    ended.catch(reject);
  });
  return async () => {
    letGo();
    await ended;
    await sql.end();
  };
}
