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
