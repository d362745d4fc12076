/**
 * How fast files of each kind are read, and how much memory that takes: `npm run bench:import [-- megabytes]`; and what a
 * large survey takes until it is in: `npm run bench:import -- survey [rows] [columns]`.
 *
 * Every kind is made here, of the same talk, and read in a fresh process through the app's own door, so that the peak of
 * one says nothing of another. MB are those of the file as it lies on a disk; the peak is what the process added to what
 * it had before it read.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Document, Packer, Paragraph, TextRun } from "docx";
import { strToU8, zipSync } from "fflate";
import { open } from "#lib/format/import/open.ts";
import { makeFolder } from "#tests/kit/folder.ts";
import { makePdf } from "#tests/kit/pdf.ts";

/** Reads one file and prints what it took. */
async function one(file: string): Promise<void> {
  const bytes = new Uint8Array(readFileSync(file));
  await open(strToU8("Mari: Pam?\nOwen: Glaw.\nMari: Ie?\nOwen: Ie.")); // what every kind needs is loaded by now
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 5);
  const start = performance.now();
  const opened = await open(bytes);
  const ms = performance.now() - start;
  clearInterval(watch);
  peak = Math.max(peak, process.resourceUsage().maxRSS * 1024);
  const turns = !opened.ok
    ? opened.fault.code
    : opened.value.kind === "transcript"
      ? opened.value.draft.turns.length
      : opened.value.kind === "survey"
        ? opened.value.sheet.rows.length
        : opened.value.project.sources.length;
  console.log(JSON.stringify({ ms, peak: peak - before, turns }));
}

async function all(megabytes: number): Promise<void> {
  const { folder, remove } = makeFolder("bench-import");
  const rows: { kind: string; size: number; ms: number; peak: number; turns: string }[] = [];
  try {
    for (const [kind, make] of Object.entries(KINDS)) {
      const file = path.join(folder, `talk.${kind}`);
      writeFileSync(file, await make(talk(megabytes * 1024 * 1024)));
      const run = spawnSync(process.execPath, ["--expose-gc", import.meta.filename, "one", file], { encoding: "utf8" });
      if (run.status !== 0) throw new Error(`${kind}: ${run.stderr}`);
      const told: unknown = JSON.parse(run.stdout);
      if (typeof told !== "object" || told === null || !("ms" in told) || !("peak" in told) || !("turns" in told))
        continue;
      rows.push({
        kind,
        size: readFileSync(file).length / 1024 / 1024,
        ms: Number(told.ms),
        peak: Number(told.peak) / 1024 / 1024,
        turns: String(told.turns),
      });
    }
  } finally {
    remove();
  }
  console.log("kind      file MB     ms     MB/s   peak MB   turns");
  for (const { kind, size, ms, peak, turns } of rows)
    console.log(
      `${kind.padEnd(8)} ${size.toFixed(2).padStart(8)} ${ms.toFixed(0).padStart(6)} ${((size / ms) * 1000).toFixed(2).padStart(8)} ${peak.toFixed(0).padStart(9)} ${turns.padStart(7)}`,
    );
  const faulty = rows.filter((row) => !/^\d+$/.test(row.turns));
  if (faulty.length > 0) console.log(`Not read: ${faulty.map((row) => row.kind).join(", ")}.`);
  process.exit(faulty.length > 0 ? 1 : 0);
}

type Turn = readonly [name: string, words: string, seconds: number];

/** About as many bytes of talk as asked for, the same at every run. */
function talk(bytes: number): Turn[] {
  const words = "we went down to the water and the people there said that nobody had asked them before".split(" ");
  const turns: Turn[] = [];
  let size = 0;
  for (let at = 0; size < bytes; at += 1) {
    const count = 6 + ((at * 37) % 90);
    const said = Array.from({ length: count }, (_, word) => words[(at * 7 + word * 3) % words.length]).join(" ");
    const turn: Turn = [at % 2 === 0 ? "Mari Evans" : "Owen Hughes", `${said}${at % 2 === 0 ? "?" : "."}`, at * 4];
    turns.push(turn);
    size += turn[1].length + 20;
  }
  return turns;
}

function clock(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

const lines = (turns: readonly Turn[], line: (turn: Turn, at: number) => string, between = "\n"): string =>
  turns.map(line).join(between);

type Make = (turns: readonly Turn[]) => Uint8Array | Promise<Uint8Array>;
const KINDS: Readonly<Record<string, Make>> = {
  txt: (turns) => strToU8(lines(turns, ([name, words]) => `${name}: ${words}`, "\n\n")),
  md: (turns) => strToU8(lines(turns, ([name, words, at]) => `**${name}** [${clock(at)}] ${words}`, "\n\n")),
  vtt: (turns) =>
    strToU8(
      `WEBVTT\n\n${lines(turns, ([name, words, at]) => `${clock(at)}.000 --> ${clock(at + 3)}.500\n<v ${name}>${words}</v>\n`)}`,
    ),
  srt: (turns) =>
    strToU8(
      lines(
        turns,
        ([name, words, at], n) => `${n + 1}\n${clock(at)},000 --> ${clock(at + 3)},500\n${name}: ${words}\n`,
      ),
    ),
  csv: (turns) => strToU8(`time,speaker,text\n${lines(turns, ([name, words, at]) => `${clock(at)},${name},${words}`)}`),
  json: (turns) =>
    strToU8(
      JSON.stringify({ segments: turns.map(([speaker, text, start]) => ({ speaker, text, start, end: start + 3.5 })) }),
    ),
  cha: (turns) =>
    strToU8(
      `@UTF8\n@Begin\n${lines(turns, ([name, words, at]) => `*${name.slice(0, 3).toUpperCase()}:\t${words} \u0015${at * 1000}_${at * 1000 + 3500}\u0015`)}\n@End\n`,
    ),
  html: (turns) =>
    strToU8(
      `<!doctype html><html><body>${lines(turns, ([name, words]) => `<p><b>${name}:</b> ${words}</p>`)}</body></html>`,
    ),
  rtf: (turns) =>
    strToU8(`{\\rtf1\\ansi\\ansicpg1252 ${lines(turns, ([name, words]) => `{\\b ${name}:}\\tab ${words}\\par`)}}`),
  odt: (turns) =>
    zipSync({
      mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
      "content.xml": strToU8(
        `<office:document-content><office:body><office:text>${lines(turns, ([name, words]) => `<text:p>${name}: ${words}</text:p>`)}</office:text></office:body></office:document-content>`,
      ),
    }),
  docx: async (turns) =>
    new Uint8Array(
      await Packer.toBuffer(
        new Document({
          sections: [
            {
              children: turns.map(
                ([name, words]) =>
                  new Paragraph({
                    children: [new TextRun({ text: `${name}:`, bold: true }), new TextRun(` ${words}`)],
                  }),
              ),
            },
          ],
        }),
      ),
    ),
  pdf: (turns) => {
    const all = turns.flatMap(([name, words]) => `${name}: ${words}`.match(/.{1,80}(?:\s|$)/g) ?? []);
    const pages: { text: string; x: number; y: number }[][] = [];
    for (const [at, text] of all.entries()) {
      if (at % 55 === 0) pages.push([]);
      pages.at(-1)?.push({ text: text.trimEnd(), x: 50, y: 790 - (at % 55) * 13 });
    }
    return makePdf(pages);
  },
};

if (process.argv[2] === "survey") {
  process.argv.splice(1, 2, path.join(import.meta.dirname, "survey.ts"));
  await import("./survey.ts");
} else if (process.argv[2] === "one") await one(process.argv[3] ?? "");
else await all(Number(process.argv[2] ?? 2));
