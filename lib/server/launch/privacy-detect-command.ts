/**
 * `npm run -s privacy:detect -- [--known known.json] [--list places.csv]… [--sure] < documents.jsonl > spans.json`: what detection
 * finds. `--list`: an operator's own places and names. Rules: docs/spec/identifier.md, I63 and I69.
 */
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { addUp } from "#lib/domain/detect/list/added.ts";
import { readGazetteer } from "#lib/format/gazetteer/read.ts";
import { Known, detectAll, detectionFor, documentsOf } from "./privacy-detect.ts";

const { values } = parseArgs({
  options: {
    known: { type: "string" },
    list: { type: "string", multiple: true, default: [] },
    sure: { type: "boolean", default: false },
  },
});
const known = values.known === undefined ? {} : Known.parse(JSON.parse(readFileSync(values.known, "utf8")));
const lists = values.list.map((file) => {
  const read = readGazetteer(readFileSync(file, "utf8"));
  if (read.ok) return read.value;
  console.error(`${file}: ${read.fault.code}`);
  process.exit(1);
});
const documents = documentsOf(await text(process.stdin));
const spans = detectAll(detectionFor(addUp(lists)), documents, known, values.sure ? "sure" : "wide");
process.stdout.write(`${JSON.stringify(spans)}\n`);
