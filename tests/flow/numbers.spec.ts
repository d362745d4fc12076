/** Who speaks of what, counted and read; on the sample study. Rules: docs/spec/matrix.md. */
import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { SAMPLE } from "#prisma/sample/plan.ts";
import { test } from "#tests/kit/flow.ts";
import { lookedThrough } from "#tests/kit/looked.ts";

test("[MX4][MX16][MX17][MX19] a table is chosen, walked through by keys alone, read cell by cell, handed on by its address, and taken", async ({
  app,
  owner,
  accessible,
}) => {
  const page = await owner.newPage();
  await page.goto(`/studies/${SAMPLE}/findings`);
  await page.getByRole("link", { name: "Numbers" }).click();
  const grid = page.getByRole("grid", { name: "Themes by Kind of organisation" });
  const cell = (name: string) => grid.getByRole("button", { name, exact: true });
  await expect(cell("It starts with two people, All: 10 of 11 organisations")).toBeVisible();
  await accessible(page);

  await cell("It starts with two people, All: 10 of 11 organisations").focus();
  await page.keyboard.press("ArrowRight");
  await expect(cell("It starts with two people, Local authorities: 6 of 7 organisations")).toBeFocused();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "It starts with two people · Local authorities" });
  await expect(dialog.getByText("10 quotes · Said by 9 participants from 6 organisations")).toBeVisible();
  await expect(dialog.getByRole("listitem")).toHaveCount(10);
  await accessible(page);
  await page.keyboard.press("Escape");
  await expect(cell("It starts with two people, Local authorities: 6 of 7 organisations")).toBeFocused();
  await page.keyboard.press("Control+End");
  await expect(cell("Residents do not see the border, Housing associations: 1 of 1 organisation")).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowUp");
  await expect(cell("Translation as the last step, All: 7 of 11 organisations")).toBeFocused();

  await page.getByRole("radio", { name: "Together" }).click();
  await page.getByRole("radio", { name: "Quotes", exact: true }).click();
  await expect(page.getByRole("grid", { name: "Themes with Tags" })).toBeVisible();
  await accessible(page);
  const other = await owner.newPage();
  await other.goto(page.url());
  await expect(
    other.getByRole("button", { name: "It starts with two people with trust between people: 11 quotes", exact: true }),
  ).toBeVisible();
  await other.getByRole("radio", { name: "Saturation" }).click();
  await expect(other.getByText("The last 7 sources brought nothing new.")).toBeVisible();
  await expect(other.getByRole("img", { name: "How many tags and themes there were after each source" })).toBeVisible();
  await accessible(other);

  await lookedThrough({ request: owner.request, url: app.url, study: SAMPLE });
  await other.getByRole("button", { name: "Download" }).press("Enter");
  const asked = other.getByRole("dialog", { name: "Download: Saturation" });
  await asked.getByRole("radio", { name: "Picture (.png)" }).press("Space");
  await accessible(other);
  const waiting = other.waitForEvent("download");
  await asked.getByRole("button", { name: "Download" }).press("Enter");
  const taken = await waiting;
  expect(taken.suggestedFilename()).toBe("numbers-en.png");
  expect(
    readFileSync(await taken.path())
      .subarray(0, 8)
      .toString("hex"),
  ).toBe("89504e470d0a1a0a");
  await expect(asked).toBeHidden();
});

test("[FW3][FW4] a case and a theme: the quotes are read beside the table, a summary is written, and keys lead back to its cell", async ({
  owner,
  accessible,
}) => {
  const page = await owner.newPage();
  await page.goto(`/studies/${SAMPLE}/findings/numbers?view=framework`);
  const grid = page.getByRole("grid", { name: "Framework: Participants and themes" });
  const cell = grid.getByRole("button").first();
  await expect(cell).toHaveAccessibleName(/^P\d+,? .+ No summary$/);
  await accessible(page);
  await cell.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  const beside = page.getByRole("complementary", { name: /^P\d+ / });
  await expect(beside.getByRole("heading", { level: 2 })).toBeFocused();
  await beside.getByRole("button", { name: "Write a summary" }).press("Enter");
  await beside
    .getByRole("textbox", { name: "Summary: English" })
    .fill("Begins with a colleague, and only then with a form.");
  await expect(cell).toHaveAccessibleName(/Begins with a colleague, and only then with a form\.$/);
  await accessible(page);
  await page.keyboard.press("Escape");
  await expect(cell).toBeFocused();
  await expect(beside).toBeHidden();
});

test("[EV5][EV6] what stands behind a finding is on one page: how many, how sure, which words, who agreed and when", async ({
  owner,
  accessible,
}) => {
  const page = await owner.newPage();
  await page.goto(`/studies/${SAMPLE}/findings`);
  await page
    .getByRole("navigation", { name: "Themes" })
    .getByRole("button", { name: /Welsh from the first sketch/ })
    .click();
  await page.getByRole("link", { name: "Evidence of finding 1" }).click();
  await expect(page.getByText("of the organisations interviewed speak of its themes: 11 of 11.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Read in its source" }).first()).toBeVisible();
  await page
    .getByRole("textbox", { name: "How sure we are, and why: English" })
    .fill("We heard nobody who translates.");
  await expect(page.getByText(/^Agreed by .+ on \d/)).toBeVisible();
  await expect(page.getByText("wrote the confidence note")).toBeVisible();
  await expect(page.getByText("1 thing has been done to it since.")).toBeVisible();
  await accessible(page);
  await page.getByRole("link", { name: "The study as it was then" }).click();
  await expect(page.getByText(/^As it was on/).first()).toBeVisible();
});
