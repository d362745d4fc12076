/** What the health check shows. */
import { registry } from "../registry.ts";
import { highestSeq } from "../store/health.ts";

/** Asks the database; a database that does not answer is an answer too, with a line in the log. */
export async function health(): Promise<{ database: "up" | "down"; seq: number }> {
  try {
    return { database: "up", seq: await highestSeq() };
  } catch (error) {
    registry().log.warn(
      { code: error instanceof Error ? error.name : "unknown" },
      "health: the database does not answer",
    );
    return { database: "down", seq: 0 };
  }
}
