/** `npm run backup -- [file]` */
import path from "node:path";

import { backup } from "./backup.ts";
import { command } from "./reach.ts";

await command(async ({ config, url, secret, version }, [named]) => {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(":", "-");
  const file = path.resolve(process.env.INIT_CWD ?? process.cwd(), named ?? `carthen-${stamp}.tar`);
  const { tables } = await backup({ url, file, version, secret });
  console.log(`Wrote ${file}: ${tables.reduce((sum, { rows }) => sum + rows, 0)} rows of ${tables.length} tables.`);
  const where = config.secret === null ? path.join(config.data, "secret") : "the value of CARTHEN_SECRET";
  console.log(`Keep ${where} as well, apart from the backup: without it nobody can read the names in it.`);
});
