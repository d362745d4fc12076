/** The codebook in a real browser, by keyboard alone and with a real pointer. Rules: docs/spec/codebook.md. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { give, seed, sent } from "#tests/kit/board.ts";
import { test } from "#tests/kit/flow.ts";
import { rowsOf } from "#tests/kit/rows.ts";

const row = (page: Page, name: string) => page.getByRole("row", { name, exact: true });

/** Chooses from the menu of the row that has the focus. */
async function choose(page: Page, item: string): Promise<void> {
  await page.keyboard.press("Shift+F10");
  await expect(page.getByRole("menu")).toBeVisible();
  await page.getByRole("menuitem", { name: item }).focus();
  await page.keyboard.press("Enter");
}

test("[CB33] [RF4] [RF8] [CB2] [CB9] [CB26] [P23] by keyboard alone: made, nested, merged with a reason, undone, downloaded, brought in", async ({
  owner,
  newStudy,
  accessible,
}) => {
  const page = await owner.newPage();
  await page.goto(`/studies/${await newStudy("Codebook by keys")}/tags`);
  const field = page.getByRole("textbox", { name: "New tag" });
  await field.focus();
  for (const name of ["Trust", "Officers", "Staff", "Delay"]) {
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await expect(row(page, name)).toBeVisible();
  }
  await accessible(page);

  // Alt with arrows: into the one before, then past it.
  await row(page, "Delay").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await expect(row(page, "Officers")).toBeFocused();
  await page.keyboard.press("Alt+ArrowRight");
  await expect(row(page, "Officers")).toHaveAttribute("aria-level", "2");
  await expect(row(page, "Officers")).toBeFocused();
  await page.keyboard.press("s");
  await expect(row(page, "Staff")).toBeFocused();
  await choose(page, "Move to…");
  await page.keyboard.type("Trust");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(row(page, "Staff")).toHaveAttribute("aria-level", "2");

  // Texts are written in place.
  await row(page, "Staff").focus();
  await page.keyboard.press("Enter");
  const description = page.getByRole("textbox", { name: "Description: English" });
  await description.focus(); // it may not be writable yet: the focus stays with it
  await expect(description).toBeEditable();
  await expect(description).toBeFocused();
  await page.keyboard.type("People who work there, =as said");
  await page.keyboard.press("Tab");

  await row(page, "Officers").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByRole("toolbar", { name: "2 tags chosen" })).toBeVisible();
  await page.getByRole("button", { name: "Merge…" }).press("Enter");
  const merging = page.getByRole("dialog", { name: "Merge 2 tags" });
  await accessible(page);
  await merging.getByRole("textbox", { name: /^Why/ }).focus();
  await page.keyboard.type("They are the same people.");
  await merging.getByRole("button", { name: "Merge into Officers" }).press("Enter");
  await expect(row(page, "Staff")).toHaveCount(0);
  const panel = page.getByRole("complementary", { name: "Tag in full" });
  await expect(panel.getByRole("region", { name: "History" })).toContainText("Staff was merged into this");
  await expect(panel.getByRole("region", { name: "History" })).toContainText("They are the same people.");
  await panel.getByRole("button", { name: "Texts of Staff" }).press("Enter");
  await expect(panel.getByText("People who work there, =as said")).toBeVisible();
  await accessible(page);

  await page.getByRole("button", { name: /^Undo/ }).first().press("Enter");
  await expect(row(page, "Staff")).toBeVisible();
  await expect(panel.getByRole("region", { name: "History" })).toHaveCount(0);

  await page.getByRole("button", { name: "Download" }).press("Enter");
  const waiting = page.waitForEvent("download");
  await page.getByRole("dialog").getByRole("button", { name: "Download" }).press("Enter");
  const taken = await waiting;
  expect(taken.suggestedFilename()).toBe("codebook-en.csv");
  const bytes = readFileSync(await taken.path());
  expect(bytes.toString("utf8")).toContain("Trust › Staff");

  await page.getByRole("button", { name: "Download" }).press("Enter");
  const taking = page.getByRole("dialog", { name: "Download the codebook" });
  await taking.getByRole("radio", { name: /^Table/ }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(taking.getByRole("radio", { name: /^REFI-QDA codebook/ })).toBeChecked();
  await accessible(page);
  const coming = page.waitForEvent("download");
  await taking.getByRole("button", { name: "Download" }).press("Enter");
  const refi = await coming;
  expect(refi.suggestedFilename()).toBe("codebook-en.qdc");
  const project = { name: "any.xml", mimeType: "text/xml", buffer: readFileSync(await refi.path()) };

  await page.goto(`/studies/${await newStudy("Codebook brought in")}/tags`);
  await page.getByRole("button", { name: "Bring in" }).press("Enter");
  const bringing = page.getByRole("dialog", { name: "Bring in a codebook" });
  const file = { name: "codebook-en.csv", mimeType: "text/csv", buffer: bytes };
  const chooser = page.waitForEvent("filechooser");
  await bringing.getByRole("button", { name: "Choose a file" }).press("Enter");
  await (await chooser).setFiles(file);
  await expect(bringing.getByText(/^4 new tags, none different/)).toBeVisible();
  await accessible(page);
  await bringing.getByRole("button", { name: "Bring in 4 tags" }).press("Enter");
  await expect(row(page, "Staff")).toHaveAttribute("aria-level", "2");
  await expect(row(page, "Staff")).toContainText("People who work there, =as said");
  await page.getByRole("button", { name: "Bring in" }).press("Enter");
  await bringing.locator("input[type=file]").setInputFiles(file);
  await expect(bringing.getByText(/^No new tags, none different, 4 the same/)).toBeVisible();
  await bringing.locator("input[type=file]").setInputFiles(project);
  await expect(bringing.getByText("A REFI-QDA codebook, written by Carthen (en).")).toBeVisible();
  await expect(bringing.getByText(/^No new tags, none different, 4 the same/)).toBeVisible();
  await bringing.getByRole("button", { name: "Cancel" }).press("Enter");
  await page.getByRole("button", { name: /^Undo/ }).first().press("Enter");
  await expect(page.getByRole("heading", { name: "No tags yet" })).toBeVisible();
});

test("[CB30] [CB32] [CB10] [CB34] six hundred tags: dragged with a real pointer, split, and offered with what they stand in", async ({
  app,
  owner,
  newStudy,
  accessible,
}) => {
  test.slow(); // a study of quotes is made
  const study = await newStudy("Codebook of many");
  const at = { request: owner.request, url: app.url, study };
  await seed(at, 24);
  const many = Array.from({ length: 588 }, () => randomUUID());
  await give(
    at,
    many.map((id, n) => {
      const phrase = randomUUID();
      const parent = n % 7 === 0 ? null : (many[n - (n % 7)] ?? null);
      return sent(
        { kind: "tag.add", id, parent, hue: (n % 10) + 1, name: { lang: "en", phrase } },
        { [phrase]: `matter ${n}` },
      );
    }),
  );
  const page = await owner.newPage();
  await page.goto(`/studies/${study}/tags`);
  await expect(page.getByText("600 tags")).toBeVisible();
  expect(await page.getByRole("row").count()).toBeLessThan(60);

  // Onto another: it lies within. The list is dragged, not selected.
  const place = async (name: string) => {
    const box = await row(page, name).boundingBox();
    if (!box) throw new Error(`${name} is not in sight`);
    return { x: box.x + 200, y: box.y + box.height / 2, height: box.height };
  };
  const from = await place("topic 3");
  const to = await place("topic 1");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y - 20, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
  await expect(row(page, "topic 3")).toHaveAttribute("aria-level", "2");
  // Above the first: it lies there, and the list remembers for everybody.
  const moved = await place("topic 3");
  await page.mouse.move(moved.x, moved.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y - to.height / 2 + 3, { steps: 8 });
  await page.mouse.up();
  await expect(row(page, "topic 3")).toHaveAttribute("aria-level", "1");
  await expect(row(page, "topic 3")).toHaveAttribute("aria-posinset", "1");
  await expect(row(page, "topic 1")).toHaveAttribute("aria-posinset", "2");

  await row(page, "topic 1").focus();
  await page.keyboard.press("End");
  await expect(row(page, "matter 587")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(row(page, "topic 3")).toBeFocused();

  await choose(page, "Split…");
  const splitting = page.getByRole("dialog", { name: "Split topic 3" });
  await splitting.getByRole("checkbox").nth(1).press("Space");
  await splitting.getByRole("radio", { name: "To a new tag within topic 3" }).press("Space");
  await splitting.getByRole("textbox", { name: "Name of the new tag" }).fill("only one of them");
  await accessible(page);
  await splitting.getByRole("button", { name: "Split off 1 quote" }).press("Enter");
  await expect(row(page, "only one of them")).toHaveAttribute("aria-level", "2");
  await expect.poll(async () => rowsOf(owner.request, study, "tagStep")).toMatchObject([{ kind: "split", quotes: 1 }]);

  const [source] = await rowsOf(owner.request, study, "source");
  await page.goto(`/studies/${study}/sources/${source?.id ?? ""}`);
  await page.locator('[data-turn="1"]').focus();
  await page.keyboard.press("]");
  await page.keyboard.press("q");
  await page.keyboard.type("topic 3 › only");
  await expect(page.getByRole("option").first()).toContainText("topic 3 › only one of them");
});
