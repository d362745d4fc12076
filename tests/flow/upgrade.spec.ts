/** A tab that was open while Carthen was updated. */
import type { Page, WebSocketRoute } from "@playwright/test";
import * as z from "zod";
import { expect, test } from "#tests/kit/flow.ts";
import { good } from "#tests/kit/people.ts";

const Log = z.object({ events: z.array(z.object({ cmdId: z.string(), kind: z.string() })) });
const Said = z.looseObject({ kind: z.string(), protocol: z.int().optional() });
const Batch = z.object({ commands: z.array(z.object({ cmdId: z.string() })) });

/**
 * Has a page be one of an earlier version once `update` is called, until it is loaded anew: its greetings carry an older
 * number, its line is cut as by a restart, and its commands get no answer. The first batch is carried out all the same.
 */
async function ageing(page: Page) {
  const tried: string[] = [];
  const lines = new Set<WebSocketRoute>();
  let old = false;
  let batches = 0;
  await page.routeWebSocket(/\/api\/live$/, (line) => {
    const server = line.connectToServer();
    lines.add(line);
    line.onMessage((text) => {
      const said = Said.parse(JSON.parse(String(text)));
      server.send(
        old && said.kind === "hello" ? JSON.stringify({ ...said, protocol: (said.protocol ?? 0) - 1 }) : text,
      );
    });
  });
  await page.route(/\/commands$/, async (route) => {
    if (!old) return route.continue();
    tried.push(...Batch.parse(route.request().postDataJSON()).commands.map(({ cmdId }) => cmdId));
    batches += 1;
    if (batches === 1) await route.fetch({ maxRetries: 3 }); // a connection that was kept may just be closed
    return route.abort();
  });
  page.on("framenavigated", (frame) => {
    if (frame === page.mainFrame()) old = false;
  });
  return {
    tried,
    update: async () => {
      old = true;
      await Promise.all([...lines].map((line) => line.close({ code: 1012 })));
    },
  };
}

test("[Y109] a tab of an earlier version is told to load again, and what it had not sent arrives once", async ({
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("An update");
  const page = await owner.newPage();
  const { tried, update } = await ageing(page);
  page.on("dialog", (dialog) => void dialog.accept()); // the browser asks whether to leave what is not sent
  await page.goto(`/studies/${study}/guide`);
  const ask = async (button: string, words: string) => {
    await page.getByRole("button", { name: button }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("In English").fill(words);
    await dialog.getByRole("button", { name: "Add", exact: true }).click();
    await expect(page.getByText(words)).toBeVisible();
  };
  await expect(page.getByRole("button", { name: "Write the first question" })).toBeVisible();

  await update();
  const told = page.getByText("Carthen has been updated. Load the page again to go on.");
  await expect(told).toBeVisible();
  await accessible(page);
  await ask("Write the first question", "What helped?");
  await ask("Add a question", "What stood in the way?");
  await expect(page.getByRole("status").filter({ hasText: "8 changes waiting" })).toBeVisible();

  // A question with the three guides that ask it, twice.
  await expect.poll(() => new Set(tried).size).toBe(8);
  await page.getByRole("button", { name: "Load again" }).click();
  await expect(told).toBeHidden();
  await expect(page.getByText("What helped?")).toBeVisible();
  await expect(page.getByText("What stood in the way?")).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  await page.reload(); // nothing waits any more that would have the browser ask
  await expect(page.getByText("What helped?")).toBeVisible();
  await expect(page.getByText("What stood in the way?")).toBeVisible();

  const log = Log.parse(await good(await owner.request.get(`/api/studies/${study}/events?after=0`)));
  expect(log.events.filter(({ kind }) => kind === "question.add")).toHaveLength(2);
  const arrived = log.events.map(({ cmdId }) => cmdId).filter((cmdId) => tried.includes(cmdId));
  expect(arrived.toSorted()).toEqual([...new Set(tried)].toSorted());
});
