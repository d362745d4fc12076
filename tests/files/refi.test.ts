/** Codebooks and projects as other tools really write them, where they are at hand; they are never part of the project. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openCodebook } from "#lib/format/codebook/open.ts";
import { openProject } from "#lib/format/refi/read/open.ts";

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

/** What a project holds. Counted before by `grep -o` in each file. */
function held(name: string): unknown {
  const opened = openProject(new Uint8Array(readFileSync(join(real ?? "", name))));
  if (!opened.ok) return opened.fault.code;
  const { codes, sources, notes, links, sets, graphs, users, texts, detected } = opened.value;
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const selected = (medium: string) =>
    sum(sources.map((one) => (one.medium === medium ? one.areas : 0)));
  return {
    users,
    codes: codes.length,
    texts: `${texts.filter((text) => text !== null).length} of ${sources.length}`,
    selections: [
      sum(sources.map((one) => one.selections.length)),
      selected("pdf"),
      selected("picture"),
      selected("video"),
    ],
    // Of the texts, and on whole sources: those of areas do not come in.
    codings: sum(sources.map((one) => one.codes.length + sum(one.selections.map((of) => of.codes.length)))),
    notes: notes.length,
    links: links.length,
    sets: sets.length,
    graphs: [sum(graphs.map((one) => one.vertices.length)), sum(graphs.map((one) => one.edges.length))],
    fit: `${detected.score.fit} of ${detected.score.of}`,
  };
}

const NOTHING = { selections: [0, 0, 0, 0], codings: 0, notes: 0, links: 0, sets: 0, graphs: [0, 0], fit: "0 of 0" };

test.skipIf(real === undefined).each([
  [
    "skyloom-TestProject.qdpx",
    {
      users: 3,
      codes: 14,
      texts: "0 of 12",
      selections: [8, 4, 1, 2],
      codings: 9,
      notes: 2,
      links: 1,
      sets: 16,
      graphs: [3, 2],
      fit: "0 of 0",
    },
  ],
  [
    "cproctor-demo.qdpx",
    { ...NOTHING, users: 1, codes: 262, texts: "2 of 2", selections: [158, 0, 0, 0], codings: 205, fit: "158 of 158" },
  ],
  ["cproctor-nvivo_project.qdpx", { ...NOTHING, users: 2, codes: 262, texts: "0 of 2" }],
  ["ponte-blank-atlas-project.qdpx", { ...NOTHING, users: 2, codes: 0, texts: "0 of 0" }],
  ["ponte-target-atlas-project.qdpx", { ...NOTHING, users: 2, codes: 3, texts: "0 of 0" }],
])("[RF25] [RF27] %s holds what was counted in it", (name, expected) => {
  expect(held(name)).toEqual(expected);
});
