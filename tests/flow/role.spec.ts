/** What happens on the screens of somebody whose role is changed while they look. */
import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import * as z from "zod";
import { bringTranscript } from "#tests/kit/bring.ts";
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

test("[RV1] [RV2] [RV5] [RV6] a reviewer sees one original by keys alone, for a while and nowhere else, and an owner reads why", async ({
  app,
  owner,
  colleague,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Who looked");
  const person = await colleagueOf(owner.request, study);
  const at = { request: owner.request, url: app.url, study };
  const source = await bringTranscript(
    at,
    "Manager: Then Blorvexia Hendrickson took it over.\n\nManager: So it was.\n",
    {
      speakers: [{ label: "Manager", participant: null, interviewer: false }],
    },
  );
  const [term, name] = [randomUUID(), randomUUID()];
  await give(at, [
    {
      ...sent({ kind: "identifier.add", id: term, term: name }),
      names: [{ id: name, subject: term, field: "term", words: "Blorvexia Hendrickson" }],
    },
    sent({ kind: "member.set", person, role: "reviewer" }),
  ]);
  const page = await colleague.newPage();
  await page.goto(`/studies/${study}/sources/${source}`);
  const text = page.getByText("took it over.").first();
  await expect(text).toContainText("Then [name] took it over.");
  await page.getByRole("button", { name: "More" }).press("Enter");
  await page.getByRole("menuitem", { name: "See an original …" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "See an original in S01" });
  await expect(dialog.getByRole("option")).toHaveText("Then [name] took it over.");
  await accessible(page);
  await dialog.getByRole("button", { name: "Show the original" }).press("Enter");
  await expect(dialog.getByText("Write why you need to see it.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Why you need to see it" }).press("c");
  await page.keyboard.type("hecking that it is her.");
  await page.clock.install();
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("Then Blorvexia Hendrickson took it over.")).toBeVisible();
  await accessible(page);
  await page.clock.fastForward("15:01");
  await expect(page.getByText("Blorvexia")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(text).toContainText("Then [name] took it over.");

  const theirs = await owner.newPage();
  await theirs.goto(`/studies/${study}/privacy`);
  await theirs.getByRole("tab", { name: "Looks at originals" }).click();
  await expect(theirs.getByText("checking that it is her.")).toBeVisible();
  await expect(theirs.getByRole("listitem").filter({ hasText: "looked at one replaced name in" })).toContainText("S01");
  await accessible(theirs);
});
