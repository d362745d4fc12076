/** The log, and the study as it was, in a real browser. Rules: docs/spec/activity.md. */
import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import type { Command } from "#lib/domain/study/command.ts";
import { expect, test } from "#tests/kit/flow.ts";
import { good } from "#tests/kit/people.ts";
import { rowsOf } from "#tests/kit/rows.ts";

/** Gives commands in somebody's name, with the words that they need. */
async function give(request: APIRequestContext, url: string, study: string, commands: readonly [Command, string?][]) {
  const sent = commands.map(([command, words]) => {
    const phrase = /"phrase":"([^"]+)"/.exec(JSON.stringify(command))?.[1];
    const phrases = phrase && words ? [{ id: phrase, lang: "en", words }] : [];
    return { cmdId: randomUUID(), command, phrases, names: [] };
  });
  await good(
    await request.post(`/api/studies/${study}/commands`, { data: { commands: sent }, headers: { origin: url } }),
  );
}

/** A board with a theme, and three insights that were moved into it one by one. */
async function worked(request: APIRequestContext, url: string, study: string): Promise<string> {
  const [board] = await rowsOf(request, study, "board");
  if (!board) throw new Error("a study begins with a board");
  const theme = randomUUID();
  const cards = [0, 1, 2].map((n) => ({ id: randomUUID(), x: 20 + 260 * n, y: 700 }));
  const box = { board: board.id, parent: null, x: 0, y: 0, w: 820, h: 300, hue: 1, cards: [], themes: [] };
  const said = () => ({ lang: "en" as const, phrase: randomUUID() });
  await give(request, url, study, [
    [{ kind: "theme.make", id: theme, ...box, name: said() }, "Trust"],
    ...cards.map(({ id, x, y }, n): [Command, string] => [
      { kind: "insight.write", id: randomUUID(), body: said(), card: { id, board: board.id, theme: null, x, y } },
      `Thought ${n}`,
    ]),
    ...cards.map(({ id, x }): [Command] => [{ kind: "cards.place", cards: [{ id, theme, x, y: 80 }] }]),
  ]);
  return theme;
}

test("[AC4] [AC6] [AC8] [AC9] the log is read, chosen from and gone on from, by keyboard and in Welsh", async ({
  app,
  owner,
  colleague,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Read back");
  const theme = await worked(owner.request, app.url, study);
  const page = await owner.newPage();
  await page.goto(`${app.url}/studies/${study}`);
  await page.getByRole("navigation", { name: "Screens of this study" }).getByRole("link", { name: "Activity" }).click();
  const lines = page.getByRole("main").locator("section > ol > li");
  await expect(lines.first()).toContainText("moved 3 cards to the theme Trust");
  const steps = lines.first().getByRole("button", { name: "3 steps" });
  await steps.press("Enter");
  await expect(lines.first().getByRole("listitem")).toHaveCount(3);
  await expect(lines.first().getByRole("listitem").first()).toContainText(
    "moved the card “Thought 2” to the theme Trust",
  );
  await accessible(page);

  await give(colleague.request, app.url, study, [[{ kind: "theme.set", id: theme, fields: { locked: true } }]]);
  const fresh = page.getByRole("button", { name: "1 new" });
  await expect(fresh).toBeVisible();
  await expect(lines.first()).toContainText("moved 3 cards"); // nothing has moved
  await fresh.press("Enter");
  await expect(lines.first()).toContainText("locked the theme Trust");
  await expect(lines.nth(1).getByRole("listitem")).toHaveCount(3); // what was open stays open

  await page.getByRole("button", { name: /About/ }).click();
  await page.getByRole("option", { name: "Themes" }).click();
  await expect(lines).toHaveCount(2);
  await expect(page).toHaveURL(/about=themes/);
  const file = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download as .csv" }).press("Enter");
  expect((await file).suggestedFilename()).toBe("activity-en.csv");
  await lines
    .last()
    .getByRole("link", { name: /^Go to it/ })
    .press("Enter");
  await expect(page).toHaveURL(/\/board\?board=/);

  await page.context().addCookies([{ name: "carthen-locale", value: "cy", url: app.url }]);
  await page.goto(`${app.url}/studies/${study}/activity`);
  await expect(lines.nth(1)).toContainText("wedi symud 3 cherdyn i’r thema Trust");
  await accessible(page);
});

test("[AC23] [AC24] [AC25] [AC26] the board is looked at as it was, step by step, and what changed since is told", async ({
  app,
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("As it was");
  const theme = await worked(owner.request, app.url, study);
  await give(owner.request, app.url, study, [[{ kind: "theme.remove", id: theme }]]);
  const page = await owner.newPage();
  await page.goto(`${app.url}/studies/${study}/activity`);
  const lines = page.getByRole("main").locator("section > ol > li");
  await expect(lines.first()).toContainText("removed the theme Trust");
  await lines
    .nth(1)
    .getByRole("link", { name: /^See the study as it was/ })
    .press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^As it was on \d+ \w+ \d{4}, \d\d:\d\d$/);
  await page.getByRole("button", { name: /What is looked at/ }).click();
  await page.getByRole("option", { name: "Outline" }).click();
  const tree = page.getByRole("tree");
  await expect(tree.getByRole("treeitem", { name: /Trust/ })).toContainText("3");
  await expect(page.getByRole("toolbar").getByRole("button", { name: /Insight/ })).toHaveCount(0);
  await accessible(page);

  await page.getByRole("button", { name: "The step before" }).press("Enter");
  await expect(tree.getByRole("treeitem", { name: /Trust/ })).toContainText("2");
  await page.getByRole("slider", { name: "Place in the log" }).press("Home");
  await expect(tree.getByRole("treeitem", { name: /Trust/ })).toHaveCount(0);

  await page.getByRole("button", { name: /What is looked at/ }).click();
  await page.getByRole("option", { name: "What changed" }).click();
  await expect(page.getByText("New: Thought 2")).toBeVisible();
  await expect(page.getByText("New: Trust")).toHaveCount(0); // it came and went
  await accessible(page);
  await page.getByRole("link", { name: "Back to now" }).press("Enter");
  await expect(page).toHaveURL(/\/board$/);
});
