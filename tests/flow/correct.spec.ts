/** Correcting a text and what becomes of its quotes, by keyboard; and a field note. Rules: docs/spec/correct.md. */
import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import * as z from "zod";
import { draftHolds } from "#tests/kit/draft.ts";
import { expect, test } from "#tests/kit/flow.ts";

const Brought = z.object({ result: z.object({ first: z.string() }) });
const Text = z.object({ revision: z.string(), turns: z.array(z.object({ id: z.string() })) });

/** A note of four paragraphs, with a quote in three of them. */
async function begin(request: APIRequestContext, url: string, study: string) {
  const words = [
    "We asked there housing team about the keys.",
    "Nobody came to the first meeting. It rained.",
    "The account works because people trust each other.",
    "That is all.",
  ];
  const plan = {
    kind: "transcript",
    id: randomUUID(),
    title: "Tŷ Glas",
    lang: "en",
    heldOn: null,
    guide: null,
    options: { dialect: "written" },
    source: "note",
    minutes: null,
    organisation: null,
    speakers: [],
    organisations: [],
    participants: [],
  };
  const headers = { origin: url };
  const file = { name: "note.txt", mimeType: "text/plain", buffer: Buffer.from(words.join("\n\n")) };
  const bring = () =>
    request.post(`/api/studies/${study}/sources`, { multipart: { file, plan: JSON.stringify(plan) }, headers });
  // Sent again, the same plan is answered with its own job, which may take a moment.
  await expect.poll(async () => (await bring()).status(), { timeout: 20_000 }).toBe(201);
  const source = Brought.parse(await (await bring()).json()).result.first;
  const text = Text.parse(await (await request.get(`/api/studies/${study}/sources/${source}/text`)).json());
  const whole = words.join("\n\n");
  const quotes = ["asked there housing team", "Nobody came to the first meeting", "people trust each other"];
  const commands = quotes.map((said) => {
    const start = whole.indexOf(said);
    const span = { start, end: start + said.length };
    const command = { kind: "quote.make", id: randomUUID(), source, revision: text.revision, ...span };
    return {
      cmdId: randomUUID(),
      command: { ...command, tags: [], newTags: [], card: null },
      phrases: [],
      names: [],
    };
  });
  const made = await request.post(`/api/studies/${study}/commands`, { data: { commands }, headers });
  expect(await made.text()).not.toContain("refused");
  return { source, home: `/studies/${study}/sources/${source}` };
}

/** Moves by Tab to what has this name, and presses a key there. */
async function reach(page: Page, name: string | RegExp, role: "button" | "textbox" | "link", key: string) {
  const wanted = page.getByRole(role, { name }).first();
  await expect(wanted).toBeVisible();
  for (let step = 0; step < 120; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(wanted).toBeFocused();
  await page.keyboard.press(key);
}

test("[K5] [K7] [K8] [K10] [K12] [K16] [K21] a word is corrected by keyboard; quotes follow, the lost one is listed and decided, undo brings all back", async ({
  app,
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Corrections");
  const { home } = await begin(owner.request, app.url, study);
  const page = await owner.newPage();
  await page.goto(home);
  await reach(page, "Correct…", "link", "Enter");
  await expect(page.getByRole("heading", { name: "Correct the text" })).toBeVisible();

  await reach(page, /^Turn 1,/, "textbox", "End");
  await page.getByRole("textbox", { name: /^Turn 1,/ }).press("ControlOrMeta+a");
  await page.keyboard.insertText("We asked their housing team about the keys.");
  await reach(page, /^Turn 2,/, "textbox", "ControlOrMeta+a");
  await page.keyboard.insertText("Everybody was late for it. It rained.");
  const bar = page.getByRole("region", { name: "What you have changed" });
  await expect(bar).toContainText("2 turns changed");
  await expect(bar).toContainText("1 changes, 1 loses its words");
  await accessible(page);

  // What was written survives a reload.
  page.once("dialog", (dialog) => void dialog.accept());
  await draftHolds(page, "Everybody was late for it. It rained.");
  await page.reload();
  await expect(bar).toContainText("2 turns changed");
  await expect(page.getByText("This is what you had written and not saved yet.")).toBeVisible();
  await page.getByRole("button", { name: /Who says turn 4/ }).press("Enter");
  await page.getByRole("option", { name: "Somebody new…" }).press("Enter");
  await page.getByRole("dialog").getByRole("textbox", { name: "Name in this text" }).fill("Nia Rees");
  await accessible(page);
  await page.getByRole("button", { name: "Give the turn to them" }).press("Enter");
  await expect(bar).toContainText("3 turns changed");
  await reach(page, "Save the correction", "button", "Enter");

  await expect(page.getByRole("heading", { name: "Quotes to look at" })).toBeVisible();
  const items = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: "Remove the quote" }) });
  await expect(items).toHaveCount(2);
  await expect(items.first()).toContainText("asked there housing team");
  await expect(items.first()).toContainText("asked their housing team");
  await expect(items.last()).toContainText("Nobody came to the first meeting");
  // The announcement of a button that was at work names the button; it stands some seconds longer than the button did.
  await expect(page.locator('[data-live-announcer] [role="img"]')).toHaveCount(0, { timeout: 15_000 });
  await accessible(page);

  await reach(page, "It is right", "button", "Enter");
  await expect(items).toHaveCount(1);
  await reach(page, "Choose its place…", "button", "Enter");
  const field = page.getByRole("dialog").getByRole("textbox", { name: /^Turn 2 of 4/ });
  await expect(field).toBeFocused();
  await field.press("ControlOrMeta+Home");
  for (let step = 0; step < "Everybody was late".length; step += 1) await field.press("Shift+ArrowRight");
  await expect(page.getByRole("dialog").getByRole("status").last()).toContainText("Everybody was late");
  await accessible(page);
  await reach(page, "Use these words", "button", "Enter");
  await expect(page.getByText("No quote needs a look")).toBeVisible();

  await page.goto(home);
  const reader = page.getByRole("main");
  await expect(reader.getByText("Corrected once")).toBeVisible();
  await expect(reader).toContainText("people trust each other");
  await expect(reader).toContainText("Nia Rees");
  await expect(page.getByRole("complementary", { name: "Quotes of this source" })).toContainText("Everybody was late");

  await reach(page, "Corrected once", "link", "Enter");
  await page.getByRole("button", { name: "What changed" }).press("Enter");
  await expect(page.locator("del").first()).toContainText("there");
  await accessible(page);

  // Three steps back: the place, the word of approval, the correction itself.
  await page.goto(home);
  const undo = { commands: [{ cmdId: "", command: { kind: "undo", how: "ask" }, phrases: [], names: [] }] };
  for (let step = 0; step < 3; step += 1) {
    undo.commands = undo.commands.map((one) => ({ ...one, cmdId: randomUUID() }));
    const done = await owner.request.post(`/api/studies/${study}/commands`, {
      data: undo,
      headers: { origin: app.url },
    });
    expect(await done.text()).not.toContain("refused");
  }
  await expect(reader).toContainText("We asked there housing team");
  await expect(reader.getByText("Corrected once")).toBeHidden();
});

test("[K11] [K19] a colleague corrects first: mine is refused or lies on theirs, and nothing of either is lost", async ({
  app,
  owner,
  colleague,
  newStudy,
}) => {
  const study = await newStudy("Two at once");
  const { home } = await begin(owner.request, app.url, study);
  const [mine, theirs] = [await owner.newPage(), await colleague.newPage()];
  for (const page of [mine, theirs]) {
    await page.goto(`${home}/correct`);
    await page.getByRole("textbox", { name: /^Turn 1,/ }).fill(`We asked ${page === mine ? "their" : "the"} team.`);
  }
  await theirs.getByRole("button", { name: "Save the correction" }).click();
  await expect(theirs.getByRole("heading", { name: "Correct the text" })).toBeHidden();
  await expect(mine.getByText("A colleague has corrected this text in the meantime").first()).toBeVisible();
  await expect(mine.getByRole("textbox", { name: /^Turn 1,/ })).toHaveValue("We asked their team.");
  await expect(mine.getByRole("main")).toContainText("We asked the team.");
});

test("[K20] a field note is written, survives a reload, and becomes a source", async ({
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Notes");
  const page = await owner.newPage();
  await page.goto(`/studies/${study}/sources`);
  await page.getByRole("link", { name: "Write a field note" }).first().press("Enter");
  await page.getByRole("textbox", { name: "The note" }).fill("10:15 Arrived.\n\nTwo desks were empty.");
  await page.getByRole("textbox", { name: /^Title/ }).fill("At the office");
  await accessible(page);
  await draftHolds(page, "At the office");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "The note" })).toHaveValue("10:15 Arrived.\n\nTwo desks were empty.");
  await page.getByRole("button", { name: "Save the note" }).press("Enter");
  await expect(page.getByRole("heading", { name: /At the office/ })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("10:15 Arrived.");
});

test("[K22] [K23] who speaks is said after import: a name, a participant, who asks, and two who are the same", async ({
  app,
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Speakers");
  const labels = ["Speaker 1", "Speaker 2", "Speaker 3"];
  const talk = ["How did it begin?", "By chance.", "Who asked you?", "My aunt did.", "And then?", "We met."];
  const text = talk.map((words, at) => `${labels[at % 2 === 0 ? 0 : at === 3 ? 2 : 1]}: ${words}`).join("\n");
  const plan = {
    kind: "transcript",
    id: randomUUID(),
    title: "Talk",
    lang: "en",
    heldOn: null,
    guide: null,
    options: {},
    source: "interview",
    minutes: null,
    organisation: null,
    speakers: labels.map((label) => ({ label, participant: null, interviewer: false })),
    organisations: [],
    participants: [],
  };
  const file = { name: "talk.txt", mimeType: "text/plain", buffer: Buffer.from(text) };
  const bring = () =>
    owner.request.post(`/api/studies/${study}/sources`, {
      multipart: { file, plan: JSON.stringify(plan) },
      headers: { origin: app.url },
    });
  await expect.poll(async () => (await bring()).status(), { timeout: 20_000 }).toBe(201);
  const source = Brought.parse(await (await bring()).json()).result.first;

  const page = await owner.newPage();
  await page.goto(`/studies/${study}/sources/${source}`);
  await reach(page, "Speakers", "link", "Enter");
  await expect(page.getByRole("heading", { name: "Who speaks" })).toBeVisible();
  const rows = page.getByRole("list", { name: "Speakers" }).getByRole("listitem");
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText("By chance.");
  await accessible(page);

  await page.getByRole("checkbox", { name: "Speaker 1 asks the questions" }).press("Space");
  await expect(page.getByRole("button", { name: /Who Speaker 1 is/ })).toBeDisabled();
  await reach(page, "Name for Speaker 2", "textbox", "ControlOrMeta+a");
  await page.keyboard.insertText("Nia Rees");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /Who Nia Rees is/ }).press("Enter");
  await page.getByRole("option", { name: "A new participant…" }).press("Enter");
  await expect(page.getByRole("dialog").getByRole("textbox", { name: /^Name/ })).toHaveValue("Nia Rees");
  await page.getByRole("button", { name: "Add" }).press("Enter");
  await expect(page.getByRole("button", { name: /Who Nia Rees is/ })).toContainText("Nia Rees");

  await page.getByRole("button", { name: /Speaker 3 is the same as/ }).press("Enter");
  await page.getByRole("option", { name: "Nia Rees" }).press("Enter");
  await expect(page.getByRole("alertdialog")).toContainText("1 turn goes to Nia Rees");
  await accessible(page);
  await page.getByRole("button", { name: "They are the same" }).press("Enter");
  await expect(rows.nth(1)).toContainText("3 turns");
  await expect(rows.nth(1)).toBeFocused();
  await expect(rows.nth(2)).toContainText("No turns now");
  await expect(page.getByRole("button", { name: /Who Speaker 3 is/ })).toContainText("Nia Rees");
  await accessible(page);

  await page.goto(`/studies/${study}/sources/${source}`);
  await expect(page.getByText("Corrected once")).toBeVisible();
  const turns = page.locator("[data-turn]");
  await expect(turns.filter({ hasText: "My aunt did." })).toContainText("Nia Rees");
});
