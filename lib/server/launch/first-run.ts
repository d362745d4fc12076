/**
 * The first run: as long as nobody can sign in, the page /setup makes the owner's account for whoever knows the token
 * that `npm start` printed, that is, for whoever can read this machine's terminal or the data folder.
 */
import postgres from "postgres";

import { dropSecret, keptSecret } from "./secret.ts";

const name = "setup-token";

/**
 * The token, or null where somebody can sign in already.
 *
 * @param databaseUrl - connection string of the owner
 */
export async function setupToken(databaseUrl: string, data: string): Promise<string | null> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    const [row] = await sql<
      { there: boolean }[]
    >`SELECT EXISTS (SELECT FROM "app_user" WHERE "password_hash" IS NOT NULL) AS there`;
    if (row?.there !== true) return keptSecret(data, name).slice(0, 24);
  } finally {
    await sql.end();
  }
  dropSecret(data, name);
  return null;
}
