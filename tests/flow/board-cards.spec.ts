/** Cards in real browsers: how large they are, what their colour tells, finding them, and talking about them. */
import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import { SAMPLE } from "#prisma/sample/plan.ts";

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

test("[B65] [B68] [B126] [B131] by keys alone: several cards made large at once, cards found by words and gone to", async ({
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
  const lies = async () => (await rowsOf(owner.request, study, "card")).map(({ x, y }) => [x, y].join()).sort();
  expect(await lies()).not.toEqual(["0,0", "264,0", "528,0"]); // one has made way
  await page.keyboard.press("Control+z");
  await expect.poll(sizes).toEqual(["m", "m", "m"]);
  expect(await lies()).toEqual(["0,0", "264,0", "528,0"]);

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
  // From within the tree, F3 takes the focus along.
  await field.fill("nobody");
  await expect(strip).toContainText("2 of 3");
  await page.getByRole("treeitem").last().focus();
  await page.keyboard.press("F3");
  await expect(page.getByRole("treeitem", { name: /Nobody asked us/ })).toBeFocused();
  await page.keyboard.press("Escape");

  // Ctrl+A where nothing has the focus means the cards, not the words of the page.
  await page.getByRole("button", { name: "Board", exact: true }).click();
  await expect(card(page, "Nobody asked us")).toBeVisible();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("Control+a");
  await expect(page.getByRole("option", { selected: true })).toHaveCount(3);
  expect(await page.evaluate(() => getSelection()?.toString() ?? "")).toBe("");
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("Shift+Digit0");
  await expect(page.getByRole("button", { name: /^Zoom to 100 %/ })).toHaveText("100 %");
});

test("[B67] [B69] a colleague sees that there is a memo on a card, answers it, and the talk is settled", async ({
  app,
  owner,
  colleague,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Talked about");
  await seed(owner, app.url, study, words);
  const mine = await opened(owner, study);
  const theirs = await opened(colleague, study);

  await card(mine, "Nobody asked us").focus();
  await mine.keyboard.press("r");
  const panel = mine.getByRole("complementary", { name: "Card" });
  await expect(panel).toBeFocused();
  await panel.getByRole("textbox", { name: "Write a memo" }).fill("Who is “us” here?");
  await mine.keyboard.press("Control+Enter");
  await expect(panel.getByRole("article", { name: "Memo by Olwen Pritchard" })).toContainText("Who is “us” here?");
  await accessible(mine);

  await card(theirs, "Nobody asked us.*1 open memo").click({ button: "right" });
  await theirs.getByRole("menuitem", { name: "Read in full" }).click();
  const talk = theirs.getByRole("complementary", { name: "Card" });
  await expect(talk.getByRole("article", { name: "Memo by Olwen Pritchard" })).toContainText("Who is “us” here?");
  await talk.getByRole("button", { name: "Answer" }).click();
  await theirs.keyboard.type("The caretakers, I think.");
  await theirs.keyboard.press("Control+Enter");

  await expect(panel.getByRole("article", { name: "Memo by Tomos Rees" })).toContainText("The caretakers, I think.");
  await panel.getByRole("button", { name: "Settle" }).click();
  await expect(panel.getByRole("button", { name: "1 settled talk" })).toBeVisible();
  await expect(card(theirs, "Nobody asked us.*1 open memo")).toHaveCount(0);
  await panel.getByRole("heading", { name: "Memos" }).click();
  await mine.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(card(mine, "Nobody asked us")).toBeFocused();
});

test("[B66] colour tells the kind of organisation; the legend names and counts it, and this browser keeps the choice", async ({
  owner,
  accessible,
}) => {
  const page = await owner.newPage();
  await page.goto(`/studies/${SAMPLE}/board`);
  await page.getByRole("button", { name: "Colour of cards" }).click();
  await page.getByRole("radio", { name: "Kind of organisation" }).check({ force: true });
  await page.keyboard.press("Escape");
  const legend = page.getByRole("complementary", { name: "Legend" });
  await expect(legend.getByRole("listitem")).toHaveText([
    /local authority/,
    /arm’s length body/,
    /housing association/,
    /education/,
    /national park/,
    /No organisation/,
  ]);
  await accessible(page);
  await legend.getByRole("button", { name: /national park/ }).click();
  await expect(page.getByText("1 card selected")).toBeAttached();

  await page.reload();
  await expect(legend).toBeVisible();
  await legend.getByRole("button", { name: "Colour by theme again" }).click();
  await expect(legend).toBeHidden();
});
