/** One run of the benchmark on one board: load, then hands on it near and far, then a colleague at work. */
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, CDPSession, Page } from "@playwright/test";
import { visitor } from "#tests/kit/people.ts";
import { Hand } from "./hand.ts";
import { give, sent } from "#tests/kit/board.ts";
import type { Seeded } from "#tests/kit/board.ts";
import type { At } from "#tests/kit/bring.ts";
import { share, watchPages } from "./watch.ts";
import type { Seen } from "./watch.ts";

/** One line of the table for one board. `wrong` says what did not come of the input, where something did not. */
export type Pace = Readonly<{ fps: number; p95: number; longest: number; delay: number; wrong: string | null }>;
/** What was measured once: milliseconds, megabytes or a number of elements. */
export type Measured = Readonly<{ paces: ReadonlyMap<string, Pace>; sums: ReadonlyMap<string, number> }>;

export const VIEWPORT = { width: 1440, height: 900 };
const MIDDLE = { x: 720, y: 450 };
const SECONDS = { pan: 2, zoom: 2, drag: 1.5, remote: 5 };
const MANY = 200;

export type People = Readonly<{ owner: string; colleague: At }>;

/**
 * Measures a board.
 *
 * @param small - a study with one card, visited first: so load means this board, not reading scripts for the first time
 */
export async function measure(
  browser: Browser,
  url: string,
  people: People,
  seeded: Seeded,
  small: string,
): Promise<Measured> {
  const context = await visitor(browser, url, people.owner);
  try {
    const page = await context.newPage();
    await page.setViewportSize(VIEWPORT);
    await watchPages(page);
    const line = await context.newCDPSession(page);
    await page.goto(`/studies/${small}/board`);
    await shown(page);
    const sums = new Map<string, number>();
    await page.goto(`/studies/${seeded.study}/board`, { waitUntil: "commit" });
    sums.set("load", await shown(page));
    await page.evaluate(() => window.__watch.calm());
    sums.set("heap", await heap(line));
    sums.set("elements, fit", await elements(page));

    const paces = new Map<string, Pace>();
    const hand = new Hand(page, line);
    const far = await page.evaluate(() => window.__bench.getZoom());
    for (const view of ["fit", "100 %"] as const) {
      const card = await middle(page, view);
      if (view === "100 %") sums.set("elements, 100 %", await elements(page));
      paces.set(`pan, ${view}`, await pan(page, hand, card));
      await middle(page, view);
      paces.set(`zoom, ${view}`, await zoom(page, hand, view === "fit" ? 1 : far));
      await middle(page, view);
      paces.set(`drag one, ${view}`, await drag(page, hand, card, view, []));
      await middle(page, view);
      paces.set(`drag ${MANY}, ${view}`, await drag(page, hand, card, view, some(card, seeded.cards.length)));
      await middle(page, view);
      if (view === "fit") paces.set("select all", await selectAll(page, hand));
      await page.evaluate(() => window.__bench.select([]));
      paces.set(`colleague moves ${MANY}, ${view}`, await colleague(hand, people.colleague, seeded));
    }
    return { paces, sums };
  } finally {
    await context.close();
  }
}

/**
 * What the machine itself gives: a page with nothing on it but one word that follows the wheel, under the same hand.
 * What a board shows beyond this is the board's.
 */
export async function floor(browser: Browser): Promise<Pace> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  try {
    await watchPages(page);
    await page.goto("data:text/html,<p style='position:absolute'>·");
    await page.evaluate(() => {
      const word = document.querySelector("p");
      let x = 0;
      addEventListener("wheel", (event) => {
        x += event.deltaX;
        requestAnimationFrame(() => word?.style.setProperty("transform", `translate(${x % 900}px)`));
      });
    });
    const hand = new Hand(page, await page.context().newCDPSession(page));
    return pace(await hand.watched(() => hand.wheel(MIDDLE, SECONDS.pan, () => ({ dx: 20, dy: 0 }))), null);
  } finally {
    await page.close();
  }
}

async function shown(page: Page): Promise<number> {
  const when = await page.waitForFunction(() => window.__watch.shown, null, { timeout: 120_000 });
  return (await when.jsonValue()) ?? 0;
}

async function heap(line: CDPSession): Promise<number> {
  await line.send("HeapProfiler.collectGarbage");
  await line.send("Performance.enable");
  const { metrics } = await line.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0) / 1024 / 1024;
}

const elements = (page: Page) => page.evaluate(() => window.__bench.elements());

/** Shows the board from afar or at 100 %; the number of the card in the middle. */
async function middle(page: Page, view: "fit" | "100 %"): Promise<number> {
  await page.evaluate(() => window.__watch.calm());
  await page.evaluate(() => window.__bench.zoomToFit());
  const card = await page.evaluate(({ x, y }) => {
    let best = 0;
    let least = Infinity;
    for (let n = 0; n < window.__bench.count(); n++) {
      const box = window.__bench.getNoteScreenRect(n);
      const distance = box ? Math.hypot(box.x + box.w / 2 - x, box.y + box.h / 2 - y) : Infinity;
      if (distance < least) {
        least = distance;
        best = n;
      }
    }
    return best;
  }, MIDDLE);
  if (view === "100 %") await page.evaluate((n) => window.__bench.setZoom(1, n), card);
  await page.evaluate(() => window.__watch.calm());
  return card;
}

/** Two hundred cards around one, theme by theme. */
function some(card: number, count: number): number[] {
  const many = Math.min(MANY, count);
  const first = Math.max(0, Math.min(count - many, card - (card % 50) - 50));
  return Array.from({ length: many }, (_, n) => first + n);
}

async function place(page: Page, card: number): Promise<{ x: number; y: number; w: number; h: number }> {
  const box = await page.evaluate((n) => window.__bench.getNoteScreenRect(n), card);
  if (!box) throw new Error(`there is no card ${card}`);
  return box;
}

function pace({ frames, delays }: Seen, wrong: string | null): Pace {
  const whole = frames.reduce((sum, one) => sum + one, 0);
  return {
    fps: (frames.length * 1000) / whole,
    p95: share(frames, 0.95),
    longest: Math.max(...frames),
    delay: share(delays, 0.95),
    wrong,
  };
}

const off = (asked: number, did: number) =>
  Math.abs(asked - did) > Math.abs(asked) / 10 ? `asked ${asked.toFixed(2)}, did ${did.toFixed(2)}` : null;

async function pan(page: Page, hand: Hand, card: number): Promise<Pace> {
  const before = await place(page, card);
  let x = 0;
  let y = 0;
  const seen = await hand.watched(() =>
    hand.wheel(MIDDLE, SECONDS.pan, (share) => {
      const step = 20;
      const [dx, dy] = share < 0.35 ? [step, 0] : share < 0.6 ? [0, step] : share < 0.8 ? [-step, 0] : [0, -step];
      x += dx;
      y += dy;
      return { dx, dy };
    }),
  );
  const after = await place(page, card);
  return pace(seen, off(Math.hypot(x, y), Math.hypot(after.x - before.x, after.y - before.y)));
}

/** Zooms to a magnification and back, as far in each of half the time. */
async function zoom(page: Page, hand: Hand, to: number): Promise<Pace> {
  const from = await page.evaluate(() => window.__bench.getZoom());
  const factor = (to / from) ** (1 / (SECONDS.zoom * 30));
  const delta = await page.evaluate((by) => window.__bench.zoomWheelDelta(by), factor);
  let half = from;
  const there = async () => {
    await pause(SECONDS.zoom * 500);
    half = await page.evaluate(() => window.__bench.getZoom());
  };
  const seen = await hand.watched(async () => {
    const looked = there();
    await hand.wheel(MIDDLE, SECONDS.zoom, (share) => ({ dx: 0, dy: share < 0.5 ? delta : -delta }), true);
    await looked;
  });
  const back = await page.evaluate(() => window.__bench.getZoom());
  return pace(seen, off(Math.log(to / from), Math.log(half / from)) ?? off(from, back));
}

/** Drags a card, with these selected; then takes it back. */
async function drag(
  page: Page,
  hand: Hand,
  card: number,
  view: "fit" | "100 %",
  selected: readonly number[],
): Promise<Pace> {
  await page.evaluate((cards) => window.__bench.select(cards), selected);
  const before = await place(page, card);
  const from = { x: before.x + before.w / 2, y: before.y + before.h / 2 };
  const seen = await hand.watched(() => hand.drag(from, { x: from.x + 90, y: from.y + 60 }, SECONDS.drag));
  await page.evaluate(() => window.__watch.calm());
  const after = await place(page, card);
  const wrong = off(Math.hypot(90, 60), Math.hypot(after.x - before.x, after.y - before.y));
  await page.keyboard.press("Control+z");
  await page.waitForFunction(
    ([n, x, y]) => {
      const box = window.__bench.getNoteScreenRect(n);
      return box && Math.hypot(box.x - x, box.y - y) < 1;
    },
    [card, before.x, before.y] as const,
    { timeout: 10_000 },
  );
  await page.evaluate(() => window.__bench.select([]));
  return pace(seen, wrong && `${view}: ${wrong}`);
}

async function selectAll(page: Page, hand: Hand): Promise<Pace> {
  await page.mouse.click(VIEWPORT.width - 12, VIEWPORT.height - 12); // bare paper: the board has the focus
  const seen = await hand.watched(async () => {
    await page.keyboard.press("Control+a");
    await pause(600); // what is seen of it must have been drawn
  });
  const selected = await page.evaluate(() => window.__bench.selectedCount());
  const count = await page.evaluate(() => window.__bench.count());
  return { ...pace(seen, off(count, selected)), delay: Math.max(...seen.delays) };
}

/** A colleague in another browser moves two hundred cards to and fro, while this person pans. */
async function colleague(hand: Hand, at: At, { study, cards }: Seeded): Promise<Pace> {
  const moved = cards.slice(0, MANY);
  let moves = 0;
  let going = true;
  const theirs = async () => {
    while (going || moves % 2 === 1) {
      const by = moves % 2 === 0 ? 12 : 0;
      await give({ ...at, study }, [
        sent({ kind: "cards.place", cards: moved.map(({ id, theme, x, y }) => ({ id, theme, x: x + by, y })) }),
      ]);
      moves++;
      await pause(200);
    }
  };
  const seen = await hand.watched(async () => {
    const work = theirs();
    await hand.wheel(MIDDLE, SECONDS.remote, (share) => ({ dx: share < 0.5 ? 4 : -4, dy: 0 }));
    going = false;
    await work;
  });
  return pace(seen, moves < 8 ? `only ${moves} moves in ${SECONDS.remote} s` : null);
}
