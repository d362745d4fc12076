/** Choosing cards, walking among them, laying them again, and going about the board, in real browsers. */
import { randomUUID } from "node:crypto";
import type { BrowserContext, Locator, Page } from "@playwright/test";

import { give, sent } from "#tests/kit/board.ts";
import type { At } from "#tests/kit/bring.ts";
import { expect, test } from "#tests/kit/flow.ts";
import { rowsOf } from "#tests/kit/rows.ts";

/** Four insights in two rows of a theme, one above it that lies in none, and a second board that is empty. */
async function seed(at: At): Promise<Readonly<{ board: string; other: string; theme: string }>> {
  const board = (await rowsOf(at.request, at.study, "board"))[0]?.id ?? "";
  const other = randomUUID();
  const theme = randomUUID();
  const name = randomUUID();
  const place = { board, parent: null, x: 0, y: 0, w: 600, h: 500, hue: 3 };
  const named = { lang: "en" as const, phrase: name };
  await give(at, [
    sent({ kind: "board.add", id: other, name: null }),
    sent({ kind: "theme.make", id: theme, ...place, name: named, cards: [], themes: [] }, { [name]: "Trust" }),
    ...["They never told us.", "We found out late.", "Nobody asked.", "I trust my colleagues."].map((words, n) =>
      insight(words, { board, theme, x: 24 + (n % 2) * 264, y: 56 + Math.floor(n / 2) * 216 }),
    ),
    insight("It lies apart.", { board, theme: null, x: 24, y: -300 }),
  ]);
  return { board, other, theme };
}

function insight(words: string, card: Readonly<{ board: string; theme: string | null; x: number; y: number }>) {
  const phrase = randomUUID();
  return sent(
    { kind: "insight.write", id: randomUUID(), body: { lang: "en", phrase }, card: { id: randomUUID(), ...card } },
    { [phrase]: words },
  );
}

const card = (page: Page, words: string): Locator => page.getByRole("option", { name: new RegExp(words) });
const theme = (page: Page, name: string): Locator =>
  page.getByRole("group", { name: "Themes on the board" }).getByRole("button", { name });
const selected = (page: Page): Locator => page.getByRole("option", { selected: true });

async function opened(context: BrowserContext, study: string, search = ""): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`/studies/${study}/board${search}`);
  await expect(page.getByRole("toolbar", { name: "Board tools" })).toBeVisible({ timeout: 30_000 });
  return page;
}

test("[B77] [B78] keys walk through a theme as one reads, leave it at its ends, and take cards out of it", async ({
  app,
  owner,
  newStudy,
}) => {
  const study = await newStudy("Walking");
  await seed({ request: owner.request, url: app.url, study });
  const page = await opened(owner, study);
  await card(page, "They never told us").focus();
  for (const words of ["We found out late", "Nobody asked", "I trust my colleagues"]) {
    await page.keyboard.press("ArrowRight");
    await expect(card(page, words)).toBeFocused();
  }
  await page.keyboard.press("Home");
  await expect(card(page, "They never told us")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(card(page, "It lies apart")).toBeFocused();
  await page.keyboard.press("PageUp");
  await expect(card(page, "They never told us")).toBeFocused();

  await page.keyboard.press("Shift+Delete");
  await expect(page.getByText("Moved to Unclustered; 2 cards there now")).toBeAttached();
  await expect(theme(page, "Trust, 3 cards")).toBeVisible();
});

test("[B73] [B74] from the menu: what is alike is selected, and cards are duplicated in their theme by one step", async ({
  app,
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Alike");
  await seed({ request: owner.request, url: app.url, study });
  const page = await opened(owner, study);
  await card(page, "Nobody asked").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Select the same…" }).press("ArrowRight");
  await expect(page.getByRole("menuitem", { name: "All insights" })).toContainText("5 cards");
  await page.getByRole("menuitem", { name: "Theme Trust" }).press("Enter");
  await expect(page.getByText("4 cards selected")).toBeAttached();
  await expect(selected(page)).toHaveCount(4);
  await expect(page.getByRole("menu")).toHaveCount(0);
  await accessible(page);

  await page.keyboard.press("Control+d");
  await expect(theme(page, "Trust, 8 cards")).toBeVisible();
  await expect(selected(page)).toHaveCount(4);
  await page.keyboard.press("Control+z");
  await expect(theme(page, "Trust, 4 cards")).toBeVisible();
});

test("[B130] a finger selects a card and finds its menu among the tools", async ({ app, owner, newStudy, browser }) => {
  const study = await newStudy("By finger");
  await seed({ request: owner.request, url: app.url, study });
  const phone = await browser.newContext({
    baseURL: app.url,
    storageState: await owner.storageState(),
    hasTouch: true,
    viewport: { width: 390, height: 844 },
  });
  const page = await opened(phone, study);
  await page.getByRole("button", { name: "Outline" }).tap();
  await page.getByRole("treeitem", { name: /It lies apart/ }).tap();
  await page.getByRole("button", { name: "What to do with 1 card" }).tap();
  await page.getByRole("menuitem", { name: "Duplicate" }).tap();
  await expect.poll(async () => (await rowsOf(owner.request, study, "card")).length).toBe(6);
  await phone.close();
});

test("[B74] [B75] [B76] cards are copied to another board, cut and moved on their own, and lines become insights", async ({
  app,
  owner,
  newStudy,
}) => {
  const study = await newStudy("Clipboard");
  const at = { request: owner.request, url: app.url, study };
  const { other } = await seed(at);
  await owner.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await opened(owner, study);
  await card(page, "They never told us").click();
  await card(page, "Nobody asked").click({ modifiers: ["Shift"] });
  await page.keyboard.press("Control+c");
  await expect(page.getByText("Copied 2 cards")).toBeAttached();
  expect(await page.evaluate(async () => navigator.clipboard.readText())).toBe("They never told us.\n\nNobody asked.");

  await page.goto(`/studies/${study}/board?board=${other}`);
  await page.getByRole("listbox", { name: "Cards on the board" }).focus();
  await page.keyboard.press("Control+v");
  await expect(selected(page)).toHaveCount(2);
  const apart = async () => {
    const [first, second] = (await rowsOf(owner.request, study, "card")).filter(({ board }) => board === other);
    return Math.abs((first?.y ?? 0) - (second?.y ?? 0));
  };
  await expect.poll(apart).toBe(216); // as they lay to one another

  await page.keyboard.press("Escape");
  await card(page, "Nobody asked").focus();
  await page.keyboard.press("Control+x");
  await page
    .getByRole("listbox", { name: "Cards on the board" })
    .click({ button: "right", position: { x: 300, y: 120 }, force: true });
  await page.getByRole("menuitem", { name: "Paste here" }).click();
  await expect(page.getByText("Moved 1 card here")).toBeAttached();
  await expect(page.getByRole("option")).toHaveCount(2);

  await page.evaluate(async () => navigator.clipboard.writeText("First line.\n\n  Second line.\nThird line."));
  await page.keyboard.press("Control+v");
  await expect(page.getByText("3 insights on the board")).toBeAttached();
  await expect(card(page, "Second line")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("option")).toHaveCount(2);
  await page.evaluate(async () => navigator.clipboard.writeText(Array.from({ length: 201 }, (_, n) => n).join("\n")));
  await page.keyboard.press("Control+v");
  await expect(page.getByText("These are 201 lines; at most 200 can be pasted at once.")).toBeVisible();
  await expect(page.getByRole("option")).toHaveCount(2);
});

const zoom = (page: Page): Locator => page.getByRole("button", { name: /^Zoom to 100 %/ });

test("[B79] [B80] a lasso selects what it surrounds, Shift adds, and Escape gives back what was selected", async ({
  app,
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Lasso");
  await seed({ request: owner.request, url: app.url, study });
  const page = await opened(owner, study);
  const middle = async (words: string) => {
    const box = await card(page, words).boundingBox();
    if (!box) throw new Error("not in sight");
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const around = async (words: string, end: () => Promise<void>) => {
    const { x, y } = await middle(words);
    await page.mouse.move(x - 20, y - 20);
    await page.mouse.down();
    for (const [dx, dy] of [
      [20, -20],
      [20, 20],
      [-20, 20],
      [-20, -10],
    ] as const)
      await page.mouse.move(x + dx, y + dy, { steps: 3 });
    await end();
  };
  const letGo = async () => page.mouse.up();

  await card(page, "Nobody asked").focus();
  await page.keyboard.press("l");
  const tool = page.getByRole("button", { name: "Lasso: draw a line around cards" });
  await expect(tool).toHaveAttribute("aria-pressed", "true");
  await around("They never told us", letGo);
  await expect(page.getByText("1 card selected")).toBeAttached();
  await expect(card(page, "They never told us")).toHaveAttribute("aria-selected", "true");
  await expect(tool).toHaveAttribute("aria-pressed", "false");

  await tool.click();
  await page.keyboard.down("Shift");
  await around("We found out late", letGo);
  await page.keyboard.up("Shift");
  await expect(selected(page)).toHaveCount(2);

  await around("Nobody asked", async () => {
    await expect(selected(page)).toHaveCount(1);
    await page.keyboard.press("Escape");
    await page.mouse.up();
  });
  await expect(selected(page)).toHaveCount(2);
  await accessible(page);
});

test("[B81] [B82] a link opens at its place, keys and fingers zoom, each board is remembered, and the overview goes about it", async ({
  app,
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Going about");
  const at = { request: owner.request, url: app.url, study };
  const { board } = await seed(at);
  await owner.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await opened(owner, study);
  await card(page, "Nobody asked").focus();
  await page.keyboard.press("Shift+Digit0");
  await expect(zoom(page)).toHaveAccessibleName(/now 100 %/);
  await page.keyboard.press("NumpadAdd");
  await expect(zoom(page)).toHaveAccessibleName(/now 125 %/);
  await page.keyboard.press("NumpadSubtract");
  await expect(zoom(page)).toHaveAccessibleName(/now 100 %/);
  await page.keyboard.press("NumpadAdd");
  await page.keyboard.press("NumpadAdd");
  await expect(zoom(page)).toHaveAccessibleName(/now 156 %/);

  const map = page.getByRole("application", { name: "Overview of the board" });
  await expect(map).toBeVisible();
  await accessible(page);
  const before = await card(page, "Nobody asked").boundingBox();
  await map.focus();
  await page.keyboard.press("ArrowDown");
  await expect.poll(async () => (await card(page, "Nobody asked").boundingBox())?.y).toBeLessThan(before?.y ?? 0);
  const there = await card(page, "Nobody asked").boundingBox();

  await page.getByRole("button", { name: "More", exact: true }).last().click();
  await page.getByRole("menuitem", { name: "Copy link to this view" }).click();
  await expect(page.getByText("Link copied")).toBeVisible();
  const link = await page.evaluate(async () => navigator.clipboard.readText());
  await page.goto(`/studies/${study}/board`);
  await page.getByRole("button", { name: "Show everything" }).click();
  await expect(zoom(page)).not.toHaveAccessibleName(/now 156 %/);
  await page.goto(link);
  await expect(zoom(page)).toHaveAccessibleName(/now 156 %/);
  await expect(page).toHaveURL(new RegExp(`board\\?board=${board}$`));
  const again = await card(page, "Nobody asked").boundingBox();
  expect(Math.abs((again?.x ?? 0) - (there?.x ?? 0))).toBeLessThan(1);
  expect(Math.abs((again?.y ?? 0) - (there?.y ?? 0))).toBeLessThan(1);

  // Two fingers that part zoom in; two that go the same way move the board.
  const cdp = await owner.newCDPSession(page);
  const fingers = async (
    type: "touchStart" | "touchMove" | "touchEnd",
    points: readonly (readonly [number, number])[],
  ) => cdp.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  await page.getByRole("button", { name: "Show everything" }).click();
  await zoom(page).click();
  await expect(zoom(page)).toHaveAccessibleName(/now 100 %/);
  await fingers("touchStart", [[650, 300]]);
  await fingers("touchStart", [
    [650, 300],
    [750, 300],
  ]);
  await fingers("touchMove", [
    [600, 300],
    [800, 300],
  ]);
  await fingers("touchEnd", []);
  await expect(zoom(page)).toHaveAccessibleName(/now 200 %/);
  const still = await card(page, "Nobody asked").boundingBox();
  await fingers("touchStart", [[600, 300]]);
  await fingers("touchStart", [
    [600, 300],
    [800, 300],
  ]);
  await fingers("touchMove", [
    [640, 330],
    [840, 330],
  ]);
  await fingers("touchEnd", []);
  await expect(zoom(page)).toHaveAccessibleName(/now 200 %/);
  const moved = await card(page, "Nobody asked").boundingBox();
  expect((moved?.x ?? 0) - (still?.x ?? 0)).toBeCloseTo(40, 0);
  expect((moved?.y ?? 0) - (still?.y ?? 0)).toBeCloseTo(30, 0);

  // Space and a drag, and the middle button, move it as well; what is selected stays so.
  await card(page, "Nobody asked").focus();
  await page.keyboard.press("Control+a");
  await page.mouse.move(700, 500);
  await page.keyboard.down("Space");
  await page.mouse.down();
  await page.mouse.move(660, 500, { steps: 3 });
  await page.mouse.up();
  await page.keyboard.up("Space");
  await page.mouse.down({ button: "middle" });
  await page.mouse.move(660, 470, { steps: 3 });
  await page.mouse.up({ button: "middle" });
  await expect
    .poll(async () => (await card(page, "Nobody asked").boundingBox())?.x)
    .toBeCloseTo((moved?.x ?? 0) - 40, 0);
  await expect
    .poll(async () => (await card(page, "Nobody asked").boundingBox())?.y)
    .toBeCloseTo((moved?.y ?? 0) - 30, 0);
  await page.keyboard.press("Shift+Digit2");
  await expect(card(page, "It lies apart")).toBeInViewport();
  await expect(card(page, "I trust my colleagues")).toBeInViewport();
});
