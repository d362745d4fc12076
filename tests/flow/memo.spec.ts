/** Somebody is called in a memo and finds the talk. Rules: docs/spec/memo.md. */
import { bringTranscript } from "#tests/kit/bring.ts";
import { expect, test } from "#tests/kit/flow.ts";

test("[ME1] [ME2] [ME4] [ME5] a colleague is called by keyboard, sees that a talk waits, goes there and answers", async ({
  app,
  owner,
  colleague,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Calling each other");
  const source = await bringTranscript(
    { request: owner.request, url: app.url, study },
    "Bethan: Nobody wrote that down.",
    {
      speakers: [{ label: "Bethan", participant: null, interviewer: false }],
    },
  );
  const mine = await owner.newPage();
  await mine.goto(`/studies/${study}/sources/${source}`);
  await mine.locator('[data-turn="0"]').focus();
  await mine.keyboard.press("m");
  const field = mine.getByRole("textbox", { name: "Write a memo" });
  await expect(field).toBeFocused();
  await field.pressSequentially("Is that so, @rees");
  const names = mine.getByRole("listbox", { name: "Members of this study" });
  await expect(names.getByRole("option")).toHaveText(["Tomos Rees"]);
  await accessible(mine);
  await mine.keyboard.press("Escape"); // the list, not the dialog
  await expect(names).toBeHidden();
  await mine.keyboard.press("Backspace");
  await mine.keyboard.press("Enter");
  await expect(field).toHaveValue("Is that so, @Tomos Rees ");
  await mine.keyboard.press("Control+Enter");
  await expect(mine.getByRole("article", { name: "Memo by Olwen Pritchard" }).locator("strong")).toHaveText(
    "@Tomos Rees",
  );

  const theirs = await colleague.newPage();
  await theirs.goto(`/studies/${study}`);
  await theirs.getByRole("link", { name: /Memos.*1 talk waits for you|1 talk waits for you.*Memos/ }).click();
  await theirs.getByRole("radio", { name: /Waiting for me/ }).focus();
  await theirs.keyboard.press("Space");
  const talk = theirs.getByRole("list", { name: "Talks" }).getByRole("listitem").first();
  await expect(talk.getByRole("link", { name: "S01, turn 1" })).toBeVisible();
  await accessible(theirs);
  await talk.getByRole("button", { name: "Answer" }).click();
  await theirs.keyboard.type("She said so twice.");
  await theirs.keyboard.press("Control+Enter");
  await expect(theirs.getByText("talk waits for you")).toHaveCount(0);
  // The talk stays under the eyes of whoever has just answered it.
  await expect(talk.getByRole("article", { name: "Memo by Tomos Rees" })).toContainText("She said so twice.");
  await expect(mine.getByRole("article", { name: "Memo by Tomos Rees" })).toBeVisible();
  await talk.getByRole("link", { name: "S01, turn 1" }).click();
  await expect(theirs.locator('[data-turn="0"]')).toContainText("Nobody wrote that down.");
});
