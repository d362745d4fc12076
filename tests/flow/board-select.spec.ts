/** Choosing cards, walking among them, laying them again, and going about the board, in real browsers. */
import { randomUUID } from "node:crypto";
import type { BrowserContext, Locator, Page } from "@playwright/test";

import { give, sent } from "#tests/kit/board.ts";
import type { At } from "#tests/kit/board.ts";
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
  await accessible(page);

  await page.keyboard.press("Control+d");
  await expect(theme(page, "Trust, 8 cards")).toBeVisible();
  await expect(selected(page)).toHaveCount(4);
  await page.keyboard.press("Control+z");
  await expect(theme(page, "Trust, 4 cards")).toBeVisible();
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
