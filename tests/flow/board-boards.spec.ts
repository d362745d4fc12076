/** Several boards: made, named, taken away; one that nobody else sees until it is shared. */
import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import { give, seed as seedQuotes, sent } from "#tests/kit/board.ts";
import { expect, test } from "#tests/kit/flow.ts";
import { rowsOf } from "#tests/kit/rows.ts";

async function boardsOf(who: BrowserContext, study: string): Promise<string[]> {
  return (await rowsOf(who.request, study, "board")).map(({ id }) => id);
}

/** Writes insights in a row on the first board. */
async function seed(owner: BrowserContext, url: string, study: string, words: readonly string[]): Promise<string> {
  const [board = ""] = await boardsOf(owner, study);
  const insights = words.map((text, at) => {
    const phrase = randomUUID();
    const card = { id: randomUUID(), board, theme: null, x: at * 264, y: 0 };
    return sent({ kind: "insight.write", id: randomUUID(), body: { lang: "en", phrase }, card }, { [phrase]: text });
  });
  await give({ request: owner.request, url, study }, insights);
  return board;
}

const switcher = (page: Page) => page.getByRole("button", { name: /Choose a board$/ });
const card = (page: Page, words: string) => page.getByRole("option", { name: new RegExp(words) });

async function choose(page: Page, item: string): Promise<void> {
  await switcher(page).click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("[B93] a snapshot is made, named and left alone; deleting a board can be taken back, the one that findings read stays", async ({
  app,
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Snapshots");
  await seed(owner, app.url, study, ["They never told us.", "We found out late."]);
  const page = await owner.newPage();
  await page.goto(`/studies/${study}/board`);
  await expect(card(page, "They never told us")).toBeVisible();
  await switcher(page).click();
  await expect(page.getByRole("menuitemradio", { name: "Board 2 cards · findings read it" })).toBeVisible();
  await accessible(page);
  await page.getByRole("menuitem", { name: "Duplicate as a snapshot" }).click();
  await expect(page.getByRole("button", { name: "Board, snapshot 1. Choose a board" })).toBeVisible();
  await expect(page).toHaveURL(/[?&]board=/);
  await card(page, "We found out late").focus();
  await page.keyboard.press("Delete");
  await expect(card(page, "We found out late")).toHaveCount(0);

  await choose(page, "Rename");
  await page.getByRole("textbox", { name: "Name of the board" }).fill("By feeling");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "By feeling. Choose a board" })).toBeVisible();

  await choose(page, "Delete the board");
  await expect(page.getByRole("button", { name: "Board. Choose a board" })).toBeVisible();
  await expect(card(page, "We found out late")).toBeVisible();
  const messages = page.getByRole("region", { name: "Messages" }); // the newest first
  await messages.getByRole("button", { name: "Undo" }).first().click();
  await expect(page.getByRole("button", { name: "By feeling. Choose a board" })).toBeVisible();
  await expect(card(page, "They never told us")).toBeVisible();

  await switcher(page).click();
  await page.getByRole("menuitemradio", { name: "findings read it" }).click();
  // A menu that is opened before the other board is shown goes with the board that it was of.
  await expect(page.getByRole("button", { name: "Board. Choose a board" })).toBeVisible();
  await choose(page, "Delete the board");
  await expect(page.getByText("Findings read this board, so it stays.").first()).toBeVisible();
  await expect(card(page, "We found out late")).toBeVisible();
});

test("[B94] a colleague sees nothing of a private sorting until it is shared, and then all of it", async ({
  app,
  owner,
  colleague,
  newStudy,
}) => {
  const study = await newStudy("Private sorting");
  await seed(owner, app.url, study, ["They never told us.", "We found out late."]);
  const mine = await owner.newPage();
  await mine.goto(`/studies/${study}/board`);
  const theirs = await colleague.newPage();
  await theirs.goto(`/studies/${study}/board`);
  await expect(card(theirs, "They never told us")).toBeVisible();

  await expect(card(mine, "They never told us")).toBeVisible();
  await choose(mine, "Sort privately");
  await expect(mine.getByText("Only you see this board")).toBeVisible();
  const hidden = new URL(mine.url()).searchParams.get("board") ?? "";
  await card(mine, "They never told us").focus();
  await mine.keyboard.press("t");
  await mine.keyboard.type("Silence");
  await mine.keyboard.press("Enter");
  const title = (page: Page) => page.getByRole("button", { name: "Silence, 1 card" });
  await expect(title(mine)).toBeVisible();

  // What is done on the shared board meanwhile arrives, so the line is open and what came before has come.
  expect(await boardsOf(owner, study)).toContain(hidden);
  await seed(owner, app.url, study, ["A sign of life."]);
  await expect(card(theirs, "A sign of life")).toBeVisible();
  await switcher(theirs).click();
  await expect(theirs.getByRole("menuitemradio")).toHaveCount(1);
  await theirs.keyboard.press("Escape");
  expect(await boardsOf(colleague, study)).not.toContain(hidden);
  await theirs.goto(`/studies/${study}/board?board=${hidden}`);
  await expect(theirs.getByRole("button", { name: "Board. Choose a board" })).toBeVisible();
  await expect(title(theirs)).toHaveCount(0);

  await mine.getByRole("button", { name: "Share…" }).click();
  await mine.getByRole("button", { name: "Share the board" }).click();
  await expect(mine.getByText("Only you see this board")).toHaveCount(0);
  await expect(theirs.getByRole("button", { name: "Board, sorting 1. Choose a board" })).toBeVisible();
  await expect(title(theirs)).toBeVisible();
  await expect(card(theirs, "They never told us. Insight. In Silence")).toBeVisible();
});

test("[B100] [B102] two boards are held against each other, with what moved, its quotes and how far they agree", async ({
  app,
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Compared");
  const at = { request: owner.request, url: app.url, study };
  const { board, cards } = await seedQuotes(at, 4);
  const copy = randomUUID();
  await give(at, [sent({ kind: "board.copy", id: copy, from: board, hidden: false, name: null })]);
  const [first] = (await rowsOf(owner.request, study, "card")).filter((each) => each.board === copy);
  const phrase = randomUUID();
  const moved = { id: randomUUID(), board: copy, parent: null, x: 0, y: 2000, w: 600, h: 400, hue: 4 };
  const into = [{ id: first?.id ?? "", x: 24, y: 2056 }];
  const name = { lang: "en" as const, phrase };
  await give(at, [
    sent({ kind: "theme.make", ...moved, name, cards: into, themes: [] }, { [phrase]: "Something else" }),
  ]);
  expect(cards).toHaveLength(4);

  const page = await owner.newPage();
  await page.goto(`/studies/${study}/board?board=${board}&compare=${copy}`);
  const table = page.getByRole("table", { name: /Where quotes lie/ });
  await expect(table.getByRole("row")).toHaveCount(3);
  await expect(table.getByRole("row").nth(1)).toContainText("3");
  await page.getByRole("switch", { name: /Only what moved/ }).press("Space");
  await expect(table.getByRole("row")).toHaveCount(2);
  await table.getByRole("button", { name: /^1 quote from .* to Something else$/ }).click();
  await expect(page.getByRole("region", { name: /→ Something else$/ }).getByRole("listitem")).toHaveCount(1);
  await expect(page.getByText("50%")).toBeVisible();
  await accessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole("button", { name: "Back to the board" }).click();
  await expect(page.getByRole("listbox", { name: "Cards on the board" })).toBeAttached();
  await expect(table).toHaveCount(0);
});
