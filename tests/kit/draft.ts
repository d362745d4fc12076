/** What a browser keeps of drafts, for tests that take the page away from under one. */
import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";

/** Waits until the browser keeps these words. */
export async function draftHolds(page: Page, words: string): Promise<void> {
  await expect.poll(() => page.evaluate(allDrafts)).toContain(JSON.stringify(words).slice(1, -1));
}

/** All drafts as JSON; runs in the page. */
function allDrafts(): Promise<string> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("carthen-drafts");
    opening.addEventListener("error", () => reject(new Error("no drafts")));
    opening.addEventListener("success", () => {
      const all = opening.result.transaction("draft").objectStore("draft").getAll();
      all.addEventListener("success", () => {
        opening.result.close();
        resolve(JSON.stringify(all.result));
      });
    });
  });
}
