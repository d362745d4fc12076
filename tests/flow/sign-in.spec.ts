/** Coming in: the first run, signing in, an invitation, one's own account, a link for a new password. */
import type { Browser, Page } from "@playwright/test";

import { makeFolder } from "#tests/kit/folder.ts";
import { expect, people, test } from "#tests/kit/flow.ts";
import { startServer } from "#tests/kit/server.ts";

/** A page of somebody who is not signed in; close its context afterwards. */
async function stranger(browser: Browser, url: string): Promise<Page> {
  return (await browser.newContext({ baseURL: url })).newPage();
}

const problem = (page: Page) => page.getByRole("alert", { name: /There is a problem|Mae problem/ });

test("[A1] the first run makes the owner for whoever has the token", async ({ browser, accessible }) => {
  test.setTimeout(360_000); // the pages may have to be built first
  const { folder, remove } = makeFolder("first-run");
  const server = await startServer({ data: folder });
  try {
    const page = await stranger(browser, server.url);
    await page.goto("/");
    await expect(page).toHaveURL(/\/setup$/);
    await accessible(page);
    await page.getByLabel("Setup token").fill("guessed");
    await page.getByLabel("Your name").fill("Nia Rees");
    await page.getByLabel("E-mail address").fill("nia@example.org");
    await page.getByLabel("Password", { exact: true }).fill("woven from many threads");
    await page.getByRole("button", { name: "Make the account" }).click();
    await expect(problem(page)).toContainText("This is not the setup token");
    await page.getByLabel("Setup token").fill(server.token ?? "");
    await page.getByRole("button", { name: "Make the account" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Your studies" })).toBeVisible();
    await page.goto("/setup");
    await expect(page).toHaveURL(`${server.url}/`);
    await page.context().close();
  } finally {
    await server.stop();
    remove();
  }
});

test("[A33] a form says all that is wrong, takes the focus there and leads to the field", async ({
  browser,
  app,
  signedIn,
  accessible,
}) => {
  expect(signedIn.study).not.toBe("");
  const page = await stranger(browser, app.url);
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(problem(page)).toBeFocused();
  await expect(problem(page).getByRole("link")).toHaveText(["Enter your e-mail address", "Enter your password"]);
  await accessible(page);
  await problem(page).getByRole("link", { name: "Enter your password" }).click();
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  await page.context().close();
});

test("[A9] [A32] wrong words are refused alike; the right ones lead to the page that was wanted", async ({
  browser,
  app,
  signedIn,
}) => {
  const page = await stranger(browser, app.url);
  await page.goto(`/studies/${signedIn.study}`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  for (const email of [people.owner.email, "nobody@example.org"]) {
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(problem(page)).toContainText("The e-mail address or the password is wrong");
  }
  await page.getByLabel("E-mail address").fill(people.owner.email);
  await page.getByLabel("Password", { exact: true }).fill(people.owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`${app.url}/studies/${signedIn.study}`);
  await page.context().close();
});

test("[A31] the other language keeps the page and what was typed", async ({ browser, app, signedIn, accessible }) => {
  expect(signedIn.study).not.toBe("");
  const page = await stranger(browser, app.url);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill("half@typ");
  await page.getByRole("button", { name: "Cymraeg" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Mewngofnodi" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "cy");
  await expect(page.getByLabel("Cyfeiriad e-bost")).toHaveValue("half@typ");
  await accessible(page);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await page.context().close();
});

test("[A30] whoever has chosen no language here finds the one of their account", async ({
  browser,
  app,
  colleague,
}) => {
  const kept = await colleague.request.patch("/api/account", { data: { locale: "cy" }, headers: { origin: app.url } });
  expect(kept.ok()).toBe(true);
  const page = await stranger(browser, app.url);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(people.colleague.email);
  await page.getByLabel("Password", { exact: true }).fill(people.colleague.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Eich astudiaethau" })).toBeVisible();
  await colleague.request.patch("/api/account", { data: { locale: "en" }, headers: { origin: app.url } });
  await page.context().close();
});

test("[A12] a password may be pasted and shown, and is never sent in an address", async ({
  browser,
  app,
  signedIn,
}) => {
  expect(signedIn.study).not.toBe("");
  const plain = await browser.newContext({ baseURL: app.url, javaScriptEnabled: false });
  const bare = await plain.newPage();
  await bare.goto("/sign-in");
  await expect(bare.getByRole("button", { name: "Sign in" })).toBeDisabled();
  await expect(bare.locator("form")).toHaveAttribute("method", "post");
  await plain.close();

  const page = await stranger(browser, app.url);
  await page.goto("/sign-in");
  const field = page.getByLabel("Password", { exact: true });
  await field.fill("seen by me alone");
  await expect(field).toHaveAttribute("type", "password");
  await page.getByRole("button", { name: "Show password" }).click();
  await expect(field).toHaveAttribute("type", "text");
  await page.context().close();
});

test("[A5] [A6] a study is nothing to strangers, and other sites' pages write nothing", async ({
  browser,
  app,
  owner,
  newStudy,
}) => {
  const study = await newStudy("Kept apart");
  const stranger = await browser.newContext({ baseURL: app.url });
  expect((await stranger.request.get(`/api/studies/${study}/snapshot`)).status()).toBe(401);
  const nowhere = await owner.request.get("/api/studies/00000000-0000-4000-8000-000000000000/snapshot");
  expect([nowhere.status(), await nowhere.json()]).toEqual([404, { refused: "study.missing" }]);
  const forged = await owner.request.patch("/api/account", {
    data: { name: "Somebody else" },
    headers: { origin: "https://evil.example" },
  });
  expect([forged.status(), await forged.json()]).toEqual([403, { refused: "origin.foreign" }]);
  await stranger.close();
});

test("[A2] [A3] a sign-in that somebody ends elsewhere ends here, for pages, routes and the live socket", async ({
  browser,
  app,
  owner,
  signedIn,
}) => {
  const other = await browser.newContext({ baseURL: app.url });
  const there = await other.newPage();
  await there.goto("/sign-in");
  await there.getByLabel("E-mail address").fill(people.owner.email);
  await there.getByLabel("Password", { exact: true }).fill(people.owner.password);
  await there.getByRole("button", { name: "Sign in" }).click();
  await expect(there.getByRole("heading", { level: 1, name: "Your studies" })).toBeVisible();
  const greets = () =>
    there.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const socket = new WebSocket(`${location.origin.replace("http", "ws")}/api/live`);
          socket.onopen = () => resolve("open");
          socket.onerror = () => resolve("refused");
        }),
    );
  expect(await greets()).toBe("open");

  const here = await owner.newPage();
  await here.goto("/account");
  await here.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(here.getByText("You are signed in nowhere else.")).toBeVisible();
  expect((await other.request.get(`/api/studies/${signedIn.study}/snapshot`)).status()).toBe(401);
  expect(await greets()).toBe("refused");
  await there.goto("/account");
  await expect(there).toHaveURL(/\/sign-in\?next=%2Faccount$/);
  await other.close();
  await here.close();
});

test("[A16] an owner invites, and a new colleague comes in by the link, once", async ({
  browser,
  app,
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Open to Mared");
  const made = await owner.request.post(`/api/studies/${study}/invitations`, {
    data: { role: "observer" },
    headers: { origin: app.url },
  });
  const { url } = (await made.json()) as { url: string };
  const guest = await browser.newContext({ baseURL: app.url });
  const page = await guest.newPage();
  await page.goto(url);
  await expect(page.getByText("Open to Mared")).toBeVisible();
  await accessible(page);
  await page.getByLabel("Your name").fill("Mared Owen");
  await page.getByLabel("E-mail address").fill("mared@example.org");
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Make the account and join" }).click();
  await expect(problem(page)).toContainText("at least 12 characters");
  await page.getByLabel("Password", { exact: true }).fill("gorse along the headland");
  await page.getByRole("button", { name: "Make the account and join" }).click();
  await expect(page).toHaveURL(`${app.url}/studies/${study}`);
  await page.goto(url);
  await expect(page.getByRole("heading", { name: "This invitation no longer works" })).toBeVisible();
  await guest.close();
});

test("[L5] [L6] [L7] one's account works at the width of a telephone, in the dark and in calm", async ({
  browser,
  app,
  signedIn,
  accessible,
}) => {
  const context = await browser.newContext({
    baseURL: app.url,
    viewport: { width: 320, height: 720 },
    colorScheme: "dark",
    reducedMotion: "reduce",
    hasTouch: true,
    storageState: JSON.parse(signedIn.owner) as never, // Playwright's own, round-tripped
  });
  const page = await context.newPage();
  for (const path of ["/", "/account"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await accessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const small = await page.locator("button:visible, nav a:visible").evaluateAll((all) =>
      all
        .map((one) => ({ name: one.textContent, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ name }) => name),
    );
    expect(small).toEqual([]);
    const slow = await page
      .locator("button:visible")
      .evaluateAll(
        (all) => all.filter((one) => Number.parseFloat(getComputedStyle(one).transitionDuration) > 0.2).length,
      );
    expect(slow).toBe(0);
  }
  await context.close();
});
