/** A study's texts, its people and its topic guide, with a colleague at the other end. */
import { expect } from "@playwright/test";
import { SAMPLE } from "#prisma/sample/plan.ts";
import { test } from "#tests/kit/flow.ts";

test("[ST10] [ST11] [ST12] a text is written in both languages, and a colleague's newer words are never overwritten", async ({
  owner,
  colleague,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Texts of two people");
  const [mine, theirs] = [await owner.newPage(), await colleague.newPage()];
  for (const page of [mine, theirs]) await page.goto(`/studies/${study}`);
  const region = (page: typeof mine) => page.getByRole("region", { name: "Problem statement", exact: true }).first();
  const field = (page: typeof mine, lang: "English" | "Welsh") =>
    region(page).getByRole("textbox", { name: new RegExp(lang) });
  await accessible(mine);

  await region(mine).getByRole("button", { name: "Edit: Problem statement" }).click();
  await field(mine, "English").fill("Nobody knows what helps.");
  await field(mine, "Welsh").fill("Ni ŵyr neb beth sy'n helpu.");
  await region(mine).getByRole("button", { name: "Done: Problem statement" }).click();
  await expect(region(theirs)).toContainText("Nobody knows what helps.");
  await expect(region(theirs)).toContainText("Ni ŵyr neb beth sy'n helpu.");

  // The title is one line, and set whole: there two versions are never merged.
  const title = (page: typeof mine) => page.getByRole("region", { name: "Title", exact: true }).first();
  const line = (page: typeof mine) => title(page).getByRole("textbox", { name: /English/ });
  await title(mine).getByRole("button", { name: "Edit: Title" }).click();
  await line(mine).fill("I am still writing this.");
  await title(theirs).getByRole("button", { name: "Edit: Title" }).click();
  await line(theirs).fill("I was quicker.");
  await title(theirs).getByRole("button", { name: "Done: Title" }).click();

  await expect(title(mine)).toContainText("I was quicker.");
  await expect(line(mine)).toHaveValue("I am still writing this.");
  await expect(title(mine).getByRole("button", { name: "Done: Title" })).toBeDisabled();
  await expect(title(theirs)).toContainText("I was quicker.");
  await title(mine).getByRole("button", { name: "Keep mine" }).click();
  await expect(title(theirs)).toContainText("I am still writing this.");
});

test("[ST21] [ST40] [ST41] an organisation is added, and says in a sentence that it agreed to be named", async ({
  owner,
  newStudy,
  accessible,
}) => {
  const page = await owner.newPage();
  const study = await newStudy("People");
  await page.goto(`/studies/${study}/people`);
  await page.getByRole("button", { name: "Add the first organisation" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill("Menter Llanfelyn");
  await dialog.getByRole("radio", { name: /^Yes/ }).check({ force: true });
  await dialog.getByLabel(/Agreed on/).fill("2026-03-01");
  await accessible(page);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  const body = page.getByRole("article", { name: "Menter Llanfelyn" });
  await expect(body).toContainText("Agreed on 1 March 2026 to be named.");
  await accessible(page);

  // The owner says until when originals are kept: once that has gone by, the overview says what can be done.
  await page.goto(`/studies/${study}/settings`);
  await page.getByLabel("Last day", { exact: true }).fill("2026-01-31");
  await page.getByRole("region", { name: "How long originals are kept" }).getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The originals are kept until 31 January 2026.")).toBeVisible();
  await accessible(page);
  await page.goto(`/studies/${study}`);
  await expect(page.getByText(/were to be kept until 31 January 2026/)).toBeVisible();
  await accessible(page);
});

test("[ST13] [ST22] an observer reads pseudonyms, and has nothing to change anything with", async ({
  app,
  owner,
  browser,
}) => {
  const answer = await owner.request.post(`/api/studies/${SAMPLE}/invitations`, {
    data: { role: "observer" },
    headers: { origin: app.url },
  });
  const { url } = (await answer.json()) as { url: string }; // our own answer
  const guest = await browser.newContext({ baseURL: app.url });
  const account = {
    email: "nest@example.org",
    name: "Nest Observer",
    password: "a quiet seat by the window",
    locale: "en",
  };
  await guest.request.post("/api/join", {
    data: { token: url.split("/").at(-1), account },
    headers: { origin: app.url },
  });
  const { csrfToken } = (await (await guest.request.get("/api/auth/csrf")).json()) as { csrfToken: string }; // next-auth's own
  const form = { csrfToken, email: account.email, password: account.password, json: "true" };
  await guest.request.post("/api/auth/callback/credentials", { form, headers: { origin: app.url } });
  const page = await guest.newPage();

  await page.goto(`/studies/${SAMPLE}/people`);
  await expect(page.getByText(/^P\d\d$/).first()).toBeVisible();
  await expect(page.getByText("Head of digital").first()).toBeVisible();
  await expect(page.locator("main")).not.toContainText("Gwenllian");
  await expect(page.locator("main")).not.toContainText("Dyffryn Aeddan");
  await expect(page.locator("main").getByRole("button")).toHaveCount(0);
  await page.goto(`/studies/${SAMPLE}`);
  await expect(page.getByRole("heading", { name: "Where the study stands" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Edit/ })).toHaveCount(0);
  await guest.close();
});

test("[ST31] questions are put in order by keys alone, and the focus stays with them", async ({
  owner,
  accessible,
}) => {
  const page = await owner.newPage();
  await page.goto(`/studies/${SAMPLE}/guide`);
  const rows = page.locator("tbody tr");
  await expect(rows).toHaveCount(9);
  await accessible(page);
  const up = page.getByRole("button", { name: "Move up: Who pays for what you share, and who owns it?" });
  await up.focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(rows.nth(2)).toContainText("Who pays for what you share");
  await expect(up).toBeFocused();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(rows.nth(3)).toContainText("Who pays for what you share");
});
