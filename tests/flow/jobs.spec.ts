/** A large survey comes in as a job that is seen, left alone, found again and cancelled. Rules: docs/spec/jobs.md. */
import { expect, test } from "#tests/kit/flow.ts";

const ROWS = 8_000;
const WORDS = "the letters were late and nobody came to the door before the rain had stopped again that week".split(
  " ",
);
const said = (row: number, column: number) =>
  Array.from({ length: 18 }, (_, at) => WORDS[(row * 7 + column * 3 + at * 5) % WORDS.length]).join(" ");
const large = (name: string) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(
    [
      "Response ID,Sector,What gets in the way?,What helped you?,What would you change?,Anything else?",
      ...Array.from({ length: ROWS }, (_, row) =>
        [
          `${name}-${row}`,
          row % 2 === 0 ? "Housing" : "Health",
          ...[1, 2, 3, 4].map((column) => `${said(row, column)} ${row}`),
        ].join(","),
      ),
    ].join("\n"),
  ),
});

test("[J1] [J4] [J9] a large survey shows how far it is, goes on without its page, and can be cancelled", async ({
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("A large survey");
  const page = await owner.newPage();
  await page.goto(`/studies/${study}/sources/import`);
  await page.locator("input[type=file]").first().setInputFiles(large("spring.csv"));
  const preview = page.getByRole("article", { name: "spring.csv" });
  await expect(preview.getByText("8,000 responses will come in")).toBeVisible({ timeout: 30_000 });
  await preview.getByRole("button", { name: "Bring this in" }).click();
  await expect(preview.getByText("You can leave this page; it goes on.")).toBeVisible({ timeout: 30_000 });

  // The frame says so on every screen, and leads to where it is cancelled.
  await page.getByRole("link", { name: "1 file is coming in" }).click();
  const jobs = page.getByRole("region", { name: "Files on their way in" });
  await expect(jobs.getByRole("progressbar", { name: /spring\.csv/ })).toBeVisible();
  await jobs.getByRole("button", { name: "Cancel bringing in spring.csv" }).click();
  await expect(jobs).toBeHidden({ timeout: 5000 });
  await expect(page.getByText("No sources yet")).toBeVisible();

  // Brought in again, it is reported where its person has gone meanwhile.
  await page.getByRole("link", { name: "Bring in sources" }).first().click();
  await page.locator("input[type=file]").first().setInputFiles(large("summer.csv"));
  const again = page.getByRole("article", { name: "summer.csv" });
  await expect(again.getByText("8,000 responses will come in")).toBeVisible({ timeout: 30_000 });
  await again.getByRole("button", { name: "Bring this in" }).click();
  await expect(again.getByText("You can leave this page; it goes on.")).toBeVisible({ timeout: 30_000 });
  await page.goto(`/studies/${study}/sources`);
  await expect(page.getByText("summer.csv: 8,000 responses with 32,000 comments.")).toBeVisible({ timeout: 60_000 });
  await accessible(page);
});
