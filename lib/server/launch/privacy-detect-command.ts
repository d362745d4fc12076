/** `npm run -s privacy:detect -- [--known known.json] [--sure] < documents.jsonl > spans.json`: what detection finds. */
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { Known, detectAll, documentsOf } from "./privacy-detect.ts";

const { values } = parseArgs({ options: { known: { type: "string" }, sure: { type: "boolean", default: false } } });
const known = values.known === undefined ? {} : Known.parse(JSON.parse(readFileSync(values.known, "utf8")));
const spans = detectAll(documentsOf(await text(process.stdin)), known, values.sure ? "sure" : "wide");
process.stdout.write(`${JSON.stringify(spans)}\n`);
