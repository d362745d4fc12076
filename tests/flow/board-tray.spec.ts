/** The tray of quotes that lie nowhere on the board: looked through, carried, laid by keys, laid all at once. */
import type { Page } from "@playwright/test";
import { give, seed, sent } from "#tests/kit/board.ts";
import type { At } from "#tests/kit/bring.ts";
import { expect, test } from "#tests/kit/flow.ts";
import { rowsOf } from "#tests/kit/rows.ts";

/** Quotes of as many interviews, none of them on the board. */
async function unplaced(at: At, count: number): Promise<void> {
  const { cards } = await seed(at, count);
  const themes = [...new Set(cards.map(({ theme }) => theme))];
  await give(at, [
    sent({ kind: "cards.remove", ids: cards.map(({ id }) => id) }),
    ...themes.map((id) => sent({ kind: "theme.remove", id })),
  ]);
}

const tray = (page: Page) => page.getByRole("complementary", { name: "Unplaced quotes" });
const waits = (page: Page) => tray(page).getByRole("option");
const card = (page: Page) => page.getByRole("listbox", { name: "Cards on the board" }).getByRole("option");

test("[B95] [B97] quotes wait in the tray, are found there, and are carried to the board together or laid by keys", async ({
  app,
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Tray");
  await unplaced({ request: owner.request, url: app.url, study }, 9);
  const page = await owner.newPage();
  await page.goto(`/studies/${study}/board`);
  await page.getByRole("button", { name: "Show the 9 quotes that wait" }).click();
  await expect(waits(page).first()).toHaveAttribute("aria-setsize", "9");
  await tray(page).getByRole("button", { name: "Filters" }).click();
  await accessible(page);
  await tray(page)
    .getByRole("button", { name: /All sources/ })
    .click();
  await page.getByRole("option", { name: /^S02 .*\(1\)$/ }).click();
  await expect(waits(page)).toHaveCount(1);
  await expect(tray(page).getByText("1 of 9", { exact: true })).toBeVisible();
  await tray(page).getByRole("searchbox", { name: "Find words" }).fill("no such words");
  await tray(page).getByRole("button", { name: "Clear filters" }).click();

  await waits(page).nth(0).click();
  await waits(page)
    .nth(2)
    .click({ modifiers: ["Shift"] });
  await expect(tray(page).getByText("3 selected")).toBeVisible();
  const from = await waits(page).nth(1).boundingBox();
  const to = await page.locator(".board").boundingBox();
  if (!from || !to) throw new Error("not in sight");
  await page.mouse.move(from.x + 100, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + 500, to.y + 120, { steps: 8 });
  await expect(page.locator(".slip")).toHaveAttribute("data-count", "3");
  await page.mouse.up();
  await expect(card(page)).toHaveCount(3);
  await expect(page.getByRole("button", { name: "Unplaced quotes: 6" })).toBeVisible();

  await waits(page).first().focus();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Enter");
  await expect(card(page)).toHaveCount(5);
  await expect(waits(page).first()).toBeFocused();
  await page.keyboard.press("m");
  await page.getByRole("option", { name: "A new theme around them" }).click();
  await page.keyboard.type("Telephones");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Telephones, 1 card" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Unplaced quotes: 3" })).toBeVisible();
  await page.reload();
  await expect(waits(page)).toHaveCount(3);
});

test("[B98] all that wait are laid in groups with a theme each, and one undo brings all of them back", async ({
  app,
  owner,
  newStudy,
}) => {
  const study = await newStudy("Grouped");
  await unplaced({ request: owner.request, url: app.url, study }, 7);
  const page = await owner.newPage();
  await page.goto(`/studies/${study}/board`);
  await page.getByRole("button", { name: "Unplaced quotes: 7" }).press("Enter");
  await tray(page).getByRole("button", { name: "Place all 7" }).press("Enter");
  await expect(page.getByRole("menuitem", { name: "Source 7 themes" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText("7 quotes placed in 7 themes; none waits").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "S03, 1 card" })).toBeVisible();
  await expect(tray(page).getByText("All quotes lie here")).toBeVisible();
  await expect
    .poll(async () => (await rowsOf(owner.request, study, "theme")).filter(({ gone }) => !gone).length)
    .toBe(7);

  await page.getByRole("region", { name: "Messages" }).getByRole("button", { name: "Undo" }).first().click();
  await expect(waits(page)).toHaveCount(7);
  await expect(card(page)).toHaveCount(0);
});
