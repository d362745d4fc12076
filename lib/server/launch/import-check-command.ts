/** `npm run -s import:check -- FILE…`: what the import finds in files, one line of JSON for each. */
import { checkFile, filesOf } from "./import-check.ts";

const named = process.argv.slice(2);
if (named.length === 0) {
  console.error("Say which files: npm run -s import:check -- FILE…");
  process.exit(1);
}
for (const file of filesOf(named)) console.log(await checkFile(file));
