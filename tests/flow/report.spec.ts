/** From themes to a finding, and from a finding to a file that names nobody; on the sample study. */
import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import type { Locator } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { SAMPLE } from "#prisma/sample/plan.ts";
import { seed } from "#tests/kit/board.ts";
import { test } from "#tests/kit/flow.ts";
import { lookedThrough } from "#tests/kit/looked.ts";
import { signedOff } from "#tests/kit/signed.ts";
import { projectFaults } from "#tests/kit/refi.ts";

test("[C6][C17][W10][W12][EV8] a theme says who supports it, and a finding is written, cited and seen by a colleague's page", async ({
  owner,
  accessible,
}) => {
  const page = await owner.newPage();
  await page.goto(`/studies/${SAMPLE}/findings`);
  await expect(page.getByText("10 of 11 organisations interviewed")).toBeVisible();
  await expect(page.getByText("3 of 8 organisations surveyed")).toBeVisible();
  await accessible(page);

  await page
    .getByRole("navigation", { name: "Themes" })
    .getByRole("button", { name: /A few people carry it/ })
    .click();
  await page.getByRole("button", { name: "Write a finding" }).click();
  const finding = page.getByRole("article", { name: "Finding 1" });
  await finding.getByRole("textbox", { name: "Statement: English" }).fill("Too few people carry too much.");
  await finding.getByRole("textbox", { name: "Statement: Welsh" }).fill("Mae rhy ychydig o bobl yn cario gormod.");
  await finding.getByRole("button", { name: "Choose quotes" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Supports" }).nth(0).click();
  await dialog.getByRole("radio", { name: "Contradicts" }).nth(1).click();
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(finding.getByRole("heading", { name: "1 supporting quote" })).toBeVisible();
  await expect(finding.getByRole("heading", { name: "1 contradicting quote" })).toBeVisible();

  // The quote is shortened and made clear by keys alone, and taken back whole.
  const quoted = finding.locator("blockquote").first();
  const whole = (await quoted.innerText()).slice(1, -1);
  const words = whole.split(" ");
  const edit = async () => {
    await finding.getByRole("button", { name: /^What to do with quote 1 of 1 supporting/ }).click();
    await page.getByRole("menuitem", { name: "Shorten, make clear or translate" }).click();
  };
  await edit();
  const said = page.getByRole("textbox", { name: "As it was said" });
  await said.focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("not a word of it changes");
  await expect(said).toHaveValue(whole);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Shift+Control+ArrowRight");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Control+End");
  await page.keyboard.press("[");
  await page.keyboard.type("our partners");
  await page.getByRole("button", { name: "After it" }).press("Enter");
  const published = `[…] ${words.slice(1).join(" ")}`;
  await expect(page.getByRole("region", { name: "As it is published" })).toContainText("[our partners]");
  await page.getByRole("textbox", { name: "Translation into Welsh" }).fill("Mae’r cyfan ar ei hysgwyddau hi.");
  await accessible(page);
  await page.getByRole("button", { name: "Keep", exact: true }).press("Enter");
  const translated = finding.getByText("Translation: Mae’r cyfan ar ei hysgwyddau hi.");
  await expect(translated.locator("[lang=cy]")).toBeVisible();
  await expect(quoted).toContainText(published.slice(0, 20));
  await expect(quoted).toContainText("[our partners]");
  await edit();
  for (const left of [1, 0]) {
    await page
      .getByRole("button", { name: /^Take back/ })
      .first()
      .click();
    await expect(page.getByRole("button", { name: /^Take back/ })).toHaveCount(left);
  }
  await page.getByRole("button", { name: "Keep", exact: true }).press("Enter");
  await expect(quoted).toHaveText(`“${whole}”`);
  await expect(translated).toBeVisible();

  // With a pointer: from the shelf onto a side, and from there onto the other.
  const shelf = page.getByRole("complementary", { name: "Quotes of this theme" });
  const drag = async (from: Locator, to: Locator) => {
    await from.hover({ position: { x: 8, y: 8 } }); // once it stands still and nothing lies over it
    const start = await from.boundingBox();
    await page.mouse.down();
    await page.mouse.move((start?.x ?? 0) + 30, (start?.y ?? 0) + 30, { steps: 3 });
    // What is held lies over it, and the page may scroll under the pointer: let go once that side would take it.
    await expect(async () => {
      await to.hover({ position: { x: 40, y: 8 }, force: true });
      await expect(to.locator("xpath=..")).toHaveAttribute("data-over", "true", { timeout: 500 });
    }).toPass();
    await page.mouse.up();
  };
  const loose = shelf.getByRole("listitem").filter({ hasNotText: "in 1 finding" }).first();
  const dragged = await loose.locator("blockquote").innerText();
  await drag(loose, finding.getByRole("heading", { name: "Supports finding 1" }));
  await expect(finding.getByRole("heading", { name: "2 supporting quotes" })).toBeVisible();
  await expect(shelf.getByRole("listitem").filter({ hasText: dragged })).toContainText("in 1 finding");
  const cited = finding.getByRole("listitem").filter({ hasText: dragged });
  await drag(cited.locator("[aria-hidden]").first(), finding.getByRole("heading", { name: "Contradicts finding 1" }));
  await expect(finding.getByRole("heading", { name: "2 contradicting quotes" })).toBeVisible();
  await expect(finding.getByRole("heading", { name: "1 supporting quote" })).toBeVisible();
  await accessible(page);

  const other = await owner.newPage();
  await other.goto(`/studies/${SAMPLE}/findings`);
  await other
    .getByRole("navigation", { name: "Themes" })
    .getByRole("button", { name: /A few people carry it/ })
    .click();
  await expect(other.getByRole("textbox", { name: "Statement: English" })).toHaveText("Too few people carry too much.");
});

test("[G4][G5][G11][R44][I90][PB3][PB4][PB6][RK14][RK21][RK23][RK26] a download says what is undecided; decided by keyboard alone and signed, it leaves and names nobody", async ({
  app,
  browser,
  owner,
  accessible,
}) => {
  const page = await owner.newPage();
  await lookedThrough({ request: owner.request, url: app.url, study: SAMPLE });
  await page.goto(`/studies/${SAMPLE}/report`);
  await expect(page.getByText(/^Downloads wait: \d+ names/)).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: "Document (.docx)" }).click();
  await expect(page.getByText(/^Not downloaded: \d+ names are undecided/)).toBeVisible();

  await page.getByRole("tab", { name: /Names/ }).click();
  await accessible(page);
  const ready = page.getByText("Every name is decided.", { exact: false });
  const field = page.getByRole("textbox", { name: "In English text" });
  await field.focus(); // from here on, Enter alone
  for (let decided = 0; decided < 40 && !(await ready.isVisible()); decided += 1) {
    const name = await page.getByRole("tabpanel").getByRole("heading", { level: 3 }).textContent();
    await expect(field).toBeFocused();
    await page.keyboard.press("Enter");
    await expect
      .poll(
        async () =>
          (await ready.isVisible()) ||
          (await page.getByRole("tabpanel").getByRole("heading", { level: 3 }).textContent()) !== name,
      )
      .toBe(true);
  }
  await expect(ready).toBeVisible();

  await page.getByRole("tab", { name: "Preview" }).click();
  await expect(page.getByRole("heading", { name: "Respondents" })).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: /Beside quotes/ }).press("Enter");
  await page.getByRole("option", { name: "A number for the participant" }).press("Enter");
  await expect(page.getByRole("figure").filter({ hasText: "Participant 1" }).first()).toBeVisible();
  await accessible(page);

  // What is decided is judged by an owner before it leaves.
  await page.getByRole("button", { name: "Document (.docx)" }).click();
  await expect(page.getByText("The risk report is to be signed first.")).toBeVisible();
  await accessible(page);
  await page.getByRole("link", { name: "Read it and sign", exact: true }).last().press("Enter");
  // Other tests may have signed the same study before, as it was then.
  await expect(page.getByText(/^(?:Nobody has signed this yet|This is not what was signed)\. /)).toBeVisible();
  const judgement = page.getByRole("textbox", { name: /^Why these quotes may leave/ });
  await judgement.fill("Three people at least could have said each.");
  await judgement.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Signed as it stands: Documents, a number for the participant/)).toBeVisible();
  await expect(page.getByText("Three people at least could have said each.")).toBeVisible();
  await accessible(page);
  await page.getByRole("navigation", { name: "Where you are" }).getByRole("link", { name: "Report" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Report", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: /Beside quotes/ }).press("Enter");
  await page.getByRole("option", { name: "A number for the participant" }).press("Enter");

  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Document (.docx)" }).click();
  const taken = await waiting;
  expect(taken.suggestedFilename()).toBe("findings-en.docx");
  const text = strFromU8(unzipSync(readFileSync(await taken.path()))["word/document.xml"] ?? new Uint8Array());
  expect(text).toContain("Welsh from the first sketch");
  expect(text).toContain("Participant 1");
  expect(text).toContain("Dyffryn Aeddan County Council"); // agreed, in the list
  expect(text).not.toMatch(/Cartrefi Meillion|Birtle|Treharn/);

  // Published at a link, it is read by somebody who is not signed in, until it is taken back.
  await page.getByRole("button", { name: "Published at a link" }).click();
  await page.getByRole("button", { name: "Publish this report" }).click();
  const link = await page.getByRole("textbox", { name: "Link" }).inputValue();
  await accessible(page);
  const reader = await browser.newContext();
  const seen = await reader.newPage();
  const answer = await seen.goto(link);
  expect([answer?.status(), answer?.headers()["content-security-policy"]]).toEqual([
    200,
    expect.stringMatching(/^default-src 'none'; style-src 'sha256-[^']+'; .*sandbox$/),
  ]);
  await expect(seen.getByRole("heading", { name: "Welsh from the first sketch" })).toBeVisible();
  expect(
    await seen.evaluate(() => getComputedStyle(document.querySelector("main") ?? document.body).maxWidth),
  ).not.toBe("none");
  // What looks for barriers is a script, which the page's policy keeps out.
  const open = await browser.newContext({ bypassCSP: true });
  const looked = await open.newPage();
  await looked.goto(link);
  await accessible(looked);
  await page.getByRole("button", { name: /^Take back the report in English/ }).click();
  await expect(page.getByText("Nothing is published.")).toBeVisible();
  expect((await seen.goto(link))?.status()).toBe(404);
  await expect(seen.getByRole("heading", { name: "Does dim wedi’i gyhoeddi yma" })).toBeVisible();
  await looked.goto(link);
  await accessible(looked);
  await open.close();
  await reader.close();

  // Who could guess whose words they are is said to owners, with the way to what can be done.
  await page.getByRole("link", { name: "See the risk of each quote" }).press("Enter");
  const risks = page.getByRole("list", { name: "Quotes, the riskiest first" });
  await expect(risks.getByRole("listitem").first()).toBeVisible();
  await expect(page.getByText(/leaves? a single person or organisation/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Cut, reword or leave it out" }).first()).toBeVisible();
  await accessible(page);
  await page.getByRole("radio", { name: "Tables, boards and data" }).press("Space");
  await expect(page.getByRole("link", { name: "Leave it out on the board" }).first()).toBeVisible();

  // Whether somebody who knows them would tell is tried by keyboard alone, and what came of it stands here.
  await page.getByRole("link", { name: "Guess whose words they are" }).press("Enter");
  const last = page.getByText("That was the last one");
  await expect(page.getByRole("heading", { name: "Quote 1: whose words are these?" })).toBeFocused();
  await accessible(page);
  for (let n = 1; n <= 20 && !(await last.isVisible()); n += 1) {
    await expect(page.getByRole("heading", { name: `Quote ${n}: whose words are these?` })).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    if (n % 2 === 1) await page.keyboard.press("ArrowDown"); // somebody, every other time
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: `Quote ${n}: whose words are these?` })).toBeHidden();
  }
  await expect(last).toBeVisible();
  await accessible(page);
  await page.goto(`/studies/${SAMPLE}/report/risk`);
  const guessed = page.getByRole("region", { name: "Guessed by somebody who knows them" });
  await expect(guessed.getByText(/^Somebody was named for \d+ of \d+ quotes?\.$/)).toBeVisible();
  // Which quotes come is drawn, so nobody may have been right: then chance has nothing to be held against.
  for (const who of ["person", "organisation"]) {
    const line = new RegExp(`^The ${who} was right for (none\\.|\\d+ quotes?\\. .*as many come about by chance)`);
    await expect(guessed.getByRole("listitem").filter({ hasText: line })).toHaveCount(1);
  }
  await page.getByRole("navigation", { name: "Where you are" }).getByRole("link", { name: "Report" }).press("Enter");

  // A name that is to be kept waits for somebody else than the sample's author, and the report leads there.
  await page.getByRole("tab", { name: /Names/ }).click();
  const kept = page.getByRole("list", { name: "Names in the report" }).getByRole("button", { name: /Keith/ });
  await expect(kept).toContainText("To be kept: waits for a second person");
  await kept.press("Enter");
  await accessible(page);
  await page.getByRole("link", { name: "Look at what waits" }).press("Enter");
  await expect(page.getByRole("listbox").getByRole("option").first()).toContainText("waits for you to agree");
});

test("[RF12] [RF21] [RF23] [AR4] [AR10] a project for other software and data for an archive: what is in them and what not is said, and an owner takes them knowingly", async ({
  app,
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("A project elsewhere");
  const at = { request: owner.request, url: app.url, study };
  await seed(at, 6);
  await lookedThrough(at);
  await signedOff(at);
  const page = await owner.newPage();
  await page.goto(`/studies/${study}/report`);
  await page.getByRole("button", { name: "Project (.qdpx)…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Project for other software" });
  await expect(dialog.getByRole("region", { name: "In the file" })).toContainText("6 quotes");
  await expect(dialog.getByRole("region", { name: "Not in it" })).toContainText("who wrote what and when");
  await accessible(page);
  await dialog.getByRole("radio", { name: /NVivo for Windows/ }).press("Space");
  const take = dialog.getByRole("button", { name: "Download" });
  await expect(take).toBeDisabled();
  await dialog.getByRole("checkbox", { name: /keeps together what each person said/ }).press("Space");
  const waiting = page.waitForEvent("download");
  await take.press("Enter");
  const taken = await waiting;
  expect(taken.suggestedFilename()).toBe("project-en.qdpx");
  const members = unzipSync(readFileSync(await taken.path()));
  expect(projectFaults(members["project.qde"] ?? new Uint8Array())).toEqual([]);
  expect(Object.keys(members).some((name) => /^Sources\/[0-9a-f-]{36}\.txt$/.test(name))).toBe(true);

  // For an archive people are kept apart too, and that is said again.
  await page.getByRole("button", { name: "For an archive (.zip)…" }).press("Enter");
  const archive = page.getByRole("dialog", { name: "Data for an archive" });
  await expect(archive.getByRole("region", { name: "In the file" })).toContainText("does not say when each was held");
  await accessible(page);
  await expect(archive.getByRole("button", { name: "Download" })).toBeDisabled();
  await archive
    .getByRole("checkbox", { name: /everything that one person said stands under one pseudonym/ })
    .press("Space");
  const coming = page.waitForEvent("download");
  await archive.getByRole("button", { name: "Download" }).press("Enter");
  const data = await coming;
  expect(data.suggestedFilename()).toBe("archive-en.zip");
  expect(Object.keys(unzipSync(readFileSync(await data.path())))).toEqual(
    expect.arrayContaining(["README.txt", "data-list.csv", "transcripts/S01.txt"]),
  );
});
