/**
 * What a team would use instead: a Hocuspocus server whose database extension writes to PostgreSQL, as its
 * documentation shows it, with its own defaults (it stores two seconds after the last change, ten at the latest).
 *
 * Says on its output when each document was stored.
 */
import { Database } from "@hocuspocus/extension-database";
import { Server } from "@hocuspocus/server";
import postgres from "postgres";

const [port, url] = [process.env["PEER_PORT"], process.env["PEER_DATABASE"]];
if (!port || !url) throw new Error("needs PEER_PORT and PEER_DATABASE");
const sql = postgres(url, { onnotice: () => undefined });
await sql`CREATE TABLE IF NOT EXISTS "peer_document" ("name" text PRIMARY KEY, "state" bytea NOT NULL)`;

const server = new Server({
  port: Number(port),
  address: "127.0.0.1",
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => {
        const [row] = await sql<{ state: Uint8Array }[]>`
          SELECT "state" FROM "peer_document" WHERE "name" = ${documentName}`;
        return row?.state ?? null;
      },
      store: async ({ documentName, state }) => {
        const began = Date.now();
        await sql`
          INSERT INTO "peer_document" ("name", "state") VALUES (${documentName}, ${Buffer.from(state)})
          ON CONFLICT ("name") DO UPDATE SET "state" = EXCLUDED."state"`;
        console.log(`stored ${began} ${Date.now()}`);
      },
    }),
  ],
});
await server.listen();
console.log("peer is ready");
