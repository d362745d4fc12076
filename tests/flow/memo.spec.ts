/** Somebody is called in a memo and finds the talk. Rules: docs/spec/memo.md. */
import { bringTranscript } from "#tests/kit/bring.ts";
import { expect, test } from "#tests/kit/flow.ts";

test("[ME1] [ME2] [ME4] [ME5] [ME7] [ME9] [ME11] a colleague is called by keyboard, sees that a talk waits, goes there, answers, and writes in the memo too", async ({
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

  // The memo that began the talk is everybody's, an answer is its writer's.
  const [here, there] = [mine, talk].map((place) => place.getByRole("article", { name: "Memo by Olwen Pritchard" }));
  if (!here || !there) throw new Error("two places");
  await expect(mine.getByRole("button", { name: "Write in this memo" })).toHaveCount(1);
  await there.getByRole("button", { name: "Write in this memo" }).click();
  const words = there.getByRole("textbox", { name: "Memo by Olwen Pritchard" });
  await expect(words).toHaveAttribute("contenteditable", "true");
  await expect(words).toBeFocused();
  await expect(words).toHaveText(/^Is that so, @Tomos Rees/);
  await theirs.keyboard.press("Control+End");
  await theirs.keyboard.type(" Yes, @prit");
  const offered = there.getByRole("listbox", { name: "Members of this study" });
  await expect(offered.getByRole("option", { selected: true })).toHaveText("Olwen Pritchard");
  await expect(words).toHaveAttribute("aria-activedescendant", /./);
  await accessible(theirs);
  await theirs.keyboard.press("Escape"); // the list, not the text
  await expect(offered).toBeHidden();
  await expect(words).toBeFocused();
  for (const _ of "@prit") await theirs.keyboard.press("Backspace");
  await there.getByRole("button", { name: "Call somebody" }).click();
  await theirs.keyboard.type("ol");
  await theirs.keyboard.press("Tab");
  await expect(words).toHaveText(/ Yes, @Olwen Pritchard $/);
  await here.getByRole("button", { name: "Write in this memo" }).click();
  await expect(here.getByRole("textbox")).toHaveText(/ Yes, .*@Olwen Pritchard/);
  await expect(here.locator(".pad-caret")).toHaveCount(1);
  await mine.keyboard.press("Escape"); // the text, not the dialog
  await expect(here.getByRole("button", { name: "Write in this memo" })).toBeFocused();
  await theirs.keyboard.type("It is.");
  await theirs.keyboard.press("Control+Enter");
  await expect(there.getByRole("paragraph")).toContainText("Yes, @Olwen Pritchard It is.");
  await expect(there.getByRole("button", { name: "Write in this memo" })).toBeFocused();
  await expect(here).toContainText("also by Tomos Rees");
  await expect(here.locator("strong")).toHaveText(["@Tomos Rees", "@Olwen Pritchard"]);

  await talk.getByRole("link", { name: "S01, turn 1" }).click();
  await expect(theirs.locator('[data-turn="0"]')).toContainText("Nobody wrote that down.");
});
