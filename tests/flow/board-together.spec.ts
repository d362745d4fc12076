/** Working together on a board, in two real browsers. */
import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import { expect, test } from "#tests/kit/flow.ts";
import { boardOf, give, sent } from "#tests/kit/board.ts";

const card = (page: Page, words: string) => page.getByRole("option", { name: new RegExp(words) });

/** Lays two insights on a study's board. */
async function seed(owner: BrowserContext, url: string, study: string): Promise<string> {
  const at = { request: owner.request, url, study };
  const board = await boardOf(at);
  await give(
    at,
    ["They never told us.", "Nobody asked."].map((words, place) => {
      const phrase = randomUUID();
      const on = { id: randomUUID(), board, theme: null, x: place * 264, y: 0 };
      const body = { lang: "en" as const, phrase };
      return sent({ kind: "insight.write", id: randomUUID(), body, card: on }, { [phrase]: words });
    }),
  );
  return board;
}

async function opened(context: BrowserContext, study: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`/studies/${study}/board`);
  await expect(card(page, "They never told us")).toBeVisible();
  return page;
}

test("[B105] a card that somebody has selected is outlined for the others, with a name", async ({
  app,
  owner,
  colleague,
  newStudy,
}) => {
  const study = await newStudy("Selected");
  await seed(owner, app.url, study);
  const mine = await opened(owner, study);
  const theirs = await opened(colleague, study);

  await card(theirs, "Nobody asked").click();
  const holder = mine.locator(".board-holder");
  await expect(holder).toHaveText(/\w/);
  const place = await holder.boundingBox();
  const under = await card(mine, "Nobody asked").boundingBox();
  expect(Math.abs((place?.x ?? 0) - (under?.x ?? 99))).toBeLessThan(8);
  await theirs.keyboard.press("Escape");
  await expect(holder).toBeHidden();
});

const menu = (page: Page) => page.getByRole("button", { name: "Work together" });
const zoom = (page: Page) => page.getByRole("button", { name: /^Zoom to 100 %/ });

test("[B106] [B107] [B108] a vote: dots by keys, menu and bar, hidden from the others until they are revealed", async ({
  app,
  owner,
  colleague,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Vote");
  await seed(owner, app.url, study);
  const mine = await opened(owner, study);
  const theirs = await opened(colleague, study);

  await menu(mine).focus();
  await mine.keyboard.press("Enter");
  await accessible(mine);
  await mine.getByRole("menuitem", { name: "Vote with dots…" }).press("Enter");
  await mine.getByRole("textbox", { name: "Dots for each person" }).fill("3");
  await mine.getByRole("button", { name: "Start the vote" }).click();
  await expect(theirs.getByRole("region", { name: "Vote" }).getByText("Vote: 3 of 3 dots left")).toBeVisible();

  await card(mine, "Nobody asked").focus();
  await mine.keyboard.press("v");
  await mine.keyboard.press("v");
  await mine.keyboard.press("v");
  await mine.keyboard.press("Shift+V");
  await expect(mine.getByRole("region", { name: "Vote" }).getByText("Vote: 1 of 3 dots left")).toBeVisible();
  await expect(card(mine, "Nobody asked.* 2 dots")).toBeVisible();
  await accessible(mine);

  await card(theirs, "They never told us").click({ button: "right" });
  await theirs.getByRole("menuitem", { name: "Lay a dot" }).click();
  await theirs.getByRole("button", { name: "Lay a dot on the selected card" }).click();
  await expect(theirs.getByRole("region", { name: "Vote" }).getByText("Vote: 1 of 3 dots left")).toBeVisible();
  await card(theirs, "Nobody asked").click();
  await theirs.getByRole("button", { name: "Lay a dot on the selected card" }).click();
  await expect(card(theirs, "Nobody asked.* 1 dot")).toBeVisible();
  await expect(card(mine, "They never told us.*vote")).toHaveCount(0);

  await mine.getByRole("button", { name: "Reveal" }).click();
  await mine.getByRole("button", { name: "Reveal the dots" }).click();
  await expect(card(theirs, "Nobody asked.* 3 dots")).toBeVisible();
  const results = mine.getByRole("complementary", { name: "Results of the vote" });
  await expect(results.getByRole("listitem")).toHaveText([
    /5 dots:\s*Unclustered/,
    /3 dots:\s*Nobody asked/,
    /2 dots:\s*They never told us/,
  ]);
  await accessible(mine);
  await results.getByRole("button", { name: "Select these" }).click();
  await expect(mine.getByRole("option", { selected: true })).toHaveCount(2);

  await mine.getByRole("button", { name: "End the vote" }).click();
  await mine.getByRole("alertdialog").getByRole("button", { name: "End the vote" }).click();
  await expect(theirs.getByRole("region", { name: "Vote" })).toBeHidden();
});

test("[B109] [B110] [B111] following a colleague, calling all here, and a timer that all see", async ({
  app,
  owner,
  colleague,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Following");
  await seed(owner, app.url, study);
  const mine = await opened(owner, study);
  const theirs = await colleague.newPage();
  await theirs.goto(`/studies/${study}/guide`);

  // A call reaches those on another screen, and moves nobody until they go.
  await menu(mine).click();
  await mine.getByRole("menuitem", { name: "Call everyone here" }).click();
  const call = theirs.getByRole("region", { name: "Call" });
  await expect(call).toContainText("calls you to the board");
  await accessible(theirs);
  await call.getByRole("button", { name: "Go there" }).press("Enter");
  await expect(card(theirs, "They never told us")).toBeVisible();

  // Who follows goes where the other looks; a move of one's own ends it.
  await menu(theirs).focus();
  await theirs.keyboard.press("Enter");
  await theirs.getByRole("menuitem", { name: /^Follow / }).press("Enter");
  const followed = theirs.getByRole("region", { name: "Following" });
  await expect(followed).toContainText("any move of your own stops");
  await mine.getByRole("button", { name: "Zoom out" }).click();
  await expect(zoom(theirs)).toHaveText(/^(6\d|7[01]) %$/); // a little less where the window is a little smaller
  await accessible(theirs);
  await theirs.keyboard.press("Escape");
  await expect(followed).toBeHidden();

  await menu(theirs).click();
  await theirs.getByRole("menuitem", { name: /^Follow / }).click();
  await mine.getByRole("link", { name: "Findings" }).click();
  await expect(followed).toContainText("who is on findings");
  await theirs.getByRole("button", { name: "Zoom in" }).click();
  await expect(followed).toBeHidden();

  await menu(theirs).click();
  await theirs.getByRole("menuitem", { name: "Timer" }).press("ArrowRight");
  await theirs.getByRole("menuitem", { name: "5 minutes", exact: true }).press("Enter");
  await expect(theirs.getByRole("timer", { name: "Time left" })).toHaveText(/^(5:00|4:5\d)$/);
  await mine.getByRole("link", { name: "Board", exact: true }).click();
  await expect(mine.getByRole("timer", { name: "Time left" })).toHaveText(/^4:\d\d|5:00$/);
  await accessible(mine);
  await mine.getByRole("button", { name: "Stop the timer" }).click();
  await expect(theirs.getByRole("timer")).toBeHidden();
});
