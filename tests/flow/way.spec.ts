/**
 * The whole way of the work, from a transcript to a document that names nobody, with two people in two browsers.
 * Uses real files where they lie beside the project, and the project's own otherwise. Rules: docs/spec/way.md.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { expect, people, test } from "#tests/kit/flow.ts";
import { lookedThrough } from "#tests/kit/looked.ts";
import { signedOff } from "#tests/kit/signed.ts";

const shared = path.resolve("../shared/data");
const real = existsSync(shared);
const files = real
  ? ["transcripts/zoom/cip.vtt", "transcripts/docx/uq-emily.docx", "surveys/smartsurvey/govuk-intents.csv"].map(
      (file) => path.join(shared, file),
    )
  : ["zoom.vtt", "interview.docx", "survey.csv"].map((file) => path.resolve("tests/files/import", file));
/** Who answers in the first file, words of theirs to quote, and one among them that must not leave. */
const said = real
  ? {
      speaker: "Ashlee Kupor (SL)",
      person: "Ashlee Kupor",
      quoted: "I looked into just doing as a Google",
      from: "looked",
      to: "Google",
      secret: "Google",
      kept: "looked into just doing as a",
    }
  : {
      speaker: "Gethin Rowlands",
      person: "Gethin Rowlands",
      quoted: "With a leaking roof",
      from: "With",
      to: "roof",
      secret: "leaking",
      kept: "roof",
    };

/** Drags the mouse over words that stand in one line of a turn; the middle of the first word. */
async function sweep(page: Page, turn: string, from: string, to: string): Promise<{ x: number; y: number }> {
  const places = await page
    .locator("[data-words]", { hasText: turn })
    .first()
    .evaluate(
      (element, wanted) =>
        wanted.map((word) => {
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = (node.textContent ?? "").indexOf(word);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + word.length);
            const box = range.getBoundingClientRect();
            return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
          }
          throw new Error(`${word} does not stand there`);
        }),
      [from, to],
    );
  const [first, last] = places;
  if (!first || !last) throw new Error("no places");
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  await page.mouse.move(last.x, last.y, { steps: 8 });
  await page.mouse.up();
  return first;
}

test("[X1] [B52] from a transcript to an anonymised findings document, with a colleague, live", async ({
  app,
  browser,
  colleague,
  newStudy,
}) => {
  test.setTimeout(240_000);
  const study = await newStudy("The whole way");

  // 1. Sign in.
  const mine = await browser.newContext({ baseURL: app.url, acceptDownloads: true });
  const page = await mine.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(people.owner.email);
  await page.getByLabel("Password", { exact: true }).fill(people.owner.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("link", { name: /The whole way/ }).click();
  await expect(page).toHaveURL(new RegExp(`/studies/${study}$`));

  // 2. The study's organisation, which agreed to be named.
  await page.getByRole("link", { name: "People", exact: true }).click();
  await page.getByRole("button", { name: /Add the first organisation/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill("Cyngor Glan Hiraeth");
  await dialog.getByText("Yes, it may stand in the list of respondents").click();
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("Cyngor Glan Hiraeth").first()).toBeVisible();

  // 3. Two transcripts and a survey come in.
  await page.goto(`/studies/${study}/sources/import`);
  await page.locator("input[type=file]").first().setInputFiles(files);
  await page.getByRole("button", { name: /Organisation$/ }).click();
  await page.getByRole("option", { name: /Glan Hiraeth/ }).click();
  await page.getByRole("button", { name: `Who ${said.speaker} is Participant` }).click();
  await page.getByRole("option", { name: "A new participant…" }).click();
  await dialog.getByRole("textbox", { name: /^Name/ }).fill(said.person);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole("button", { name: "Bring in all 3 that are ready" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Brought in" })).toHaveCount(3, { timeout: 60_000 });

  // 4. Read, and quote with a tag.
  await page.goto(`/studies/${study}/sources`);
  await page.getByRole("link", { name: "Open S01" }).click();
  await page.locator("[data-turn]").first().waitFor();
  await page.locator("[data-turn]", { hasText: said.quoted }).first().focus();
  await page.keyboard.press("q");
  await page.keyboard.type("first steps");
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("complementary", { name: "Quotes of this source" }).getByText("first steps"),
  ).toBeVisible();

  // 5. A colleague watches the board while a selection is dragged onto it.
  const theirs = await colleague.newPage();
  await theirs.goto(`/studies/${study}/board`);
  await expect(theirs.getByRole("listbox", { name: "Cards on the board" })).toBeAttached();
  const source = /sources\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
  await page.goto(`/studies/${study}/board?source=${source}`);
  await page.locator("[data-words]", { hasText: said.quoted }).first().scrollIntoViewIfNeeded();
  const grip = await sweep(page, said.quoted, said.from, said.to);
  await expect(page.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(1000, 420, { steps: 12 });
  await page.mouse.up();
  const card = (on: Page) => on.getByRole("option", { name: new RegExp(said.kept) });
  await expect(card(page)).toBeVisible();
  await expect(card(theirs)).toBeVisible();

  // 6. and 7. A theme is made around it; the colleague sees it, and who made it is here.
  await card(page).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("t");
  await page.keyboard.type("Making do");
  await page.keyboard.press("Enter");
  const theme = (on: Page) =>
    on.getByRole("group", { name: "Themes on the board" }).getByRole("button", { name: /Making do, 1 card/ });
  await expect(theme(page)).toBeVisible();
  await expect(theme(theirs)).toBeVisible();
  await expect(theirs.getByRole("button", { name: "One other person is here" })).toBeVisible();

  // 8. A finding rests on the quote.
  await page.goto(`/studies/${study}/findings`);
  await page
    .getByRole("navigation", { name: "Themes" })
    .getByRole("button", { name: /Making do/ })
    .click();
  await expect(page.getByText("1 of 1 organisation interviewed")).toBeVisible();
  await page.getByRole("button", { name: "Write a finding" }).click();
  const finding = page.getByRole("article", { name: "Finding 1" });
  await finding.getByRole("textbox", { name: "Statement: English" }).fill("People make do with what is at hand.");
  await finding.getByRole("button", { name: "Choose quotes" }).click();
  await dialog.getByRole("radio", { name: "Supports" }).first().click();
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(finding.getByRole("heading", { name: "1 supporting quote" })).toBeVisible();

  // 9. Nothing leaves while a name is undecided; then it leaves and names nobody.
  await lookedThrough({ request: page.request, url: app.url, study });
  await page.goto(`/studies/${study}/report`);
  await page.getByRole("tab", { name: /Names/ }).click();
  await page.getByRole("textbox", { name: "Add a name or term" }).fill(said.secret);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText(/^Downloads wait: \d+ name/)).toBeVisible();
  await page.getByRole("button", { name: "Document (.docx)" }).click();
  await expect(page.getByText(/^Not downloaded: \d+ name/)).toBeVisible();
  const ready = page.getByText("Every name is decided.", { exact: false });
  const field = page.getByRole("textbox", { name: "In English text" });
  const heading = page.getByRole("tabpanel").getByRole("heading", { level: 3 });
  for (let decided = 0; decided < 20 && !(await ready.isVisible()); decided += 1) {
    const name = await heading.textContent();
    await field.fill("a thing at hand");
    await field.press("Enter");
    await expect.poll(async () => (await ready.isVisible()) || (await heading.textContent()) !== name).toBe(true);
  }
  await expect(ready).toBeVisible();
  await signedOff({ request: page.request, url: app.url, study });

  for (const [button, read] of [
    [
      "Document (.docx)",
      (bytes: Buffer) => strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array()).replace(/<[^>]+>/g, ""),
    ],
    ["Web page (.html)", (bytes: Buffer) => bytes.toString("utf8")],
    ["Quotes (.csv)", (bytes: Buffer) => bytes.toString("utf8")],
  ] as const) {
    const waiting = page.waitForEvent("download");
    if (button !== "Document (.docx)") await page.getByRole("button", { name: "All formats" }).click();
    await page.getByRole(button === "Document (.docx)" ? "button" : "menuitem", { name: button }).click();
    const text = read(readFileSync(await (await waiting).path()));
    expect(text).toContain("Making do");
    expect(text).toContain(said.kept);
    expect(text).toContain("[a thing at hand]");
    expect(text).not.toContain(said.secret);
    expect(text).not.toContain(said.person);
    if (button !== "Quotes (.csv)") expect(text.split("Cyngor Glan Hiraeth")).toHaveLength(2); // agreed, in the list and nowhere else
  }
  await mine.close();
});
