/** What every screen keeps to, in a real browser. Rules: docs/spec/look.md; what observers see: docs/spec/quote.md. */
import { SAMPLE } from "#prisma/sample/plan.ts";
import { expect, signIn, test } from "#tests/kit/flow.ts";

const SCREENS = [
  "",
  "/people",
  "/guide",
  "/sources",
  "/answers",
  "/tags",
  "/board",
  "/board?view=outline",
  "/findings",
  "/report",
  "/report/risk",
  "/report/guess",
  "/settings",
];

test("[L7] no screen is wider than 320 px, and [L5] what can be pressed is 24 px at least", async ({ owner }) => {
  const page = await owner.newPage();
  await page.setViewportSize({ width: 320, height: 640 });
  for (const screen of SCREENS) {
    await page.goto(`/studies/${SAMPLE}${screen}`);
    await expect(page.getByText("Opening the study…")).toHaveCount(0);
    const seen = await page.evaluate(() => {
      // A theme's title shrinks with the board; the theme below it and the outline do the same (WCAG 2.5.8, equivalent).
      const small = [...document.querySelectorAll<HTMLElement>("button, [role=button], [role=tab]")].filter(
        (element) => {
          const box = element.getBoundingClientRect();
          const shown = box.width > 1 && box.height > 1 && getComputedStyle(element).visibility !== "hidden";
          return (
            shown &&
            (box.width < 24 || box.height < 24) &&
            element.closest("[aria-hidden=true], .sr-only, .reader-bars, .board-name") === null
          );
        },
      );
      return {
        wide: document.documentElement.scrollWidth,
        small: small.map((element) => element.outerHTML.slice(0, 120)),
      };
    });
    expect.soft(seen.wide, screen).toBeLessThanOrEqual(320);
    expect.soft(seen.small, screen).toEqual([]);
  }
});

test("[L6] nothing moves for longer than a fifth of a second, and nothing where calm is asked for", async ({
  owner,
}) => {
  const page = await owner.newPage();
  const longest = () =>
    page.evaluate(() => {
      const seconds = (list: string) =>
        Math.max(...list.split(",").map((part) => parseFloat(part) * (part.includes("ms") ? 0.001 : 1)));
      return Math.max(
        ...[...document.querySelectorAll("*")].map((element) => seconds(getComputedStyle(element).transitionDuration)),
      );
    });
  for (const screen of ["/people", "/board", "/report"]) {
    await page.goto(`/studies/${SAMPLE}${screen}`);
    await expect(page.getByText("Opening the study…")).toHaveCount(0);
    expect.soft(await longest(), screen).toBeLessThanOrEqual(0.2);
    await page.emulateMedia({ reducedMotion: "reduce" });
    expect.soft(await longest(), `${screen}, calm`).toBeLessThanOrEqual(0.001);
    await page.emulateMedia({ reducedMotion: null });
  }
});

test("[L4] a theme's colour never speaks alone: its name stands beside it", async ({ owner }) => {
  const page = await owner.newPage();
  await page.goto(`/studies/${SAMPLE}/findings`);
  const themes = page.getByRole("navigation", { name: "Themes" }).getByRole("button");
  await expect(themes.first()).toBeVisible();
  const drawn = await themes.evaluateAll((all) =>
    all.map((theme) => ({ words: theme.textContent ?? "", sign: theme.querySelector("svg")?.innerHTML ?? "" })),
  );
  const hued = drawn.filter(({ sign }) => sign !== "");
  expect(hued.length).toBeGreaterThan(5);
  for (const { words } of hued) expect(words.trim()).not.toBe("");
});

test("[Q12][MX18] an observer reads replacements and no names, wherever they look", async ({ app, browser, owner }) => {
  const answer = await owner.request.post(`/api/studies/${SAMPLE}/invitations`, {
    data: { role: "observer" },
    headers: { origin: app.url },
  });
  const token = String(((await answer.json()) as { url: string }).url)
    .split("/")
    .at(-1); // our own answer
  const context = await browser.newContext({ baseURL: app.url });
  const person = { email: "arsylwr@example.org", name: "Elin Arsylwr", password: "a slate path by the lake" };
  const joined = await context.request.post("/api/join", {
    data: { token, account: { ...person, locale: "en" } },
    headers: { origin: app.url },
  });
  expect(joined.ok(), await joined.text()).toBe(true);
  await signIn(context, app.url, person);
  const page = await context.newPage();
  for (const screen of [
    "/people",
    "/sources",
    "/board?view=outline",
    "/findings",
    "/findings/numbers?by=organisation",
  ]) {
    await page.goto(`/studies/${SAMPLE}${screen}`);
    await expect(page.getByText("Opening the study…")).toHaveCount(0);
    await expect(page.getByText(/O01|S01|P\d\d/).first()).toBeVisible();
    await expect(page.locator("main")).not.toContainText(/Gwenllian|Astley|Dyffryn Aeddan|Cartrefi Meillion/);
  }
  await page.goto(`/studies/${SAMPLE}/sources`);
  await page.getByRole("link", { name: /S01/ }).first().click();
  await page.locator("[data-turn]").first().waitFor();
  await expect(page.locator("main")).not.toContainText(/Gwenllian|Astley|Dyffryn Aeddan/);
  await expect(page.locator("main")).toContainText("[");
  await context.close();
});
