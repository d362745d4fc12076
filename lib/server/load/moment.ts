/**
 * A study as it was at an earlier moment, as one reader could have seen it then.
 *
 * Folded from whichever end of the log is nearer. Rules: docs/spec/activity.md, AC20 to AC24.
 */
import { buriedIn, rowsSeenBy } from "#lib/domain/study/hidden.ts";
import { backward, forward } from "#lib/domain/study/past.ts";
import { pack } from "#lib/domain/study/packed.ts";
import { NOUNS, Rows } from "#lib/domain/study/rows.ts";
import type { AnyRow, Noun, RowOf } from "#lib/domain/study/rows.ts";
import { EVERYTHING } from "#lib/domain/activity/shape.ts";
import type { Moment } from "#lib/domain/activity/shape.ts";
import { clockOf, eventsAfter, eventsUpTo } from "../store/events.ts";
import type { PrismaClient } from "../store/generated/client.ts";
import { allRows } from "../store/rows.ts";
import type { Db } from "../store/rows.ts";
import { logged } from "../store/activity.ts";
import { partOf } from "./activity.ts";

const CHUNK = 1000; // events in memory at once

/** The moment at a place in the log; null where the log has no such place. */
export async function momentAt(
  prisma: PrismaClient,
  study: string,
  person: string,
  at: number,
): Promise<Moment | null> {
  return prisma.$transaction(
    async (db) => {
      const clock = await clockOf(db, study);
      if (!clock || at < 1 || at > clock.seq) return null;
      const rows = await rowsAt(db, study, at, clock.seq);
      const live: Record<string, unknown[]> = {};
      for (const noun of NOUNS) live[noun] = [...rows.all(noun)];
      const wanted = { person, narrow: EVERYTHING, limit: 1 };
      const part = await partOf(db, study, { ...wanted, before: at + 1, after: null });
      const here = part.entries[0]?.seq ?? at;
      const [previous] = await logged(db, study, { ...wanted, before: here, after: null });
      const [next] = await logged(db, study, { ...wanted, before: null, after: at, earliest: true });
      return {
        seq: at,
        head: clock.seq,
        previous: previous?.seq ?? null,
        next: next?.seq ?? null,
        part,
        packed: pack(rowsSeenBy(live, person, buriedIn(rows))),
      };
    },
    { isolationLevel: "RepeatableRead", maxWait: 10_000, timeout: 60_000 },
  );
}

/** Every row of a study as it was, tombstones too. Cost: the nearer part of the log. */
export async function rowsAt(db: Db, study: string, at: number, head: number): Promise<Rows> {
  const rows = new Rows();
  if (at < head - at) {
    for (let seq = 0; seq < at;) {
      const events = await eventsAfter(db, study, seq, Math.min(CHUNK, at - seq));
      if (events.length === 0) break;
      forward(rows, events);
      seq = events.at(-1)?.seq ?? at;
    }
    return rows;
  }
  const all = await allRows(db, study, NOUNS, true);
  for (const noun of NOUNS) fill(rows, noun, all[noun] ?? []);
  for (let seq = head; seq > at;) {
    const events = await eventsUpTo(db, study, seq, Math.min(CHUNK, seq - at));
    if (events.length === 0) break;
    backward(rows, events);
    seq = (events.at(-1)?.seq ?? at + 1) - 1;
  }
  return rows;
}

function fill<N extends Noun>(rows: Rows, noun: N, found: readonly unknown[]): void {
  rows.fill(noun, found as readonly (RowOf<N> & AnyRow)[]); // as the table of N keeps them, which its constraints hold
}
