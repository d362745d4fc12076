/** Somebody withdraws: an owner is told what goes, and a colleague's open page keeps nothing of it. */
import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { boardOf, give, sent } from "#tests/kit/board.ts";
import { bringTranscript } from "#tests/kit/bring.ts";
import { test } from "#tests/kit/flow.ts";
import { rowsOf } from "#tests/kit/rows.ts";

const TEXT = `Interviewer: How did it begin?
Manager: Quietly, by the copper kettle on the landing.
Interviewer: And who was there?
Manager: Nobody but the two of us.
`;

test("[CO4] [CO5] [CO19] [CO21] [CO23] [CO24] an owner withdraws a participant: what goes is said before, and nobody's page keeps a word of it", async ({
  owner,
  colleague,
  app,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Somebody changes their mind");
  const page = await owner.newPage();
  await page.goto(`/studies/${study}/people`);
  await page.getByRole("button", { name: "Add the first organisation" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Name", exact: true }).fill("Menter Llanfelyn");
  await page.getByRole("dialog").getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("button", { name: "Add a participant" }).first().click();
  const form = page.getByRole("dialog");
  await form.getByRole("textbox", { name: /^Name/ }).fill("Gwenllian Pryderi");
  await form.getByLabel(/Holds until/).fill("2020-01-31");
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("This agreement ended on 31 January 2020")).toBeVisible();
  await expect(page.getByText("1 agreement has ended")).toBeVisible();

  // They are interviewed, quoted and cited; a colleague reads it, and looks at the board.
  const at = { request: owner.request, url: app.url, study };
  await expect.poll(() => rowsOf(owner.request, study, "participant")).toHaveLength(1);
  const [person] = await rowsOf(owner.request, study, "participant");
  if (!person) throw new Error("nobody was added");
  const source = await bringTranscript(at, TEXT, {
    speakers: [
      { label: "Interviewer", participant: null, interviewer: true },
      { label: "Manager", participant: person.id, interviewer: false },
    ],
  });
  const [row] = await rowsOf(owner.request, study, "source");
  const board = await boardOf(at);
  const [quote, card, finding, phrase] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await give(at, [
    sent({
      kind: "quote.make",
      id: quote,
      source,
      revision: row?.revision ?? "",
      start: 18,
      end: 50,
      tags: [],
      newTags: [],
      card: { id: card, board, theme: null, x: 40, y: 40 },
    }),
    sent(
      { kind: "finding.add", id: finding, themes: [], statement: { lang: "en", phrase } },
      { [phrase]: "Beginnings are small." },
    ),
    sent({ kind: "finding.cite", finding, quotes: [quote], stance: "supports" }),
  ]);
  const reading = await colleague.newPage();
  await reading.goto(`/studies/${study}/sources/${source}`);
  await expect(reading.getByText("copper kettle").first()).toBeVisible();

  const more = page.getByRole("button", { name: /^More about P\d\d$/ });
  const who = ((await more.getAttribute("aria-label")) ?? "").slice("More about ".length);
  await more.click();
  await page.getByRole("menuitem", { name: "Withdraw…" }).click();
  const asks = page.getByRole("alertdialog", { name: `Withdraw ${who}` });
  await expect(asks).toContainText("S01, as a whole: nobody else answered in it");
  await expect(asks).toContainText("1 quote, with 1 card");
  await expect(asks).toContainText("Beginnings are small. loses 1 quote, and has none left");
  await accessible(page);
  const withdraw = asks.getByRole("button", { name: "Withdraw and erase" });
  await expect(withdraw).toBeDisabled();
  await asks.getByLabel(`Type ${who} to confirm`).fill(who.toLowerCase());
  await withdraw.click();

  await expect(page.getByText(/Everything they said has been erased/)).toBeVisible();
  await expect(page.getByText("Gwenllian Pryderi")).toHaveCount(0);
  await expect(reading.getByText("copper kettle")).toHaveCount(0);
  await more.click();
  await page.getByRole("menuitem", { name: "What was erased" }).click();
  const told = page.getByRole("dialog", { name: `What was erased of ${who}` });
  await expect(told).toContainText("1 source as a whole");
  await expect(told).toContainText("Beginnings are small. lost 1 quote, and has none left");
  await expect(told).toContainText("No file had left the study by then");
  await accessible(page);
  await page.keyboard.press("Escape");

  // Its organisation: a colleague of theirs is still there, and in a source nobody has said yet who answered.
  const [body] = await rowsOf(owner.request, study, "organisation");
  const fields = { organisation: body?.id ?? null, seniority: null, consent: "verbatim" } as const;
  await give(at, [
    sent({ kind: "participant.add", id: randomUUID(), role: null, fields: { ...fields, name: null, contact: null } }),
  ]);
  const unsaid = await bringTranscript(at, TEXT, {
    speakers: [
      { label: "Interviewer", participant: null, interviewer: true },
      { label: "Manager", participant: null, interviewer: false },
    ],
  });
  await give(at, [sent({ kind: "source.set", id: unsaid, fields: { organisation: body?.id ?? null } })]);
  await page.getByRole("button", { name: "More about Menter Llanfelyn" }).click();
  await page.getByRole("menuitem", { name: "Withdraw…" }).click();
  const leaves = page.getByRole("alertdialog", { name: "Withdraw O01" });
  await expect(leaves).toContainText("Nobody has said who answered in S02.");
  await leaves.getByLabel("Type O01 to confirm").fill("O01");
  await expect(leaves.getByRole("button", { name: "Withdraw and erase" })).toBeDisabled();
  await give(at, [sent({ kind: "source.remove", ids: [unsaid] })]);
  await expect(leaves.getByText("Nobody has said who answered")).toHaveCount(0);
  await accessible(page);
  await leaves.getByRole("button", { name: "Withdraw and erase" }).click();
  await expect(page.getByText("Everybody who took part for it has withdrawn. It is not named.")).toBeVisible();
});
