/** What the health check asks of the database. */
import { registry } from "../registry.ts";

/** The highest sequence number that any study has reached; 0 where there is none. */
export async function highestSeq(): Promise<number> {
  const most = await registry().db.studyClock.aggregate({ _max: { seq: true } });
  return Number(most._max.seq ?? 0n);
}
