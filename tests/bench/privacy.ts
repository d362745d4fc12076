/**
 * How much of what identifies people is found, and how fast: `npm run bench:privacy`.
 *
 * Scores detection with the sets and the scorer of ../shared/data/privacy where they are there, the whole of it and the sure
 * layer alone; counts mutated forms that the engine makes; measures speed on writing of its own. Prints tables with the targets
 * and exits non-zero where one is missed. No list of the product is made from those texts. Rules: docs/spec/identifier.md, I69.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod";
import { NOTHING_ADDED } from "#lib/domain/detect/list/added.ts";
import { ownNames } from "#lib/domain/detect/own.ts";
import { bare } from "#lib/domain/identifier/fold.ts";
import { mutate } from "#lib/domain/identifier/mutate.ts";
import { Known, detectAll, detectionFor, documentsOf } from "#lib/server/launch/privacy-detect.ts";
import { remark } from "#tests/kit/board.ts";

const Score = z.object({ ER_di: z.number(), ER_qi: z.number(), P_tok: z.number() });
type Score = z.infer<typeof Score>;
type Scorer = Readonly<{ score: (gold: unknown, spans: unknown) => unknown; loadGold: (file: string) => unknown }>;
type Target = Readonly<{ direct?: number; quasi?: number; precision?: number; sure?: number }>;

/** What the issue on privacy asks of each set. */
const SETS: readonly (readonly [string, Target])[] = [
  ["canary-cy", { direct: 0.97, quasi: 0.95, sure: 0.9 }],
  ["panorama151", { direct: 0.97, sure: 0.9 }],
  ["panorama151-lc", { direct: 0.92, sure: 0.9 }],
  ["tab144", { direct: 0.99, quasi: 0.86, precision: 0.5, sure: 0.9 }],
  ["tab144-lc", { sure: 0.9 }],
  ["presidio-synth", { sure: 0.9 }],
];
const folder = path.resolve("../shared/data/privacy");
const detectFor = detectionFor(NOTHING_ADDED);
const missed: string[] = [];

function figure(what: string, value: number, target: number | undefined): string {
  if (target === undefined) return value.toFixed(3);
  if (value < target) missed.push(`${what}: ${value.toFixed(3)}, wanted ${target}`);
  return `${value.toFixed(3)} ${value < target ? "<" : "≥"} ${target}`;
}

async function sets(): Promise<void> {
  const scorer: Scorer = await import(pathToFileURL(path.join(folder, "score.mjs")).href);
  const known = Known.parse(JSON.parse(readFileSync(path.join(folder, "known.json"), "utf8")));
  for (const [name, target] of SETS) {
    const file = path.join(folder, "gold", `${name}.jsonl`);
    const documents = documentsOf(readFileSync(file, "utf8"));
    const scoreOf = (least: "sure" | "wide"): Score =>
      Score.parse(scorer.score(scorer.loadGold(file), detectAll(detectFor, documents, known, least)));
    const began = performance.now();
    const all = scoreOf("wide");
    const minutes = (performance.now() - began) / 60_000;
    const sure = scoreOf("sure");
    const megabytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
    console.log(
      `\n${name}: ${documents.length} documents, ${megabytes.toFixed(2)} MB, ${(megabytes / minutes).toFixed(1)} MB a minute with scoring`,
    );
    console.table({
      "all layers": {
        direct: figure(`${name} direct`, all.ER_di, target.direct),
        quasi: figure(`${name} quasi`, all.ER_qi, target.quasi),
        "token precision": figure(`${name} precision`, all.P_tok, target.precision),
      },
      "sure alone": {
        direct: figure("", sure.ER_di, undefined),
        quasi: figure("", sure.ER_qi, undefined),
        "token precision": figure(`${name} sure precision`, sure.P_tok, target.sure),
      },
    });
  }
}

/** Mutated proper nouns of a Welsh treebank: how many the engine makes of their lemmas. */
function mutations(): void {
  const rows = readFileSync(path.join(folder, "gazetteers/ud_cy_propn_form_lemma_mutation.tsv"), "utf8")
    .trim()
    .split("\n");
  let [made, all] = [0, 0];
  for (const row of rows.slice(1)) {
    const [form = "", lemma = "", mutation = "-", count = "0"] = row.split("\t");
    if (mutation === "-") continue;
    all += Number(count);
    if (mutate(bare(lemma), true).includes(bare(form))) made += Number(count);
  }
  console.log(`\nMutated forms: ${made} of ${all}, ${figure("mutations", made / all, 0.99)}`);
}

function speed(): void {
  const text = Array.from({ length: 12_000 }, (_, n) => `${n % 3 === 0 ? "Interviewer" : "Gwenno"}: ${remark(n)}`).join(
    "\n",
  );
  const megabytes = Buffer.byteLength(text) / 1e6;
  const detect = detectFor(["Gwenno Rhisiart"]);
  let began = performance.now();
  detect(text);
  const rate = megabytes / ((performance.now() - began) / 60_000);
  console.log(`\nAll layers: ${megabytes.toFixed(1)} MB at ${figure("MB a minute", rate, 1)} MB a minute`);

  const large = Array.from({ length: Math.ceil(10 / megabytes) }, () => text);
  began = performance.now();
  const find = ownNames([{ id: "b", kind: "participant", full: "Heulwen Mortimer-Rees", others: "" }]);
  for (const one of large) find(one);
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `One new participant over ${(large.length * megabytes).toFixed(1)} MB: ${seconds.toFixed(2)} s, wanted 5 at most`,
  );
  if (seconds > 5) missed.push(`a new participant: ${seconds.toFixed(2)} s`);
}

if (existsSync(folder)) {
  await sets();
  mutations();
} else console.log("No sets in ../shared/data/privacy; speed only.");
speed();
console.log(missed.length === 0 ? "\nAll targets met." : `\nMissed:\n${missed.join("\n")}`);
process.exit(missed.length === 0 ? 0 : 1);
