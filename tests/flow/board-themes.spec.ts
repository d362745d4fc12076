/** Themes under hands and keys: drawn, pulled, merged, split, piled, laid out, and what is said of them. */
import { randomUUID } from "node:crypto";
import type { BrowserContext, Locator, Page } from "@playwright/test";

import type { Command } from "#lib/domain/study/command.ts";
import { give, sent } from "#tests/kit/board.ts";
import { expect, test } from "#tests/kit/flow.ts";
import { rowsOf } from "#tests/kit/rows.ts";

/** Four unclustered insights in a row, a theme below with two more in it, and an empty one to its right. */
async function seed(owner: BrowserContext, url: string, study: string): Promise<void> {
  const board = (await rowsOf(owner.request, study, "board"))[0]?.id ?? "";
  const trust = randomUUID();
  const theme = (id: string, words: string, x: number, hue: number) => {
    const name = { lang: "en" as const, phrase: randomUUID() };
    const box = { x, y: 500, w: 560, h: 340 };
    return sent(
      { kind: "theme.make", id, board, parent: null, ...box, hue, name, cards: [], themes: [] },
      { [name.phrase]: words },
    );
  };
  const insight = (words: string, in_: string | null, x: number, y: number) => {
    const body = { lang: "en" as const, phrase: randomUUID() };
    const card = { id: randomUUID(), board, theme: in_, x, y };
    return sent({ kind: "insight.write", id: randomUUID(), body, card }, { [body.phrase]: words });
  };
  await give({ request: owner.request, url, study }, [
    theme(trust, "Trust", 0, 3),
    theme(randomUUID(), "Time", 700, 6),
    insight("They never told us.", null, 0, 0),
    insight("We found out late.", null, 264, 0),
    insight("Nobody asked.", null, 528, 0),
    insight("It took a year.", null, 900, 0),
    insight("I trust my colleagues.", trust, 24, 570),
    insight("The figures were right.", trust, 288, 600),
  ]);
}

const card = (page: Page, words: string) => page.getByRole("option", { name: new RegExp(words) });
const named = (page: Page, name: string) =>
  page.getByRole("group", { name: "Themes on the board" }).getByRole("button", { name: new RegExp(`^${name}`) });

async function opened(context: BrowserContext, study: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`/studies/${study}/board`);
  await expect(card(page, "They never told us")).toBeVisible();
  return page;
}

/** Where something is, once it has come to rest: what a panel speaks of is brought into view as the panel opens. */
async function boxOf(of: Locator) {
  const box = () => of.boundingBox();
  let last = await box();
  await expect
    .poll(
      async () => {
        const before = last;
        last = await box();
        return last !== null && JSON.stringify(last) === JSON.stringify(before);
      },
      { intervals: [100] },
    )
    .toBe(true);
  if (!last) throw new Error("not in sight");
  return last;
}

async function pick(page: Page, theme: Locator, item: string) {
  await theme.click({ button: "right" });
  await page.getByRole("menuitem", { name: item }).click();
}

test("[B84] [B85] a theme is drawn around cards, named in place, and pulled larger by hand and by keys", async ({
  app,
  owner,
  newStudy,
}) => {
  const study = await newStudy("Drawn");
  await seed(owner, app.url, study);
  const page = await opened(owner, study);
  const tool = page.getByRole("toolbar", { name: "Board tools" }).getByRole("button", { name: "Theme" });

  await tool.click();
  await expect(page.locator(".board-hint")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tool).toHaveAttribute("aria-pressed", "false");

  await tool.click();
  const first = await boxOf(card(page, "They never told us"));
  const second = await boxOf(card(page, "We found out late"));
  await page.mouse.move(first.x - 12, first.y - 30);
  await page.mouse.down();
  await page.mouse.move(second.x + second.width + 12, second.y + second.height + 12, { steps: 8 });
  await page.mouse.up();
  await page.keyboard.type("Being told late");
  await page.keyboard.press("Enter");
  const late = named(page, "Being told late, 2 cards");
  await expect(late).toBeVisible();
  await expect(card(page, "Nobody asked. Insight. In Unclustered")).toBeVisible();

  // Its lower right corner, found where the cloth ends; the handle pulls it.
  const handle = page.locator(".board-handle").last();
  const corner = await boxOf(handle);
  await page.mouse.move(corner.x + corner.width / 2, corner.y + corner.height / 2);
  await page.mouse.down();
  await page.mouse.move(corner.x + 40, corner.y + 60, { steps: 8 });
  await page.mouse.up();
  await expect(page.getByText(/^Being told late is \d+ wide and \d+ high/)).toBeAttached();
  await expect.poll(async () => (await boxOf(handle)).y).toBeGreaterThan(corner.y + 30);

  await late.focus();
  const said = page.getByText(/^Being told late is \d+ wide/);
  const size = async () => (await said.textContent())?.match(/\d+/gu)?.map(Number) ?? [];
  const [wide = 0] = await size();
  await page.keyboard.press("Alt+Shift+ArrowRight");
  await expect.poll(async () => (await size())[0]).toBe(wide + 24);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await boxOf(handle)).y).toBeLessThan(corner.y + 5);
});

test("[B86] [B87] [B88] themes are merged and split, made a pile and opened, and say how they stand", async ({
  app,
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Worked on");
  await seed(owner, app.url, study);
  const page = await opened(owner, study);
  const panel = page.getByRole("complementary", { name: "Theme" });

  await card(page, "I trust my colleagues").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Split out into a new theme" }).click();
  await page.keyboard.type("Each other");
  await page.keyboard.press("Enter");
  await expect(named(page, "Each other, 1 card")).toBeVisible();
  await expect(named(page, "Trust, 1 card")).toBeVisible();

  await pick(page, named(page, "Each other"), "Merge into…");
  await page.keyboard.type("Trust");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Each other merged into Trust: 1 card moved, 2 cards there now").first()).toBeAttached();
  await expect(named(page, "Trust, 2 cards")).toBeVisible();

  await panel.getByText("agreed", { exact: true }).click();
  await expect(named(page, "Trust, 2 cards, agreed")).toBeVisible();

  await named(page, "Trust").focus();
  await page.keyboard.press("c");
  const chevron = page.getByRole("button", { name: "Cards of Trust" });
  await expect(chevron).toHaveAttribute("aria-expanded", "false");
  await expect(named(page, "Trust, 2 cards, a pile, agreed")).toBeVisible();
  await expect(card(page, "I trust my colleagues")).toHaveCount(0);
  await expect(page.getByRole("option")).toHaveCount(4);
  await expect(panel.getByRole("button", { name: "Open the pile" })).toBeVisible();
  await accessible(page);

  // A pile is dropped on like any theme, and opened by a double click.
  const pile = await boxOf(named(page, "Trust"));
  const from = await boxOf(card(page, "Nobody asked"));
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(pile.x + 50, pile.y + pile.height + 30, { steps: 10 });
  await expect(page.locator(".board-target")).toHaveText("Trust · 2");
  await page.mouse.up();
  await expect(named(page, "Trust, 3 cards, a pile")).toBeVisible();
  await page.mouse.dblclick(pile.x + 50, pile.y + pile.height + 30);
  await expect(chevron).toHaveAttribute("aria-expanded", "true");
  await expect(card(page, "Nobody asked. Insight. In Trust")).toBeVisible();
});

test("[B128] [B129] a card that is read stays in sight, and a match in a pile is seen by its pile", async ({
  app,
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("In sight");
  await seed(owner, app.url, study);
  const page = await opened(owner, study);

  // At 100 % with the card at the right edge, where the panel comes to stand.
  await card(page, "It took a year").focus();
  await page.keyboard.press("Shift+0");
  await expect(page.getByRole("button", { name: "Zoom to 100 %, now 100 %" })).toBeVisible();
  await page.mouse.move(500, 400);
  const right = await boxOf(card(page, "It took a year"));
  await page.mouse.wheel(right.x + right.width - (page.viewportSize()?.width ?? 0) + 8, 0);
  await page.keyboard.press("r");
  const panel = page.getByRole("complementary", { name: "Card" });
  await expect(panel).toBeVisible();
  await expect
    .poll(async () => {
      const of = await boxOf(card(page, "It took a year"));
      return of.x + of.width <= (await boxOf(panel)).x;
    })
    .toBe(true);
  await page.keyboard.press("Escape");

  await named(page, "Trust").focus();
  await page.keyboard.press("c");
  await expect(named(page, "Trust, 2 cards, a pile")).toBeVisible();
  await page.keyboard.press("Control+f");
  await page.keyboard.type("colleagues");
  await page.keyboard.press("Enter");
  const strip = page.getByRole("search", { name: "Find cards" });
  await expect(strip).toContainText("In the pile Trust: I trust my colleagues.");
  await expect(page.locator(".board-found-pile")).toBeVisible();
  await expect(page.getByText(/^1 of 1: I trust my colleagues/)).toContainText("In the pile Trust");
  await accessible(page);
  await strip.getByRole("button", { name: "Open the pile" }).click();
  await expect(card(page, "I trust my colleagues")).toBeVisible();
  await expect(page.locator(".board-found-pile")).toBeHidden();
});

test("[B89] [B90] a theme is arranged and the board tidied, each with the way back", async ({
  app,
  owner,
  newStudy,
}) => {
  const study = await newStudy("Laid out");
  await seed(owner, app.url, study);
  const page = await opened(owner, study);
  const right = card(page, "The figures were right");
  const before = await boxOf(right);

  await named(page, "Trust").focus();
  await page.keyboard.press("g");
  await expect.poll(async () => (await boxOf(right)).x).toBeLessThan(before.x - 100); // below the other, in its column
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect.poll(async () => (await boxOf(right)).x).toBe(before.x);

  await page.getByRole("toolbar", { name: "Head of the board" }).getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Tidy the whole board" }).click();
  await expect(page.getByText("Board tidied: 2 themes, 6 cards").first()).toBeAttached();
  const loose = await boxOf(card(page, "They never told us"));
  expect(loose.y).toBeGreaterThan((await boxOf(named(page, "Trust"))).y);
});

test("[B132] where cards are elements the cloths are too, in the canvas's places and colours", async ({
  app,
  owner,
  newStudy,
}) => {
  const study = await newStudy("Cloths");
  await seed(owner, app.url, study);
  const board = (await rowsOf(owner.request, study, "board"))[0]?.id ?? "";
  const trust = (await rowsOf(owner.request, study, "theme")).find(({ hue }) => hue === 3)?.id ?? "";
  const within = (hue: number, x: number, fields: Extract<Command, { kind: "theme.set" }>["fields"]) => {
    const id = randomUUID();
    const name = { lang: "en" as const, phrase: randomUUID() };
    const box = { x, y: 860, w: 180, h: 200 };
    return [
      sent(
        { kind: "theme.make", id, board, parent: trust, ...box, hue, name, cards: [], themes: [] },
        { [name.phrase]: `Within ${hue}` },
      ),
      sent({ kind: "theme.set", id, fields }),
    ];
  };
  await give({ request: owner.request, url: app.url, study }, [
    ...within(5, 24, { status: "retired" }),
    ...within(6, 220, { locked: true }),
    ...within(7, 420, { collapsed: true }),
  ]);

  const page = await opened(owner, study);
  const canvas = page.locator(".board-base");
  const cloths = page.locator(".board-cloth");
  await expect(canvas).toBeHidden();
  await expect(cloths).toHaveCount(5);
  await expect(page.locator(".board-pile")).toHaveAttribute("data-count", "0");

  // The canvas still holds what it drew until the elements were there: what they make of the paper is what it made of it.
  const pairs = await page.evaluate(() => {
    const base = document.querySelector<HTMLCanvasElement>(".board-base");
    const g = base?.getContext("2d");
    const view = document.querySelector(".board")?.getBoundingClientRect();
    const one = new OffscreenCanvas(1, 1).getContext("2d");
    if (!base || !g || !view || !one) throw new Error("no board");
    const [, left = 0, top = 0] = (/translate\((-?[\d.]+)px, (-?[\d.]+)px\)/.exec(base.style.transform) ?? []).map(
      Number,
    );
    const all = [...document.querySelectorAll(".board-cloth")].map((element) => {
      return { box: element.getBoundingClientRect(), colour: getComputedStyle(element).backgroundColor };
    });
    return all.map(({ box }) => {
      const x = Math.round(box.right - 8);
      const y = Math.round(box.bottom - 8);
      one.fillStyle = getComputedStyle(document.querySelector(".board") ?? document.body).backgroundColor;
      one.fillRect(0, 0, 1, 1);
      for (const under of all) {
        if (x < under.box.left || x > under.box.right || y < under.box.top || y > under.box.bottom) continue;
        one.fillStyle = under.colour;
        one.fillRect(0, 0, 1, 1);
      }
      const drawn = Array.from(g.getImageData(x - view.x - left, y - view.y - top, 1, 1).data.subarray(0, 3));
      const made = Array.from(one.getImageData(0, 0, 1, 1).data.subarray(0, 3));
      return { drawn, made };
    });
  });
  for (const { drawn, made } of pairs)
    for (const [at, value] of made.entries()) expect(Math.abs(value - (drawn[at] ?? 0))).toBeLessThanOrEqual(2);
  expect(new Set(pairs.map(({ made }) => made.join())).size).toBe(5);

  // In a zoom the canvas shows everything; once it rests the elements are back.
  const trusted = cloths.first();
  const before = (await trusted.boundingBox())?.width ?? 0;
  const at = await boxOf(page.locator(".board"));
  await page.mouse.move(at.x + 400, at.y + 300);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -10);
  const lens = page.locator(".board-lens");
  await expect(lens).toBeVisible();
  // Words are set between its frames: bars are fainter than letters.
  const box = await boxOf(card(page, "It took a year"));
  const darkest = () =>
    lens.evaluate(
      (element, { x, y, w, h }) => {
        const view = element.parentElement?.getBoundingClientRect();
        const g = element instanceof HTMLCanvasElement ? element.getContext("2d") : null;
        if (!view || !g) throw new Error("no lens");
        const { data } = g.getImageData(x - view.x, y - view.y, w, h);
        return Math.min(...data.filter((_, at) => at % 4 === 1));
      },
      { x: box.x + 12, y: box.y + 8, w: box.width - 24, h: 30 },
    );
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, -1);
      return darkest();
    })
    .toBeLessThan(90);
  await page.keyboard.up("Control");
  await expect(lens).toBeHidden();
  await expect(canvas).toBeHidden();
  expect((await trusted.boundingBox())?.width).toBeGreaterThan(before * 1.05);

  // What a carried card would be put down in is marked on the element.
  const line = () => cloths.nth(1).evaluate((element) => parseFloat(getComputedStyle(element).outlineWidth));
  const thin = await line();
  const from = await boxOf(card(page, "It took a year"));
  const to = await boxOf(cloths.nth(1));
  await page.mouse.move(from.x + 40, from.y + 40);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
  await expect.poll(line).toBeGreaterThan(thin * 2);
  await page.keyboard.press("Escape");
  await expect.poll(line).toBeCloseTo(thin, 1);
  await page.mouse.up();
});
