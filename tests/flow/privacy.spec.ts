/** What may identify somebody is found by itself and decided by keys alone. */
import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { give, sent } from "#tests/kit/board.ts";
import { bringTranscript } from "#tests/kit/bring.ts";
import { test } from "#tests/kit/flow.ts";

const TEXT = `Interviewer: Who runs it now?
Manager: Bethan Prosser does, from Tregaron. Ring her on 029 2018 0000, or Ifor Gwilym.
Manager: It began on 14 November 2023, with Blorvex, for Gwent Police.
`;

test("[I80] [I83] [I84] [I86] [I90] [I91] [I92] [I93] [I97] [I98] [DC20] [DC22] [DC24] the queue is worked by keys alone, several at once, and one step takes it back", async ({
  owner,
  colleague,
  app,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Whose names");
  const source = await bringTranscript({ request: owner.request, url: app.url, study }, TEXT, {
    speakers: [
      { label: "Interviewer", participant: null, interviewer: true },
      { label: "Manager", participant: null, interviewer: false },
    ],
  });
  const page = await owner.newPage();
  await page.goto(`/studies/${study}/privacy`);
  await expect(page.getByText("The one source has been looked through.")).toBeVisible({ timeout: 30_000 });
  const list = page.getByRole("listbox", { name: "What may identify somebody" });
  const first = list.getByRole("option", { name: /Bethan Prosser/ });
  await expect(first).toContainText("Person · 1 place in 1 source");
  await accessible(page);

  await list.getByRole("option").first().focus();
  while (!(await first.evaluate((option) => option === document.activeElement))) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(first).toHaveCount(0);
  await expect(list.getByRole("option").and(page.locator(":focus"))).toHaveCount(1); // and the hands stay there

  const place = list.getByRole("option", { name: /Tregaron/ });
  while (!(await place.evaluate((option) => option === document.activeElement))) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("k");
  await page.keyboard.type("A town of thousands.");
  await page.keyboard.press("Enter");
  await expect(place).toHaveCount(0);

  // What would name a body after all is shown with its reason; what stands in the form is the first that does not.
  await list.getByRole("option", { name: /Gwent Police/ }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "police force" })).toContainText(
    "Cannot be taken: only 4 in Wales, at least 5 are needed",
  );
  await expect(page.getByRole("textbox", { name: "In English text" })).toHaveValue("emergency service");
  await expect(page.getByRole("button", { name: "public body · corff cyhoeddus" })).toBeVisible();

  // All that is left identifies nobody.
  await list.getByRole("option").first().focus();
  await page.keyboard.press("Control+a");
  await expect(page.getByRole("heading", { name: /chosen together/ })).toBeVisible();
  await page.keyboard.press("n");
  await expect(page.getByText("Nothing to decide")).toBeVisible();

  await page.getByRole("tab", { name: /Decided/ }).click();
  const decided = page.getByRole("listbox", { name: "What may identify somebody" });
  await expect(decided.getByRole("option", { name: /Bethan Prosser/ })).toContainText("[person] · [unigolyn]");
  await expect(decided.getByRole("option", { name: /14 November 2023/ })).toContainText("Identifies nobody");
  await expect(decided.getByRole("option", { name: /Tregaron/ })).toContainText("Kept, with a reason"); // a place needs one person
  await accessible(page);

  // A colleague knows it for somebody's name: then it waits for a second person, who is not whoever decided to keep it.
  const theirs = await colleague.newPage();
  await theirs.goto(`/studies/${study}/privacy?part=decided`);
  await theirs.getByRole("option", { name: /Tregaron/ }).click();
  await theirs.getByRole("button", { name: /What it names/ }).press("Enter");
  await theirs.getByRole("option", { name: "Person", exact: true }).press("Enter");
  await expect(decided.getByRole("option").first()).toContainText("Tregaron To be kept: waits for a second person");

  // The colleague reads why, and agrees with one key.
  await theirs.goto(`/studies/${study}/privacy`);
  await theirs.getByRole("button", { name: "Look at what waits" }).press("Enter");
  const asked = theirs.getByRole("listbox").getByRole("option").first();
  await expect(asked).toContainText("Tregaron To be kept: waits for you to agree");
  await expect(theirs.getByText(/ would keep Tregaron, because: A town of thousands\.$/)).toBeVisible();
  await accessible(theirs);
  await asked.press("Enter");
  await expect(theirs.getByRole("button", { name: "Look at what waits" })).toHaveCount(0);
  await expect(decided.getByRole("option", { name: /Tregaron/ })).toContainText("Kept, with a reason");

  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the log (.csv)" }).click();
  expect((await waiting).suggestedFilename()).toBe("CONFIDENTIAL-anonymisation-log-en.csv");

  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByRole("tab", { name: "To decide 0" })).toHaveCount(0);
  await page.getByRole("tab", { name: /To decide/ }).click();
  await expect(list.getByRole("option", { name: /14 November 2023/ })).toBeVisible();

  // What nobody found is added from the text, and waits with the rest.
  await page.goto(`/studies/${study}/sources/${source}`);
  await page.locator('[data-turn="2"]').focus();
  await page.keyboard.press("]");
  await page.keyboard.press("]");
  await page.keyboard.press("i");
  await expect(page.getByText("“It began” is looked for everywhere.", { exact: false })).toBeVisible();
  await page.goto(`/studies/${study}/privacy`);
  await expect(list.getByRole("option", { name: /It began/ })).toContainText("1 place in 1 source");

  // One mention is decided otherwise, by keys alone; it waits for the colleague, who agrees.
  await page.getByRole("tab", { name: /Decided/ }).click();
  await decided.getByRole("option", { name: /Bethan Prosser/ }).click();
  await page.getByRole("button", { name: "Decide about single places" }).press("Enter");
  const here = page.getByRole("listbox", { name: "Places" }).getByRole("option");
  await expect(here).toContainText("S01 · as everywhere else");
  await here.focus();
  await page.keyboard.press("k");
  await page.keyboard.type("She speaks for herself here.");
  await page.keyboard.press("Enter");
  await expect(here).toContainText("S01 · waits for a second person");
  await accessible(page);
  await page.keyboard.press("Escape");
  await theirs.goto(`/studies/${study}/privacy?part=decided`);
  await theirs.getByRole("option", { name: "Bethan Prosser 1 place waits for you to agree" }).click();
  await theirs.getByRole("button", { name: "Decide about single places" }).press("Enter");
  await expect(theirs.getByText(/would show the words here, because: She speaks for herself here\.$/)).toBeVisible();
  await theirs.getByRole("button", { name: "Agree for this place" }).press("Enter");
  await expect(theirs.getByRole("listbox", { name: "Places" }).getByRole("option")).toContainText("S01 · kept here");

  // And whoever has read all of it says so.
  await page.getByRole("tab", { name: "Read through" }).click();
  await page.getByRole("checkbox", { name: "S01 is read through" }).press("Space");
  await expect(page.getByText(/^Read through by /)).toBeVisible();
  await expect(page.getByText("1 of 1 read through")).toBeVisible();
  await accessible(page);

  // The owner lowers a limit, which needs a reason, and accepts a small class; a colleague reads both and can change neither.
  const body = randomUUID();
  const fields = { region: null, named: false, namedOn: null, name: null, aliases: null };
  await give({ request: owner.request, url: app.url, study }, [
    sent({ kind: "organisation.add", id: body, fields: { kind: "housing_association", ...fields } }),
    sent({ kind: "source.set", id: source, fields: { organisation: body } }),
  ]);
  await page.getByRole("tab", { name: "Disclosure limits" }).click();
  await page.getByRole("textbox", { name: "Organisations behind a number" }).fill("2");
  await page.getByRole("button", { name: "Set the limits" }).click();
  await expect(page.getByText("Write why the limits may be lower than usual: the report prints it.")).toBeVisible();
  await expect(page.getByLabel("Why some are lower than usual, in English")).toBeFocused();
  await page.keyboard.type("All that took part agreed.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Set by /)).toBeVisible();
  await page.getByRole("button", { name: "Accept a smaller class: Housing association" }).press("Enter");
  await page.keyboard.type("It agreed in writing.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Take back: Housing association" })).toBeFocused();
  await accessible(page);
  await theirs.goto(`/studies/${study}/privacy?part=limits`);
  await expect(theirs.getByText("All that took part agreed.")).toBeVisible();
  await expect(theirs.getByText("It agreed in writing.")).toBeVisible();
  await expect(theirs.getByText("2 (usually 3).")).toBeVisible();
  await expect(theirs.getByRole("button", { name: /^(Set the limits|Take back)/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(theirs.getByText("It agreed in writing.")).toBeHidden();
});
