/** The board in real browsers: by keys alone, by pointer, and together. */
import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";

import { expect, test } from "#tests/kit/flow.ts";
import { rowsOf } from "#tests/kit/rows.ts";

/** Lays insights in rows of four and a theme to their right. */
async function seed(owner: BrowserContext, url: string, study: string, words: readonly string[]): Promise<string> {
  const [board] = await rowsOf(owner.request, study, "board");
  const at = board?.id ?? "";
  const name = randomUUID();
  const said = (text: string) => ({ id: randomUUID(), lang: "en" as const, words: text });
  const insights = words.map((text, index) => {
    const phrase = said(text);
    const card = { id: randomUUID(), board: at, theme: null, x: (index % 4) * 264, y: Math.floor(index / 4) * 216 };
    return {
      cmdId: randomUUID(),
      phrases: [phrase],
      names: [],
      command: { kind: "insight.write", id: randomUUID(), body: { lang: "en", phrase: phrase.id }, card },
    };
  });
  const theme = {
    kind: "theme.make",
    id: randomUUID(),
    board: at,
    parent: null,
    x: 1200,
    y: 0,
    w: 600,
    h: 400,
    hue: 3,
    name: { lang: "en", phrase: name },
    cards: [],
    themes: [],
  };
  const commands = [
    ...insights,
    { cmdId: randomUUID(), phrases: [{ id: name, lang: "en", words: "Trust" }], names: [], command: theme },
  ];
  const answer = await owner.request.post(`/api/studies/${study}/commands`, {
    data: { commands },
    headers: { origin: url },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return at;
}

const card = (page: Page, words: string) => page.getByRole("option", { name: new RegExp(words) });
const title = (page: Page, name: string) =>
  page.getByRole("group", { name: "Themes on the board" }).getByRole("button", { name: new RegExp(`^${name}`) });
const words = ["They never told us.", "We found out late.", "Nobody asked.", "I trust my colleagues."];

async function opened(context: BrowserContext, study: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`/studies/${study}/board`);
  await expect(card(page, "They never told us")).toBeVisible();
  return page;
}

test("[B45] a whole clustering by keys alone: reach, select, make a theme, name it, move to another, undo", async ({
  app,
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("By keys");
  await seed(owner, app.url, study, words);
  const page = await opened(owner, study);
  await accessible(page);

  await page.getByRole("listbox", { name: "Cards on the board" }).focus();
  await card(page, "They never told us").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await expect(card(page, "We found out late")).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("t");
  await page.keyboard.type("Being told late");
  await page.keyboard.press("Enter");
  await expect(title(page, "Being told late, 2 cards")).toBeVisible();

  await card(page, "Nobody asked").focus();
  await page.keyboard.press("Escape");
  await card(page, "Nobody asked").focus();
  await page.keyboard.press("m");
  await page.keyboard.type("told");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(title(page, "Being told late, 3 cards")).toBeVisible();
  await expect(page.getByText("Moved to Being told late; 3 cards there now")).toBeAttached();

  await page.keyboard.press("Control+z");
  await expect(title(page, "Being told late, 2 cards")).toBeVisible();
});

test("[B43] [B51] a card that is carried into a theme lies there for a colleague too, and nowhere else", async ({
  app,
  owner,
  colleague,
  newStudy,
}) => {
  const study = await newStudy("By hand");
  await seed(owner, app.url, study, words);
  const mine = await opened(owner, study);
  const theirs = await opened(colleague, study);

  const from = await card(mine, "I trust my colleagues").boundingBox();
  const to = await title(mine, "Trust").boundingBox();
  if (!from || !to) throw new Error("not in sight");
  await mine.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await mine.mouse.down();
  await mine.mouse.move(to.x + 40, to.y + to.height + 60, { steps: 12 });
  await mine.mouse.up();

  await expect(title(theirs, "Trust, 1 card")).toBeVisible();
  await expect(card(theirs, "I trust my colleagues. Insight. In Trust")).toBeVisible();
  expect((await rowsOf(owner.request, study, "card")).filter(({ theme }) => theme !== null)).toHaveLength(1);
});

test("[B50] the outline does it without a pointer's help: menu, order, undo", async ({
  app,
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Outline");
  await seed(owner, app.url, study, words);
  const page = await owner.newPage();
  await page.goto(`/studies/${study}/board?view=outline`);
  const row = page.getByRole("treeitem", { name: /Nobody asked/ });
  await expect(row).toBeVisible();
  await accessible(page);

  await row.click();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.getByText("2 of 4", { exact: true })).toBeAttached();
  await expect(page.getByRole("treeitem", { name: /Nobody asked/ })).toHaveAttribute("aria-posinset", "2");

  await page.getByRole("treeitem", { name: /Nobody asked/ }).click({ button: "right" });
  await page.getByRole("menuitem", { name: "Move to theme…" }).click();
  await page.getByRole("option", { name: /Trust/ }).click();
  await expect(page.getByRole("treeitem", { name: /Trust.*1 card/ })).toBeVisible();
});

test("[B40] a board of many cards keeps few elements, and [B53] comes back as it was left", async ({
  app,
  owner,
  newStudy,
}) => {
  const study = await newStudy("Many");
  const many = Array.from({ length: 49 }, (_, at) => `Thought ${at}.`);
  const board = await seed(owner, app.url, study, many);
  const [card] = await rowsOf(owner.request, study, "card");
  const again = Array.from({ length: 1000 }, (_, at) => ({
    id: randomUUID(),
    quote: null,
    insight: card?.insight,
    theme: null,
    x: (at % 40) * 264,
    y: 3000 + Math.floor(at / 40) * 216,
  }));
  const command = { kind: "cards.add", board, cards: again };
  const answer = await owner.request.post(`/api/studies/${study}/commands`, {
    data: { commands: [{ cmdId: randomUUID(), phrases: [], names: [], command }] },
    headers: { origin: app.url },
  });
  expect(answer.ok(), await answer.text()).toBe(true);

  const page = await owner.newPage();
  await page.goto(`/studies/${study}/board`);
  const tools = page.getByRole("toolbar", { name: "Board tools" });
  await tools.getByRole("button", { name: "Show everything" }).click();
  await expect.poll(async () => page.getByRole("option").count()).toBeLessThanOrEqual(200);
  await tools.getByRole("button", { name: /^Zoom to 100 %/ }).click();
  await expect.poll(async () => page.getByRole("option").count()).toBeGreaterThan(0);
  expect(await page.getByRole("option").count()).toBeLessThanOrEqual(200);
  await expect(tools.getByRole("button", { name: /now 100 %/ })).toBeVisible();
  await page.reload();
  await expect(tools.getByRole("button", { name: /now 100 %/ })).toBeVisible();
});
