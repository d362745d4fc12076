/** What keeps the board fast, as far as one can see it without a clock. Rules: docs/spec/board.md, B60 to B62. */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { seed } from "#tests/kit/board.ts";
import { expect, test } from "#tests/kit/flow.ts";

test("[B60] the build that people get knows nothing of benchmarks", async ({ owner, newStudy }) => {
  const page = await owner.newPage();
  await page.goto(`/studies/${await newStudy("Plain")}/board`);
  await expect(page.getByRole("listbox")).toBeAttached();
  expect(await page.evaluate(() => "__bench" in window)).toBe(false);

  const scripts = readdirSync(".next/static", { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".js"),
  );
  expect(scripts.length).toBeGreaterThan(10);
  expect(scripts.filter((name) => readFileSync(path.join(".next/static", name), "utf8").includes("__bench"))).toEqual(
    [],
  );
});

test("[B62] of five hundred cards a few are elements, whether all are seen or some can be read", async ({
  app,
  owner,
  newStudy,
}) => {
  const study = await newStudy("Five hundred");
  await seed({ request: owner.request, url: app.url, study }, 500);
  const page = await owner.newPage();
  await page.goto(`/studies/${study}/board`);
  await expect(page.getByRole("button", { name: /^What people said about matter 10,/ })).toBeVisible();
  const elements = () => page.locator(".board *").count();
  expect(await page.getByRole("option").count()).toBe(0);
  expect(await elements()).toBeLessThan(100);

  await page.locator(".board").click({ position: { x: 20, y: 20 } });
  await page.keyboard.press("Shift+Digit0");
  await expect(page.getByRole("option").first()).toBeVisible();
  expect(await elements()).toBeLessThan(800);
});
