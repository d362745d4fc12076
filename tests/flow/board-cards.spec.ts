/** Cards in real browsers: how large they are, and finding them. */
import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";

import { expect, test } from "#tests/kit/flow.ts";
import { rowsOf } from "#tests/kit/rows.ts";

/** Lays insights in a row on a new study's board. */
async function seed(owner: BrowserContext, url: string, study: string, words: readonly string[]): Promise<void> {
  const [board] = await rowsOf(owner.request, study, "board");
  const commands = words.map((text, index) => {
    const phrase = { id: randomUUID(), lang: "en", words: text };
    const card = { id: randomUUID(), board: board?.id, theme: null, x: index * 264, y: 0 };
    return {
      cmdId: randomUUID(),
      phrases: [phrase],
      names: [],
      command: { kind: "insight.write", id: randomUUID(), body: { lang: "en", phrase: phrase.id }, card },
    };
  });
  const answer = await owner.request.post(`/api/studies/${study}/commands`, {
    data: { commands },
    headers: { origin: url },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

const card = (page: Page, words: string) => page.getByRole("option", { name: new RegExp(words) });
const words = ["Mae’r tŷ yn oer.", "Nobody asked us.", "The house was cold, nobody came."];

async function opened(context: BrowserContext, study: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`/studies/${study}/board`);
  await expect(card(page, "Nobody asked us")).toBeVisible();
  return page;
}

test("[B65] [B68] by keys alone: several cards made large at once, cards found by words and gone to", async ({
  app,
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Found by keys");
  await seed(owner, app.url, study, words);
  const page = await opened(owner, study);

  await card(page, "Nobody asked us").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Space");
  await page.keyboard.press("s");
  await expect(page.getByText("2 cards made large")).toBeAttached();
  const sizes = async () => (await rowsOf(owner.request, study, "card")).map(({ size }) => size).sort();
  await expect.poll(sizes).toEqual(["l", "l", "m"]);
  await page.keyboard.press("Control+z");
  await expect.poll(sizes).toEqual(["m", "m", "m"]);

  await page.keyboard.press("/");
  const field = page.getByRole("searchbox", { name: "Words on cards" });
  await expect(field).toBeFocused();
  await accessible(page);
  await page.keyboard.type("TY");
  const strip = page.getByRole("search", { name: "Find cards" });
  await expect(strip).toContainText("1 of 3");
  await field.fill("nobody");
  await expect(strip).toContainText("2 of 3");
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 of 2: Nobody asked us.")).toBeAttached();
  await page.keyboard.press("F3");
  await expect(page.getByText("2 of 2: The house was cold, nobody came.")).toBeAttached();
  await page.keyboard.press("Escape");
  await expect(strip).toBeHidden();
  await expect(card(page, "The house was cold")).toBeFocused();

  await page.getByRole("button", { name: "Outline" }).click();
  await page.keyboard.press("Control+f");
  await page.keyboard.type("oer");
  await expect(strip).toContainText("1 of 3");
  await strip.getByRole("button", { name: "Select all matches" }).click();
  await expect(page.getByRole("treeitem", { selected: true })).toHaveText(/Mae’r tŷ yn oer/);
});
