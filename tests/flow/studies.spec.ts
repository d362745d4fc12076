/** The list of studies and the people of one: made, put away, deleted for ever; invited and let in. */
import { expect } from "@playwright/test";
import { people, test } from "#tests/kit/flow.ts";

test("[H1][H2] a new study opens at once, and stands in the list", async ({ owner, accessible }) => {
  const page = await owner.newPage();
  await page.goto("/");
  await page.getByRole("button", { name: "New study" }).click();
  await page.getByRole("button", { name: "Make the study" }).click();
  await expect(page.getByText("Give the study a title.")).toBeVisible();
  await accessible(page);
  await page.getByRole("textbox", { name: "Title" }).fill("Shared lessons");
  await page.getByRole("textbox", { name: "Title" }).press("Enter");
  await expect(page).toHaveURL(/\/studies\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1, name: "Shared lessons" })).toBeVisible();

  await page.getByRole("link", { name: "All studies" }).click();
  const row = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Shared lessons" }) });
  await expect(row).toContainText("Nothing in it yet");
  await expect(row).toContainText("Owner");
  await accessible(page);
});

test("[H3][H4] a study goes to the archive and back, and from the trash for ever once its title is typed", async ({
  owner,
  newStudy,
  accessible,
}) => {
  await newStudy("“What works” in Powys");
  const page = await owner.newPage();
  await page.goto("/");
  const menu = page.getByRole("button", { name: "What to do with ““What works” in Powys”" });

  await menu.click();
  await page.getByRole("menuitem", { name: "Archive" }).click();
  await expect(page.getByRole("button", { name: /^Archive \(/ })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(menu).toBeVisible();

  await menu.click();
  await page.getByRole("menuitem", { name: "Move to the trash" }).click();
  await page.getByRole("button", { name: /^Trash \(/ }).click();
  await page.getByRole("button", { name: /^Delete .+ for ever/ }).click();
  const dialog = page.getByRole("alertdialog", { name: "Delete this study for ever?" });
  await expect(dialog.getByRole("button", { name: "Delete for ever" })).toBeDisabled();
  await accessible(page);
  await dialog.getByRole("textbox", { name: "Type the title to confirm" }).fill('"what works" in  powys');
  await dialog.getByRole("button", { name: "Delete for ever" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { name: /What works/ })).toBeHidden();
});

test("[H5][H6] an invitation is shown once, lets one person in, and can be withdrawn; the last owner stays", async ({
  owner,
  browser,
  newStudy,
  app,
  accessible,
}) => {
  const study = await newStudy("Invited");
  const page = await owner.newPage();
  await page.goto(`/studies/${study}/settings`);
  await page.getByRole("radio", { name: "Observer" }).check({ force: true });
  await page.getByRole("button", { name: "Make a link" }).click();
  const shown = page.getByRole("textbox", { name: "Link" });
  const link = await shown.inputValue();
  expect(link.startsWith(`${app.url}/join/`)).toBe(true);
  await accessible(page);

  const visitor = await browser.newContext();
  const theirs = await visitor.newPage();
  await page.reload();
  await expect(page.getByRole("button", { name: /^Withdraw/ })).toBeVisible();
  await expect(shown).toBeHidden();
  await page.getByRole("button", { name: /^Withdraw/ }).click();
  await expect(page.getByRole("button", { name: /^Withdraw/ })).toBeHidden();
  await theirs.goto(link);
  await expect(theirs.getByRole("textbox", { name: "E-mail address" })).toBeHidden();
  await visitor.close();

  await page.getByRole("button", { name: new RegExp(`Role of ${people.owner.name}`) }).click();
  await page.getByRole("option", { name: "Analyst" }).click();
  await expect(page.getByText("A study needs an owner. Make somebody else an owner first.")).toBeVisible();
});

test("[H7] an analyst sees who belongs to the study, and neither addresses nor settings", async ({
  colleague,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Seen by an analyst");
  const page = await colleague.newPage();
  await page.goto(`/studies/${study}/settings`);
  await expect(page.getByText(people.owner.name)).toBeVisible();
  await expect(page.getByText(people.owner.email)).toBeHidden();
  await expect(page.getByRole("button", { name: "Make a link" })).toBeHidden();
  await accessible(page);
});

test("[H8] a study that is not one's own looks like one that does not exist", async ({ owner, accessible }) => {
  const page = await owner.newPage();
  for (const study of ["nothing", "0b8c1a52-5f0a-4f0e-9a51-0d2c6c1f9a77"]) {
    await page.goto(`/studies/${study}`);
    await expect(page.getByRole("heading", { level: 1, name: "Nothing is here" })).toBeVisible();
  }
  await accessible(page);
});
