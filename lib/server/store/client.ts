/**
 * The connection pool that the app works with. It signs in as the owner and gives up the owner's rights at once:
 * every connection works as role `carthen_app`, which may append to the log of events and never change it.
 */
import { PrismaPg } from "@prisma/adapter-pg";

import { PrismaClient } from "./generated/client.ts";

const TIMES = { maxWait: 10_000, timeout: 30_000 };
const pools = new WeakMap<PrismaClient, Pool>();

/** Makes the pool. Database timeouts are shorter than Prisma's own, so that a lost connection is the database's to end. */
export function makeClient(databaseUrl: string): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: databaseUrl,
    options: "-c role=carthen_app",
    application_name: "carthen",
    max: 20,
    keepAlive: true,
    connectionTimeoutMillis: 5_000, // the default waits for ever
    idle_in_transaction_session_timeout: 15_000,
  });
  const db = new PrismaClient({ adapter: watched(adapter, (pool) => pools.set(db, pool)), transactionOptions: TIMES });
  return db;
}

/** How the connections of a pool are used; nothing where none has been needed yet. */
export function poolUse(db: PrismaClient): Readonly<Record<"used" | "idle" | "waiting", number>> {
  const pool = pools.get(db);
  if (!pool) return { used: 0, idle: 0, waiting: 0 };
  return { used: pool.totalCount - pool.idleCount, idle: pool.idleCount, waiting: pool.waitingCount };
}

type Pool = ReturnType<Awaited<ReturnType<PrismaPg["connect"]>>["underlyingDriver"]>;

/** The same adapter, which tells of the pool that it makes. */
function watched(adapter: PrismaPg, made: (pool: Pool) => void) {
  return {
    provider: "postgres" as const,
    adapterName: adapter.adapterName,
    connect: async () => {
      const connected = await adapter.connect();
      made(connected.underlyingDriver());
      return connected;
    },
  };
}
