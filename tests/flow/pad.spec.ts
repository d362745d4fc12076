/** A text that two people write at once, and one that is written without a line. */
import { expect } from "@playwright/test";
import type { Page, WebSocketRoute } from "@playwright/test";
import { test } from "#tests/kit/flow.ts";

const introduction = (page: Page) => page.getByRole("textbox", { name: "Introduction: English" });

test("[P20] [P21] [P23] two write one text at once, see each other’s carets, and undo only what is their own", async ({
  owner,
  colleague,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Texts written together");
  const [mine, theirs] = [await owner.newPage(), await colleague.newPage()];
  for (const page of [mine, theirs]) await page.goto(`/studies/${study}/report`);
  for (const page of [mine, theirs]) await expect(introduction(page)).toBeEditable();
  await introduction(mine).click();
  await mine.keyboard.type("We asked eleven organisations.");
  await expect(introduction(theirs)).toHaveText("We asked eleven organisations.");
  await introduction(theirs).click();
  await theirs.keyboard.press("Control+End");
  await theirs.keyboard.press("Enter");
  await theirs.keyboard.type("It took a year.");
  await expect(introduction(mine).locator("p")).toHaveText([/^We asked eleven organisations\./, /^It took a year\./]);
  await expect(introduction(mine).locator(".pad-caret")).toHaveCount(1);
  await accessible(mine);

  await mine.keyboard.press("Control+z");
  await expect(introduction(theirs)).not.toContainText("We asked");
  await expect(introduction(theirs)).toContainText("It took a year.");
  await mine.keyboard.press("Control+y");
  await expect(introduction(theirs)).toContainText("We asked eleven organisations.");

  // What is typed before a text can be written in stands in it.
  await mine.goto(`/studies/${study}/report`);
  const limits = mine.getByRole("textbox", { name: "Limitations: English" });
  await limits.focus();
  await mine.keyboard.type("Nobody was asked twice.\nNor was anybody left out.");
  await expect(limits).toBeEditable();
  await expect(limits.locator("p")).toHaveText(["Nobody was asked twice.", "Nor was anybody left out."]);
  await mine.keyboard.type(" At all.");
  await expect(limits.locator("p").last()).toHaveText("Nor was anybody left out. At all.");
  await introduction(mine).click();

  // Whoever only reads has it a moment later, and Tab leaves the text.
  await mine.keyboard.press("Tab");
  await expect(introduction(mine)).not.toBeFocused();
  await theirs.goto(`/studies/${study}`);
  await expect(theirs.getByRole("region", { name: "Introduction" }).first()).toContainText("It took a year.");
});

test("[P10] [P12] [P22] what is pasted comes in line by line; written without a line it waits, survives the page and is sent", async ({
  owner,
  newStudy,
}) => {
  const study = await newStudy("A text without a line");
  const page = await owner.newPage();
  const lines = new Set<WebSocketRoute>();
  let cut = false;
  await page.routeWebSocket(/\/api\/live/, async (line) => {
    if (cut) return line.close({ code: 1011 });
    lines.add(line);
    line.connectToServer();
  });
  await page.goto(`/studies/${study}/report`);
  await expect(introduction(page)).toBeEditable();
  await introduction(page).click();
  await introduction(page).evaluate((element) => {
    const data = new DataTransfer();
    data.setData("text/plain", "First.\n\nThird.");
    data.setData("text/html", "<h1>First.</h1><table><tr><td>Third.</td></tr></table>");
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(introduction(page).locator("p")).toHaveText(["First.", "", "Third."]);
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();

  cut = true;
  for (const line of lines) await line.close({ code: 1011 });
  await page.keyboard.type(" And a fourth.");
  await expect(page.getByText(/1 change/).first()).toBeVisible();
  const kept = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open("carthen-pads");
          opening.onerror = () => reject(opening.error ?? new Error("not opened"));
          opening.onsuccess = () => {
            const counting = opening.result.transaction("left").objectStore("left").getAll();
            counting.onsuccess = () => resolve(JSON.stringify(counting.result).includes("And a fourth.") ? 1 : 0);
          };
        }),
    );
  await expect.poll(kept).toBe(1);
  await page.close();
  const next = await owner.newPage();
  await next.goto(`/studies/${study}`);
  await expect(next.getByRole("region", { name: "Introduction" }).first()).toContainText("Third. And a fourth.");
});
