/** What keeps the board fast, as far as one can see it without a clock. Rules: docs/spec/board.md, Speed. */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { seed } from "#tests/kit/board.ts";
import { expect, test } from "#tests/kit/flow.ts";

/** Fills a study with this many cards, and goes to its board. */
async function opened(owner: BrowserContext, url: string, study: string, cards: number): Promise<Page> {
  await seed({ request: owner.request, url, study }, cards);
  const page = await owner.newPage();
  await page.goto(`/studies/${study}/board`);
  return page;
}

/** Turns the wheel under the pointer, and waits until what it moves has been drawn. */
async function moveBy(page: Page, dx: number, dy: number): Promise<void> {
  await page.mouse.wheel(dx, dy);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

test("[B60] the build that people get knows nothing of benchmarks", async ({ owner, newStudy }) => {
  const page = await owner.newPage();
  await page.goto(`/studies/${await newStudy("Plain")}/board`);
  await expect(page.getByRole("listbox")).toBeAttached();
  expect(await page.evaluate(() => "__bench" in window)).toBe(false);

  const scripts = readdirSync(".next/static", { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".js"),
  );
  expect(scripts.length).toBeGreaterThan(10);
  expect(scripts.filter((name) => readFileSync(path.join(".next/static", name), "utf8").includes("__bench"))).toEqual(
    [],
  );
});

test("[B62] of five hundred cards a few are elements, whether all are seen or some can be read", async ({
  app,
  owner,
  newStudy,
}) => {
  const page = await opened(owner, app.url, await newStudy("Five hundred"), 500);
  await expect(page.getByRole("button", { name: /^What people said about matter 10,/ })).toBeVisible();
  const elements = () => page.locator(".board *").count();
  expect(await page.getByRole("option").count()).toBe(0);
  expect(await elements()).toBeLessThan(100);

  await page.locator(".board").click({ position: { x: 20, y: 20 } });
  await page.keyboard.press("Shift+Digit0");
  await expect(page.getByRole("option").first()).toBeVisible();
  expect(await elements()).toBeLessThan(800);
});

test("[B132] while the camera moves, a browser has fewer layers to put together than there are cards", async ({
  app,
  owner,
  newStudy,
}) => {
  const page = await opened(owner, app.url, await newStudy("In few layers"), 500);
  const board = page.locator(".board");
  await board.click({ position: { x: 20, y: 20 } });
  await page.keyboard.press("Shift+Digit0");
  await expect(page.locator(".board-cloths")).not.toHaveAttribute("hidden"); // every card in sight is an element
  const tools = await owner.newCDPSession(page);
  let most = 0;
  tools.on("LayerTree.layerTreeDidChange", ({ layers = [] }) => {
    most = Math.max(most, layers.filter(({ drawsContent }) => drawsContent).length);
  });
  await tools.send("LayerTree.enable");
  await board.hover({ position: { x: 400, y: 300 } });
  for (let turn = 0; turn < 10; turn++) await moveBy(page, 8, 0);
  const cards = await page.getByRole("option").count();
  expect(cards).toBeGreaterThan(40);
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThan(cards / 2);
});

/** What of the board's canvas is in view. */
function inView(): Uint8ClampedArray {
  const base = document.querySelector<HTMLCanvasElement>(".board-base");
  const g = base?.getContext("2d");
  const view = document.querySelector(".board");
  if (!base || !g || !view) throw new Error("no board");
  const [, x = 0, y = 0] = (/translate\((-?[\d.]+)px, (-?[\d.]+)px\)/.exec(base.style.transform) ?? []).map(Number);
  return g.getImageData(-x, -y, view.clientWidth, view.clientHeight).data;
}

test("[B63] a board that was moved from afar is drawn as one that is drawn afresh", async ({
  app,
  owner,
  newStudy,
}) => {
  const page = await opened(owner, app.url, await newStudy("Moved from afar"), 500);
  await page.emulateMedia({ colorScheme: "light" });
  const board = page.locator(".board");
  await board.click({ position: { x: 20, y: 20 } });
  await expect(page.getByRole("button", { name: /^What people said about matter 10,/ })).toBeVisible();
  for (let press = 0; press < 3; press++) await page.keyboard.press("-");
  await expect(page.locator(".board-lens")).toBeHidden();
  await page.keyboard.press("Control+a"); // marks reach out of cards
  await board.hover({ position: { x: 400, y: 300 } });
  for (const [dx, dy] of [
    [37, 0],
    [23, -31],
    [-41, -19],
    [-29, 43],
  ] as const)
    for (let turn = 0; turn < 9; turn++) await moveBy(page, dx, dy);
  const moved = await page.evaluateHandle(inView);
  const lit = () => page.evaluate(inView).then((pixels) => (pixels[0] ?? 0) > 128);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(lit).toBe(false);
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(lit).toBe(true);
  const afresh = await page.evaluateHandle(inView);
  const { colours, most } = await page.evaluate(
    ([a, b]) => ({
      colours: new Set(new Uint32Array(a.buffer)).size,
      most: a.reduce((worst, value, at) => Math.max(worst, Math.abs(value - (b[at] ?? 0))), 0),
    }),
    [moved, afresh] as const,
  );
  expect(colours).toBeGreaterThan(20);
  expect(most).toBeLessThan(4);
});

test("[B63] once a zoom rests, the elements stand where the board shows them", async ({ app, owner, newStudy }) => {
  const page = await opened(owner, app.url, await newStudy("Near and far"), 60);
  const title = page.locator(".board-title").first();
  await expect(title).toBeVisible();
  const board = (await page.locator(".board").boundingBox()) ?? { x: 0, y: 0 };
  const at = { x: board.x + 300, y: board.y + 200 };
  await page.mouse.move(at.x, at.y);
  await page.keyboard.down("Control");
  for (const turn of [-30, -10, 25]) {
    const before = await title.boundingBox();
    await page.mouse.wheel(0, turn);
    const grown = Math.exp(-turn / 100);
    await expect
      .poll(async () => {
        const now = await title.boundingBox();
        return (
          now &&
          before &&
          Math.hypot(now.x - at.x - (before.x - at.x) * grown, now.y - at.y - (before.y - at.y) * grown)
        );
      })
      .toBeLessThan(2);
  }
  await page.keyboard.up("Control");
});

test("[B63] in a zoom the names' elements fade as one, and stay where one of them has the focus", async ({
  app,
  owner,
  newStudy,
}) => {
  const page = await opened(owner, app.url, await newStudy("Names in a zoom"), 60);
  const name = page.locator(".board-name").first();
  await expect(name).toBeVisible();
  await page.locator(".board").hover({ position: { x: 300, y: 200 } });
  const labels = page.locator(".board-labels");
  /** How the names' elements stand after a step of a zoom, before it rests. */
  const amid = async () => {
    const watch = await labels.evaluateHandle((element) => ({
      seen: new Promise<[opacity: string, each: boolean]>((resolve) => {
        const look = () => resolve([getComputedStyle(element).opacity, element.hasAttribute("data-drawn")]);
        const soon = () => requestAnimationFrame(() => requestAnimationFrame(look));
        addEventListener("wheel", soon, { capture: true, once: true });
      }),
    }));
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -12);
    await page.keyboard.up("Control");
    return watch.evaluate(({ seen }) => seen);
  };
  expect(await amid()).toEqual(["0", false]);
  await expect(labels).toHaveCSS("opacity", "1"); // it rests

  await name.focus();
  expect(await amid()).toEqual(["1", true]);
  await expect(labels).not.toHaveAttribute("data-drawn");
  await expect(name).toBeFocused();
});

test("[B134] a board asks for few scripts, and for nothing of other pages before one goes there", async ({
  owner,
  newStudy,
}) => {
  const study = await newStudy("Asks for little");
  const page = await owner.newPage();
  const scripts = new Set<string>();
  const pages: string[] = [];
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (request.resourceType() === "script") scripts.add(pathname);
    if (searchParams.has("_rsc")) pages.push(pathname);
  });
  await page.goto(`/studies/${study}/board`);
  await expect(page.getByRole("listbox")).toBeAttached();
  expect(scripts.size).toBeGreaterThan(3);
  expect(scripts.size).toBeLessThanOrEqual(14);

  await page.getByRole("link", { name: "Memos" }).click();
  await expect(page).toHaveURL(/\/memos$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect([...new Set(pages)]).toEqual([`/studies/${study}/memos`]);
});
