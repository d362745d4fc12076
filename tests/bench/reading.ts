/**
 * How fast a long transcript opens and scrolls: 300,000 characters with 2,000 quotes, in the real page.
 *
 * Starts a server of its own, brings the text in and quotes it through the same doors as people, and drives Chromium
 * with real input. Prints one table with the targets and exits non-zero where one is missed.
 * `npm run bench:reading [-- 300000 2000]`: characters, quotes.
 */
import { randomUUID } from "node:crypto";
import { chromium } from "@playwright/test";
import type { APIRequestContext, Page } from "@playwright/test";
import { Reading } from "#lib/domain/source/reading.ts";
import { give, remark, sent } from "#tests/kit/board.ts";
import { bringTranscript } from "#tests/kit/bring.ts";
import { browserFlags, needBrowser } from "#tests/kit/browser.ts";
import { makeFolder } from "#tests/kit/folder.ts";
import { foundStudy, good, setUpOwner, visitor } from "#tests/kit/people.ts";
import { startServer } from "#tests/kit/server.ts";
import { Hand } from "./board/hand.ts";
import { share, watchPages } from "./board/watch.ts";
import type { Seen } from "./board/watch.ts";

const [characters = 300_000, quotes = 2000] = process.argv.slice(2).map(Number);
const VIEWPORT = { width: 1440, height: 900 };
const MIDDLE = { x: 560, y: 480 };
const TARGET = { open: 1000, fps: 55, p95: 17, longest: 50, delay: 50 };

/** Brings one long interview in and quotes it all over, so that some quotes overlap and some reach over turns. */
async function seed(request: APIRequestContext, url: string, study: string): Promise<string> {
  const lines: string[] = [];
  for (let n = 0, length = 0; length < characters; n++) {
    const line =
      n % 4 === 0
        ? `Interviewer: And what came of that, in ${1990 + (n % 30)}?`
        : `Gwenno: ${Array.from({ length: 1 + (n % 4) }, (_, more) => remark(n * 31 + more)).join(" ")}`;
    lines.push(line);
    length += line.length + 2;
  }
  const at = { request, url, study };
  const source = await bringTranscript(at, lines.join("\n\n"), {
    title: "A long talk",
    minutes: 90,
    speakers: [
      { label: "Interviewer", participant: null, interviewer: true },
      { label: "Gwenno", participant: null, interviewer: false },
    ],
  });
  const text = Reading.parse(await good(await request.get(`/api/studies/${study}/sources/${source}/text`)));
  const tags = Array.from({ length: 30 }, () => randomUUID());
  await give(
    at,
    tags.map((id, n) => {
      const phrase = randomUUID();
      const name = { lang: "en" as const, phrase };
      return sent({ kind: "tag.add", id, parent: null, hue: (n % 10) + 1, name }, { [phrase]: `matter ${n + 1}` });
    }),
  );
  const said = text.turns.filter((turn) => turn.end - turn.start > 120);
  await give(
    at,
    Array.from({ length: quotes }, (_, n) => {
      const turn = said[Math.floor((n * said.length) / quotes)];
      if (!turn) throw new Error("the text has no turns");
      const start = turn.start + ((n * 37) % 60);
      const end = Math.min(text.length, n % 40 === 0 ? turn.end + 150 : start + 50 + ((n * 53) % 90));
      const tag = tags[n % tags.length];
      return sent({
        kind: "quote.make",
        id: randomUUID(),
        source,
        revision: text.revision,
        start,
        end,
        tags: n % 3 === 0 || tag === undefined ? [] : [tag],
        newTags: [],
        card: null,
      });
    }),
  );
  return source;
}

/** Milliseconds from navigation until words of the text stand on the screen. */
async function shown(page: Page): Promise<number> {
  const when = await page.waitForFunction(
    () => {
      const page = window as unknown as { __read?: number };
      const words = document.querySelector("[data-words]");
      if (page.__read === undefined && words?.checkVisibility() && words.textContent) page.__read = performance.now();
      return page.__read;
    },
    null,
    { polling: "raf", timeout: 60_000 },
  );
  return (await when.jsonValue()) ?? Infinity;
}

const rows: [string, string, string][] = [];
let missed = false;

function tell(name: string, value: number, most: number, digits = 0): void {
  if (value > most) missed = true;
  rows.push([name, value.toFixed(digits) + (value > most ? "!" : ""), Number.isFinite(most) ? String(most) : "–"]);
}

function pace(name: string, { frames, delays }: Seen): void {
  const whole = frames.reduce((sum, one) => sum + one, 0);
  const fps = (frames.length * 1000) / whole;
  const p95 = share(frames, 0.95);
  const longest = Math.max(...frames);
  const delay = share(delays, 0.95);
  const short = fps < TARGET.fps || p95 > TARGET.p95 || longest > TARGET.longest || delay > TARGET.delay;
  missed ||= short;
  rows.push([
    name,
    [fps, p95, longest, delay].map((one) => one.toFixed(0)).join(" · ") + (short ? "!" : ""),
    Object.values(TARGET).slice(1).join(" · "),
  ]);
}

const { folder, remove } = makeFolder("bench-reading");
console.log("Starting a server …");
const server = await startServer({ data: folder });
const browser = await chromium.launch({ executablePath: needBrowser(), args: [...browserFlags, "--disable-gpu"] });
try {
  const owner = await visitor(browser, server.url);
  const state = await setUpOwner(owner, server.url, server.token);
  const study = await foundStudy(owner, server.url, "A long talk");
  const source = await seed(owner.request, server.url, study);
  const context = await visitor(browser, server.url, state);
  const page = await context.newPage();
  await page.setViewportSize(VIEWPORT);
  await watchPages(page);
  const line = await context.newCDPSession(page);
  const address = `/studies/${study}/sources/${source}`;
  const opened: number[] = [];
  for (let n = 0; n < 6; n++) {
    await page.goto(address, { waitUntil: "commit" });
    opened.push(await shown(page)); // the first has nothing cached, and the server has read the page for the first time
  }
  tell("open, first in this browser, ms", opened[0] ?? Infinity, Infinity);
  tell("open, median of five, ms", share(opened.slice(1), 0.4), TARGET.open);
  await page.locator("mark").first().waitFor();
  await page.evaluate(() => window.__watch.calm());
  tell("elements", await page.evaluate(() => document.querySelectorAll("*").length), Infinity);
  await line.send("HeapProfiler.collectGarbage");
  await line.send("Performance.enable");
  const { metrics } = await line.send("Performance.getMetrics");
  tell("heap, MB", (metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0) / 1024 / 1024, Infinity);

  const hand = new Hand(page, line);
  pace("scroll, 20 a frame", await hand.watched(() => hand.wheel(MIDDLE, 4, () => ({ dx: 0, dy: 20 }))));
  pace("scroll, 200 a frame", await hand.watched(() => hand.wheel(MIDDLE, 4, () => ({ dx: 0, dy: 200 }))));
  pace("back, 200 a frame", await hand.watched(() => hand.wheel(MIDDLE, 4, () => ({ dx: 0, dy: -200 }))));
  await page.locator("[data-turn]").first().focus();
  for (const [name, key] of [
    ["next turn", "j"],
    ["grow a selection", "]"],
    ["next quote over it", "o"],
    ["to the end", "End"],
    ["to the start", "Home"],
  ] as const) {
    const times: number[] = [];
    for (let n = 0; n < 10; n++) {
      const seen = await hand.watched(() => page.keyboard.press(key));
      times.push(Math.max(0, ...seen.delays));
      if (key === "End" || key === "Home") await page.keyboard.press(key === "End" ? "Home" : "End");
    }
    tell(`key, ${name}, p95 ms`, share(times, 0.95), 100);
    if (key === "]") await page.keyboard.press("Escape");
  }
} finally {
  await browser.close();
  await server.stop();
  remove();
}
const wide = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
console.log(`${characters} characters, ${quotes} quotes (frames: a second · p95 · longest · input delay p95, ms)`);
for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(wide[column] ?? 0)).join("   "));
process.exit(missed ? 1 : 0);
