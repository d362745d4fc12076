/** Codebooks and projects as other tools really write them, where they are at hand; they are never part of the project. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openCodebook } from "#lib/format/codebook/open.ts";

const real = [
  join(import.meta.dirname, "../../../shared/data/refi"),
  join(import.meta.dirname, "../../../../shared/data/refi"),
].find((folder) => existsSync(folder));

/** How many codes, how deep, what else there is, and what wrote it. Counted before by `grep -c` in each file. */
function outcome(name: string): string {
  const opened = openCodebook(new Uint8Array(readFileSync(join(real ?? "", name))), { lang: "en", levels: true });
  if (!opened.ok) return opened.fault.code;
  const { drafts, faults, refi } = opened.value;
  const deepest = Math.max(0, ...drafts.map(({ above }) => above.length + 1));
  return `${drafts.length} of ${drafts.length + faults.length}, ${deepest} deep, ${refi?.sets} sets, ${refi?.headings} headings, ${refi?.origin?.split(" ")[0] ?? "nobody"}`;
}

test.skipIf(real === undefined).each([
  ["refi-spec-annexA1-codebook.qdc", "6 of 6, 1 deep, 0 sets, 2 headings, nobody"],
  ["taguette-expected-codebook.qdc", "3 of 3, 2 deep, 0 sets, 0 headings, Taguette"],
  ["skyloom-TestProject.qdpx", "14 of 14, 2 deep, 16 sets, 0 headings, ATLAS.ti"],
  ["cproctor-demo.qdpx", "262 of 262, 7 deep, 0 sets, 0 headings, qc"],
  ["cproctor-nvivo_project.qdpx", "262 of 262, 7 deep, 0 sets, 0 headings, NVivo"],
  ["ponte-blank-atlas-project.qdpx", "0 of 0, 0 deep, 0 sets, 0 headings, ATLAS.ti"],
  ["ponte-target-atlas-project.qdpx", "3 of 3, 2 deep, 0 sets, 0 headings, ATLAS.ti"],
])("[RF5] [RF7] [RF24] %s", (name, expected) => {
  expect(outcome(name)).toBe(expected);
});
