/** A board leaves: refused while a name is undecided, then in every form, asked for by keyboard; on the sample study. */
import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { SAMPLE } from "#prisma/sample/plan.ts";
import { unpackPdf } from "#lib/format/scan/pdf.ts";
import { test } from "#tests/kit/flow.ts";
import { lookedThrough } from "#tests/kit/looked.ts";
import { signedOff } from "#tests/kit/signed.ts";
import { rowsOf } from "#tests/kit/rows.ts";

const NAMES = /Cartrefi Meillion|Birtle|Treharn/;

/** Opens the dialog by keys alone. */
async function ask(page: Page): Promise<void> {
  await page.getByRole("button", { name: "More", exact: true }).press("Enter");
  const item = page.getByRole("menuitem", { name: "Download…" });
  await item.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Download the board" })).toBeVisible();
}

/** Takes one form of the whole board or of what is selected; its name and bytes. */
async function take(page: Page, form: string, what: RegExp | null = null): Promise<{ name: string; bytes: Buffer }> {
  await ask(page);
  const dialog = page.getByRole("dialog", { name: "Download the board" });
  if (what) await dialog.getByRole("radio", { name: what }).press("Space");
  await dialog.getByRole("radio", { name: form }).press("Space");
  const waiting = page.waitForEvent("download", { timeout: 60_000 }); // written, scanned and drawn meanwhile
  await dialog.getByRole("button", { name: "Download" }).press("Enter");
  const taken = await waiting;
  await expect(dialog).toBeHidden();
  return { name: taken.suggestedFilename(), bytes: readFileSync(await taken.path()) };
}

test("[B115][B123][B124] a board is refused, its names are decided, and it leaves in every form and names nobody", async ({
  app,
  owner,
  accessible,
}) => {
  test.slow(); // four files
  const page = await owner.newPage();
  await lookedThrough({ request: owner.request, url: app.url, study: SAMPLE });
  await page.goto(`/studies/${SAMPLE}/board`);
  await ask(page);
  const dialog = page.getByRole("dialog", { name: "Download the board" });
  await dialog.getByRole("button", { name: "Download" }).press("Enter");
  const refusal = dialog.getByText(/^Not downloaded: \d+ names are undecided/);
  await expect(refusal).toBeVisible();
  await accessible(page);
  await dialog.getByRole("link", { name: "Decide names" }).press("Enter");
  await expect(page.getByRole("tab", { name: /Names/, selected: true })).toBeVisible();
  await expect(page.getByRole("list", { name: "Names in the report" })).toBeVisible();

  // Every name is decided, by the same commands as the screen's.
  const check = await owner.request.get(`/api/studies/${SAMPLE}/report/check?language=en`);
  const { identifiers } = (await check.json()) as {
    identifiers: { id: string; kind: string; decision: string | null }[];
  };
  const open = identifiers.filter((one) => one.decision === null);
  expect(open.length).toBeGreaterThan(0);
  const kept = (await rowsOf(owner.request, SAMPLE, "identifier")).flatMap(({ id, decision, reason }) =>
    decision === "keep" ? [{ id, reason }] : [],
  );
  expect(kept.length).toBeGreaterThan(0);
  const decide = async (decision: "replace" | null) => {
    const commands: unknown[] = open.map(({ id, kind }) => {
      const phrase = crypto.randomUUID();
      const replacement = decision === null ? null : phrase;
      return {
        cmdId: crypto.randomUUID(),
        command: { kind: "identifier.decide", id, of: kind, decision, replacement, replacementCy: null, reason: null },
        phrases: decision === null ? [] : [{ id: phrase, lang: "en", words: "somebody" }],
        names: [],
      };
    });
    // What is to be kept waits for somebody else than the sample's author.
    const second = { kind: "identifier.second", kept, on: decision !== null };
    commands.push({ cmdId: crypto.randomUUID(), command: second, phrases: [], names: [] });
    const answer = await owner.request.post(`/api/studies/${SAMPLE}/commands`, {
      data: { commands },
      headers: { origin: app.url },
    });
    expect(JSON.stringify(await answer.json())).not.toContain("refused");
  };
  await decide("replace");
  await signedOff({ request: owner.request, url: app.url, study: SAMPLE });

  await page.goto(`/studies/${SAMPLE}/board`);
  const pdf = await take(page, "Document (.pdf)");
  expect(pdf.name).toBe("board-en.pdf");
  const said = (unpackPdf(pdf.bytes) ?? []).map((member) => new TextDecoder().decode(member.bytes)).join("\n");
  expect(said).toContain("[somebody]");
  expect(said).not.toMatch(NAMES);

  const outline = (await take(page, "Outline in text (.txt)")).bytes.toString("utf8");
  expect(outline).toMatch(/^1 .+ \(\d+ cards?\)$/m);
  expect(outline).not.toMatch(NAMES);

  // One card, with its theme.
  await page.getByRole("button", { name: /^Zoom to 100 %/ }).press("Enter"); // from here on cards are elements
  await page.getByRole("listbox", { name: "Cards on the board" }).getByRole("option").first().focus();
  await page.keyboard.press("Space");
  const chosen = /^The selected card/;
  const drawing = (await take(page, "Drawing (.svg)", chosen)).bytes.toString("utf8");
  expect(drawing.split('role="listitem"')).toHaveLength(2);
  const [, width = "", height = ""] = /<svg [^>]*width="(\d+)" height="(\d+)"/.exec(drawing) ?? [];
  const png = await take(page, "Picture (.png)", chosen);
  expect(png.name).toBe("board-en.png");
  expect(png.bytes.subarray(0, 8).toString("hex")).toBe("89504e470d0a1a0a");
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);
  expect(png.bytes.length).toBeGreaterThan(5000); // something is drawn on it

  await decide(null); // the sample is everybody's: the report's own test finds its names as they were
});
