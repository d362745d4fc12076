/** Reading and quoting, in a real browser. Rules: docs/spec/quote.md. */
import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { bringTranscript } from "#tests/kit/bring.ts";
import { expect, test } from "#tests/kit/flow.ts";
import { give, sent } from "#tests/kit/board.ts";
import { visitor } from "#tests/kit/people.ts";

const words = [
  "Interviewer: Thank you for coming. What do you share today?",
  "Bethan: We share the resident account with two councils, and it works because people trust each other.",
  "Interviewer: And who looks after it?",
  "Bethan: Nobody wrote that down. When it fails at night I get up, because somebody has to.",
].join("\n\n");

/** Brings a transcript in, of which only who asks is known; the id of its source. */
function bring(request: APIRequestContext, url: string, study: string, text: string): Promise<string> {
  return bringTranscript({ request, url, study }, text, {
    title: "Bro Tywi",
    speakers: [
      { label: "Interviewer", participant: null, interviewer: true },
      { label: "Bethan", participant: null, interviewer: false },
    ],
  });
}

/** Drags the mouse over some words of a turn, from the middle of the first to the middle of the last. */
async function sweep(page: Page, turn: number, from: string, to: string): Promise<{ x: number; y: number }> {
  const places = await page.locator(`[data-words="${turn}"]`).evaluate(
    (element, wanted) =>
      wanted.map((word) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = (node.textContent ?? "").indexOf(word);
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + word.length);
          const box = range.getBoundingClientRect();
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }
        throw new Error(`${word} does not stand in the turn`);
      }),
    [from, to],
  );
  const [first, last] = places;
  if (!first || !last) throw new Error("no places");
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  await page.mouse.move(last.x, last.y, { steps: 6 });
  await page.mouse.up();
  return first;
}

test("[Q6] [Q9] a quote with tags is made by keyboard alone, and one undo takes all of it back", async ({
  app,
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("By keyboard");
  const source = await bring(owner.request, app.url, study, words);
  const page = await owner.newPage();
  await page.goto(`/studies/${study}/sources/${source}`);
  const turn = page.locator('[data-turn="1"]');
  await turn.focus();
  for (let word = 0; word < 5; word += 1) await page.keyboard.press("]");
  await page.keyboard.press("[");
  await page.keyboard.press("q");
  await page.keyboard.type("shared account");
  await page.keyboard.press(",");
  await page.keyboard.type("trust");
  await page.keyboard.press("Enter");

  await expect(turn.locator("mark")).toHaveText("We share the resident");
  await expect(turn).toBeFocused();
  const list = page.getByRole("complementary", { name: "Quotes of this source" });
  await expect(list.getByText("shared account")).toBeVisible();
  await expect(list.getByText("trust", { exact: true })).toBeVisible();
  await accessible(page);

  // The bar beside it is a button that a keyboard reaches from the turn.
  await page.keyboard.press("Tab");
  await expect(
    page.getByRole("button", { name: /^Quote: We share the resident \(shared account, trust\)/ }),
  ).toBeFocused();

  await page.getByRole("button", { name: /^Undo/ }).first().click();
  await expect(turn.locator("mark")).toHaveCount(0);
  await page.goto(`/studies/${study}/tags`);
  await expect(page.getByRole("heading", { name: "No tags yet" })).toBeVisible();
});

test("[Q5] [Q7] [Q8] quotes that overlap are told apart, and a link leads to one", async ({ app, owner, newStudy }) => {
  const study = await newStudy("Overlap");
  const source = await bring(owner.request, app.url, study, words);
  const page = await owner.newPage();
  await page.goto(`/studies/${study}/sources/${source}`);
  await page.locator('[data-turn="3"]').waitFor();
  for (const [from, to] of [
    ["wrote", "fails"],
    ["When", "night"],
  ] as const) {
    await sweep(page, 3, from, to);
    await page
      .getByRole("toolbar", { name: "Selected words" })
      .getByRole("button", { name: /^Quote/ })
      .click();
    await page.getByRole("combobox", { name: "Tags of this quote" }).first().press("Enter");
    await expect(page.getByRole("toolbar", { name: "Selected words" })).toHaveCount(0);
  }
  const marks = page.locator('[data-words="3"] mark');
  await expect(marks).toHaveText(["wrote that down. ", "When it fails", " at night"]);
  await expect(marks.nth(1)).toHaveAttribute("data-depth", "2");
  const bars = page.locator('[data-turn="3"] button[data-quote]');
  const [one, other] = await bars.evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().x));
  expect(one).not.toBe(other);

  const quote = await bars.first().getAttribute("data-quote");
  await page.goto(`/studies/${study}/sources/${source}?quote=${quote}`);
  await expect(page.locator(`mark[data-active][data-quotes~="${quote}"]`).first()).toBeInViewport();
});

test("[Q11] [Q13] a selection dragged to the board lies there, and its card leads back", async ({
  app,
  owner,
  newStudy,
}) => {
  const study = await newStudy("Beside");
  const source = await bring(owner.request, app.url, study, words);
  const page = await owner.newPage();
  await page.goto(`/studies/${study}/board?source=${source}`);
  await page.locator('[data-turn="3"]').waitFor();
  const grip = await sweep(page, 3, "somebody", "has");
  await expect(page.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
  // Escape gives up: nothing is laid.
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(1000, 400, { steps: 8 });
  await expect(page.locator(".slip")).toContainText("somebody");
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(page.locator(".slip")).toHaveCount(0);
  await expect(page.locator('[data-words="3"] mark')).toHaveCount(0);

  await sweep(page, 3, "somebody", "has");
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(1000, 400, { steps: 8 });
  await page.mouse.up();
  await expect(page.locator('[data-words="3"] mark')).toHaveText("somebody has");

  await page.goto(`/studies/${study}/sources/${source}`);
  await page.locator('[data-words="3"] mark').click();
  const list = page.getByRole("complementary", { name: "Quotes of this source" });
  await expect(list.getByRole("link", { name: "Unclustered" })).toHaveAttribute(
    "href",
    new RegExp(`/studies/${study}/board\\?board=.*card=.*source=${source}`),
  );
  // The menu does what the drag did.
  await list.getByRole("button", { name: "Send to board" }).click();
  await page.getByRole("menuitem", { name: "Unclustered" }).click();
  await expect(list.getByRole("link", { name: "Unclustered" })).toHaveCount(2);
});

test("[Q16] [Q17] [Q18] reading by keyboard: find, tag by digit, tag with the words themselves, memo, link", async ({
  app,
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Keys of the reader");
  const source = await bring(owner.request, app.url, study, words);
  await owner.grantPermissions(["clipboard-read", "clipboard-write"], { origin: app.url });
  const page = await owner.newPage();
  await page.goto(`/studies/${study}/sources/${source}`);
  const turn = (n: number) => page.locator(`[data-turn="${n}"]`);
  await turn(1).focus();

  // What is found is selected when the search ends, and quoted with the next key.
  await page.keyboard.press("Control+f");
  const field = page.getByRole("searchbox", { name: "Words to find" });
  await expect(field).toBeFocused();
  await page.keyboard.type("PEOPLE trust");
  await expect(page.getByRole("status").filter({ hasText: "1 of 1" })).toBeVisible();
  await accessible(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("q");
  await page.keyboard.type("trust");
  await page.keyboard.press("Enter");
  await expect(turn(1).locator("mark")).toHaveText("people trust");

  // The same tag by its digit, on words that are selected by keys.
  await expect(page.getByRole("group", { name: "Tags used last" })).toContainText("trust");
  await page.keyboard.press("Escape"); // the quote that was just made is open: it is left
  await page.keyboard.press("End");
  await expect(turn(3)).toBeFocused();
  await page.keyboard.press("]");
  await page.keyboard.press("1");
  await expect(turn(3).locator("mark")).toHaveText("Nobody");
  const list = page.getByRole("complementary", { name: "Quotes of this source" });
  await expect(list.locator("[data-quote-item]").nth(1)).toContainText("trust");
  // The digit takes it off again; T puts another one there.
  await page.keyboard.press("1");
  await expect(list.locator("[data-quote-item]").nth(1)).not.toContainText("trust");
  await page.keyboard.press("t");
  await page.keyboard.type("ownership");
  await page.keyboard.press("Enter");
  await expect(list.locator("[data-quote-item]").nth(1)).toContainText("ownership");
  await page.keyboard.press("Escape");

  // V: the words are the tag.
  await page.keyboard.press("Home");
  await page.keyboard.press("]");
  await page.keyboard.press("]");
  await page.keyboard.press("v");
  await expect(list.locator("[data-quote-item]").first().getByText("Thank you", { exact: true })).toHaveCount(2);

  // M: a memo about the open quote.
  await page.keyboard.press("m");
  await page.keyboard.type("Polite, no more.");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Escape");
  await expect(list.locator("[data-quote-item]").first()).toContainText("1 memo");

  // L: a link to words, which leads there in another tab. The quote that is open is left first.
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await turn(3).focus();
  await page.keyboard.press("Escape");
  for (let n = 0; n < 3; n += 1) await page.keyboard.press("]");
  await page.keyboard.press("l");
  await expect(page.getByText("Link copied")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await owner.newPage();
  await other.goto(link);
  await expect.poll(() => other.evaluate(() => document.getSelection()?.toString())).toBe("Nobody wrote that");
});

test("[Q14] [Q15] [Q19] a long text opens where it was left, in any browser, and knows what was read", async ({
  app,
  owner,
  colleague,
  newStudy,
  browser,
  signedIn,
}) => {
  const study = await newStudy("A long way");
  const long = Array.from(
    { length: 400 },
    (_, n) => `${n % 2 === 0 ? "Interviewer" : "Bethan"}: This is what was said as number ${n}, and it was enough.`,
  );
  const source = await bring(owner.request, app.url, study, long.join("\n\n"));
  const page = await owner.newPage();
  await page.goto(`/studies/${study}/sources/${source}`);
  await expect(page.locator("header").getByText(/^[1-9]\d?% read/)).toBeVisible();
  await expect(page.locator("[data-turn]")).toHaveCount(400);
  await expect(page.locator('[data-turn="0"]')).not.toHaveAttribute("data-unread");
  await page.locator('[data-turn="0"]').focus();
  const kept = page.waitForResponse(
    (answer) => answer.url().endsWith("/place") && (answer.request().postData() ?? "").includes('"at":') && answer.ok(),
  );
  await page.keyboard.press("End");
  await expect(page.locator('[data-turn="399"]')).not.toHaveAttribute("data-unread");
  await kept;
  await page.close(); // what was not told yet goes out as the page is left

  const elsewhere = await visitor(browser, app.url, signedIn.owner);
  const again = await elsewhere.newPage();
  await expect(async () => {
    await again.goto(`/studies/${study}/sources/${source}`);
    await expect(again.locator('[data-turn="395"]')).toBeInViewport({ timeout: 1000 });
  }).toPass();
  // N goes around the end to the first turn that was not in sight.
  await again.locator('[data-turn="399"]').focus();
  await again.keyboard.press("n");
  const at = Number(await again.locator("[data-turn]:focus").getAttribute("data-turn"));
  expect(at).toBeGreaterThan(2);
  expect(at).toBeLessThan(60);
  await elsewhere.close();

  // A colleague has read nothing of it.
  const theirs = await colleague.newPage();
  await theirs.goto(`/studies/${study}/sources/${source}?turn=`);
  await expect(theirs.locator('[data-turn="0"]')).toBeInViewport();
});

test("[PA2] [PA5] [PA6] [Q20] questions are linked by hand and as proposed, and read across sources", async ({
  app,
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Questions in the text");
  const source = await bring(owner.request, app.url, study, words);
  const [first, second] = [randomUUID(), randomUUID()];
  const ask = (id: string, text: string) => {
    const phrase = randomUUID();
    return sent({ kind: "question.add", id, text: { lang: "en", phrase } }, { [phrase]: text });
  };
  await give({ request: owner.request, url: app.url, study }, [
    ask(first, "What do you share with others today?"),
    ask(second, "Who looks after the systems?"),
  ]);
  const page = await owner.newPage();
  await page.goto(`/studies/${study}/sources/${source}`);
  await page.locator('[data-turn="1"]').focus();
  await page.keyboard.press("g");
  const dialog = page.getByRole("dialog", { name: "Which question is answered here?" });
  await page.keyboard.type("looks");
  await accessible(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  // From here on, to the end of the text: nothing else was linked.
  await expect(page.locator(".reader-question")).toHaveText(["Who looks after the systems?"]);

  // What the interviewer says is close to both questions of the guide: the proposals take over.
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Find the guide’s questions…" }).click();
  const proposed = page.getByRole("dialog", { name: "Where the guide’s questions seem to be asked" });
  await expect(proposed.getByRole("checkbox")).toHaveCount(2);
  await accessible(page);
  await proposed.getByRole("button", { name: "Link 2 places" }).click();
  await expect(page.locator(".reader-question")).toHaveText([
    "What do you share with others today?",
    "Who looks after the systems?",
  ]);
  await page.locator('[data-turn="3"]').focus();
  await page.keyboard.press("q");
  await page.keyboard.press("Enter");
  await expect(page.locator('[data-turn="3"] mark')).toHaveCount(1);

  await page.goto(`/studies/${study}/answers?question=${second}`);
  await expect(page.getByRole("heading", { name: "Who looks after the systems?" })).toBeVisible();
  const rows = page.getByRole("list", { name: "Who looks after the systems?" }).getByRole("listitem");
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText("Nobody wrote that down.");
  await accessible(page);

  await page.goto(`/studies/${study}/coverage`);
  const questions = page.getByRole("region", { name: "Questions" });
  await expect(questions.getByRole("row", { name: /Who looks after/ })).not.toContainText("untouched");
  await expect(questions.getByRole("row", { name: /What do you share/ })).toContainText("untouched");
  await accessible(page);
});
