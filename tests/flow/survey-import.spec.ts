/** A survey in a workbook comes in, and its later wave after it, in a real browser. Rules: docs/spec/import.md. */
import { expect, test } from "#tests/kit/flow.ts";
import { xlsx } from "#tests/kit/workbook.ts";

const HEADINGS = ["Response ID", "Email", "Sector", "What would you change?"];
const answers = (count: number) =>
  Array.from({ length: count }, (_, at) => [
    `${at + 1}`,
    `person${at}@example.org`,
    at % 2 === 0 ? "Housing" : "Health",
    `Letters that say in plain words what happens next, number ${at}`,
  ]);
const book = (count: number) =>
  xlsx([
    { name: "Guide", rows: [["How this was asked"], ["In March"]] },
    { name: "Form Responses 1", rows: [HEADINGS, ...answers(count)] },
    { name: "Empty", rows: [] },
  ]);
const file = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  buffer: Buffer.from(bytes),
});

test("[I90] [I96] [I102] a workbook's sheet and headings are chosen, and a later wave leaves out what is in", async ({
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Waves of a survey");
  const page = await owner.newPage();
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`/studies/${study}/sources/import`);
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles(file("spring.xlsx", book(4)));

  const preview = page.getByRole("article", { name: "spring.xlsx" });
  await expect(preview.getByText("Google Forms")).toBeVisible();
  await expect(preview.getByRole("button", { name: /Sheet$/ })).toContainText("Form Responses 1");
  await expect(preview.getByText(/1 column is ignored: E-mail addresses \(1\)/)).toBeVisible();
  await expect(preview.getByText("4 responses will come in")).toBeVisible();
  await accessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  // Another sheet and back, by keyboard; then a row of headings more, and back.
  await preview.getByRole("button", { name: /Sheet$/ }).press("Enter");
  await page.getByRole("option", { name: /^Guide/ }).press("Enter");
  await expect(preview.getByText("1 response will come in")).toBeVisible();
  await preview.getByRole("button", { name: /Sheet$/ }).press("Enter");
  await page.getByRole("option", { name: /^Form Responses 1/ }).press("Enter");
  await expect(preview.getByText("4 responses will come in")).toBeVisible();
  await preview.getByRole("textbox", { name: "Rows of headings" }).press("ArrowUp");
  await expect(preview.getByText("3 responses will come in")).toBeVisible();
  await preview.getByRole("textbox", { name: "Rows of headings" }).press("ArrowDown");
  await expect(preview.getByText("4 responses will come in")).toBeVisible();
  await preview.getByRole("button", { name: "Bring this in" }).click();
  await expect(preview.getByText("4 responses with 4 comments")).toBeVisible();

  await page.goto(`/studies/${study}/sources/import`);
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles(file("summer.xlsx", book(6)));
  const later = page.getByRole("article", { name: "summer.xlsx" });
  await expect(later.getByText("4 of 6 responses are in this study already")).toBeVisible();
  await expect(later.getByText("2 responses will come in")).toBeVisible();
  const asks = later.getByRole("button", { name: /Question that What would you change\? answers/ });
  await expect(asks).toContainText("What would you change?");
  await expect(asks).not.toContainText("New question");
  await later.getByRole("button", { name: "Bring this in" }).click();
  await expect(later.getByText("2 responses with 2 comments")).toBeVisible();
  await expect(later.getByText("4 responses were in this study already and were left out.")).toBeVisible();
});
