/** `npm run restore -- file [--replace]` */
import path from "node:path";

import { restore } from "./backup.ts";
import { migrate } from "./migrate.ts";
import { command } from "./reach.ts";
import { Stop } from "./stop.ts";

await command(async ({ url, secret, migrations }, words) => {
  const [named, ...more] = words.filter((word) => word !== "--replace");
  if (named === undefined || more.length > 0) throw new Stop("Say which backup: npm run restore -- file [--replace]");
  const file = path.resolve(process.env.INIT_CWD ?? process.cwd(), named);
  const { at, tables } = await restore({ url, file, secret, replace: words.includes("--replace"), migrations });
  await migrate(url, migrations, console.log); // a backup may be older than this version
  console.log(
    `Restored ${tables.reduce((sum, { rows }) => sum + rows, 0)} rows as they stood at ${at}. Everybody has to sign in again.`,
  );
});
