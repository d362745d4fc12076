/** `npm run -s import:check -- FILE…`: what the import finds in files, one line of JSON for each. */
import { makeReading } from "../reading/pool.ts";
import { checkFile, filesOf } from "./import-check.ts";

const named = process.argv.slice(2);
if (named.length === 0) {
  console.error("Say which files: npm run -s import:check -- FILE…");
  process.exit(1);
}
const reading = makeReading((what, error) => console.error(what, error));
for (const file of filesOf(named)) console.log(await checkFile(reading, file));
await reading.close();
