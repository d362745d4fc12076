/**
 * The connection pool that the app works with. It signs in as the owner and gives up the owner's rights at once:
 * every connection works as role `carthen_app`, which may append to the log of events and never change it.
 */
import { PrismaPg } from "@prisma/adapter-pg";

import { PrismaClient } from "./generated/client.ts";

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
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 30_000 } });
}
