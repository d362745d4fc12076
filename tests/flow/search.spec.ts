/** Searching a study and quoting from a hit, in a real browser. Rules: docs/spec/search.md. */
import type { APIRequestContext } from "@playwright/test";
import { bringTranscript } from "#tests/kit/bring.ts";
import { expect, test } from "#tests/kit/flow.ts";
import { rowsOf } from "#tests/kit/rows.ts";

const said = {
  en: [
    "Interviewer: Who repairs the ladders?",
    "Bethan: 😀 Nobody was trained for the ladders. We borrow two from the harbour, and that takes trust. It works most weeks.",
    "Interviewer: And the boats?",
    "Bethan: The boats have their own repairers. Ladders do not.",
  ].join("\n\n"),
  cy: ["Holwr: Beth am yr ysgolion?", "Carys: Mae'r tŷ cychod yn gofalu am y cychod. Nid oes ysgolion yno."].join(
    "\n\n",
  ),
};

/** Brings one of the two in. */
async function bring(request: APIRequestContext, url: string, study: string, lang: "en" | "cy"): Promise<void> {
  const speakers = lang === "en" ? ["Interviewer", "Bethan"] : ["Holwr", "Carys"];
  await bringTranscript({ request, url, study }, said[lang], {
    title: lang === "en" ? "Harbour" : "Cei",
    lang,
    speakers: speakers.map((label, n) => ({ label, participant: null, interviewer: n === 0 })),
  });
}

test("[SR14] [SR15] words are found, filtered and quoted where they stand, and undone", async ({
  app,
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Searched");
  await bring(owner.request, app.url, study, "en");
  await bring(owner.request, app.url, study, "cy");
  const page = await owner.newPage();
  await page.goto(`${app.url}/studies/${study}`);
  await page.getByRole("navigation", { name: "Screens of this study" }).getByRole("link", { name: "Search" }).click();
  const field = page.getByRole("searchbox", { name: "Look for" });
  await expect(field).toBeFocused();
  await accessible(page);

  await field.fill("ladder");
  await field.press("Enter");
  const hits = page.getByRole("list", { name: "Places where it was said" }).getByRole("listitem");
  await expect(page.getByRole("heading", { name: "3 places" })).toBeVisible();
  await expect(hits).toHaveCount(3);
  await expect(hits.locator("mark").first()).toHaveText(/^ladders$/i);
  await accessible(page);

  await page.getByRole("button", { name: /Who speaks/ }).click();
  await page.getByRole("option", { name: "Interviewers", exact: true }).click();
  await expect(hits).toHaveCount(1);
  await page.getByRole("button", { name: /Who speaks/ }).click();
  await page.getByRole("option", { name: "Any", exact: true }).click();
  await expect(hits).toHaveCount(3); // else the one hit of before could be taken for the one that is looked for next

  await field.fill('"takes trust" -boats');
  await field.press("Enter");
  await expect(hits).toHaveCount(1);
  await hits.getByRole("button", { name: "Quote this from S01" }).click();
  const composer = hits.getByRole("group", { name: "New quote" });
  await expect(composer.getByText("We borrow two from the harbour, and that takes trust.")).toBeVisible();
  await accessible(page);
  await composer.getByRole("combobox", { name: "Tags of this quote" }).fill("lending");
  await page.keyboard.press("Enter");
  await expect(hits.getByRole("link", { name: "Quoted" })).toBeVisible();
  await expect(hits.getByText("lending")).toBeVisible();
  await expect
    .poll(async () => (await rowsOf(owner.request, study, "anchor")).map(({ start, end }) => end - start))
    .toEqual(["We borrow two from the harbour, and that takes trust.".length]);
  expect(page.url()).not.toContain("trust");
  expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain("takes trust");
  expect(app.output()).not.toContain("takes trust");

  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await expect(hits.getByRole("link", { name: "Quoted" })).toHaveCount(0);
  await hits.getByRole("link", { name: /^S01/ }).click();
  await expect(page).toHaveURL(/sources\/[0-9a-f-]+\?at=\d+-\d+/);
  await page.goBack();
  await expect(field).toHaveValue('"takes trust" -boats');
  await expect(hits).toHaveCount(1);
});

test("[SR3] [SR9] what cannot be read is said with its place, and a mistyped word gets one of the study's own", async ({
  app,
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Mistyped");
  await bring(owner.request, app.url, study, "en");
  const page = await owner.newPage();
  await page.goto(`${app.url}/studies/${study}/search`);
  const field = page.getByRole("searchbox", { name: "Look for" });
  await field.fill("ladders (trust");
  await field.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "bracket" })).toContainText("This part: (");
  await accessible(page);
  await field.fill("trusst");
  await field.press("Enter");
  await page.getByRole("button", { name: "trust", exact: true }).click();
  await expect(page.getByRole("heading", { name: "1 place" })).toBeVisible();
  await expect(field).toHaveValue("trust");
});
