/** What happens on the screens of somebody whose role is changed while they look. */
import type { APIRequestContext } from "@playwright/test";
import * as z from "zod";
import { expect, people, test } from "#tests/kit/flow.ts";
import { good } from "#tests/kit/people.ts";
import { give, sent } from "#tests/kit/board.ts";

async function colleagueOf(request: APIRequestContext, study: string): Promise<string> {
  const named = z
    .object({ people: z.array(z.object({ id: z.string(), name: z.string() })) })
    .parse(await good(await request.get(`/api/studies/${study}/members`)));
  const id = named.people.find(({ name }) => name === people.colleague.name)?.id;
  if (id === undefined) throw new Error("the colleague is not in the study");
  return id;
}

test("[Y40] [Y36] a page follows its reader's role without being loaded again, and closes for whoever is removed", async ({
  app,
  owner,
  colleague,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Roles");
  const person = await colleagueOf(owner.request, study);
  const at = { request: owner.request, url: app.url, study };
  const page = await colleague.newPage();
  await page.goto(`/studies/${study}/guide`);
  const undo = page.getByRole("button", { name: "Undo", exact: true });
  await expect(undo).toBeVisible();
  await page.evaluate(() => Object.assign(window, { stays: true }));

  await give(at, [sent({ kind: "member.set", person, role: "observer" })]);
  await expect(page.getByText("Observing")).toBeVisible({ timeout: 2500 });
  await expect(page.getByRole("status").filter({ hasText: "Your role in this study is now: Observer" })).toBeVisible();
  await expect(undo).toBeHidden();
  expect(await page.evaluate(() => "stays" in window)).toBe(true);
  await accessible(page);

  await give(at, [sent({ kind: "member.set", person, role: "analyst" })]);
  await expect(undo).toBeVisible({ timeout: 2500 });
  await page.getByRole("button", { name: "Understood" }).click();

  await give(at, [sent({ kind: "member.set", person, role: null })]);
  await expect(page.getByText("You no longer belong to this study")).toBeVisible({ timeout: 2500 });
  await expect(page.getByRole("heading", { name: "Topic guide" })).toBeHidden();
  await expect(page.getByRole("link", { name: "To your studies" })).toBeVisible();
  await accessible(page);
});
