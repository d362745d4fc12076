/** Files come in and leave as jobs that are seen, left alone, found again and cancelled. Rules: docs/spec/jobs.md, docs/spec/exports.md. */
import { expect, test } from "#tests/kit/flow.ts";
import { holdExports, holdImports } from "#tests/kit/hold.ts";

const ROWS = 200;
const survey = (name: string) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(
    [
      "Response ID,Sector,What gets in the way?,What helped you?",
      ...Array.from({ length: ROWS }, (_, row) =>
        [
          `${name}-${row}`,
          row % 2 === 0 ? "Housing" : "Health",
          `The letters were late again in week ${row}`,
          `Somebody came to the door on day ${row}`,
        ].join(","),
      ),
    ].join("\n"),
  ),
});

test("[J1] [J4] [J9] a survey that takes a while shows how far it is, goes on without its page, and can be cancelled", async ({
  app,
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("A long survey");
  const page = await owner.newPage();
  const bringIn = async (name: string) => {
    await page.locator("input[type=file]").first().setInputFiles(survey(name));
    const preview = page.getByRole("article", { name });
    await expect(preview.getByText("200 responses will come in")).toBeVisible();
    const letGo = await holdImports(app);
    await preview.getByRole("button", { name: "Bring this in" }).click();
    await expect(preview.getByText("You can leave this page; it goes on.")).toBeVisible();
    return letGo;
  };
  const jobs = page.getByRole("region", { name: "Files on their way in" });

  await page.goto(`/studies/${study}/sources/import`);
  const letSpringGo = await bringIn("spring.csv");
  // The frame says so on every screen, and leads to where it is cancelled.
  await page.getByRole("link", { name: "1 file is coming in" }).click();
  await expect(jobs.getByRole("progressbar", { name: /spring\.csv/ })).toBeVisible();
  await jobs.getByRole("button", { name: "Cancel bringing in spring.csv" }).click();
  await expect(jobs).toBeHidden({ timeout: 5000 });
  await letSpringGo();
  await expect(page.getByText("No sources yet")).toBeVisible();

  // Brought in again, it is reported where its person has gone meanwhile.
  await page.getByRole("link", { name: "Bring in sources" }).first().click();
  const letSummerGo = await bringIn("summer.csv");
  await page.goto(`/studies/${study}/sources`);
  await expect(jobs.getByRole("progressbar", { name: /summer\.csv/ })).toBeVisible();
  await letSummerGo();
  await expect(page.getByText("summer.csv: 200 responses with 400 comments.")).toBeVisible();
  await accessible(page);
});

test("[EX1] [EX9] [EX10] [EX11] a file that takes a while shows how far it is on every screen, is cancelled there, and is offered after its page was loaded anew", async ({
  app,
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("A long log");
  const page = await owner.newPage();
  const leaving = page.getByRole("region", { name: "Files being made" });
  const button = page.getByRole("button", { name: "Download as .csv" });
  const open = async () => {
    await page.goto(`/studies/${study}/activity`);
    await expect(page.getByText("This is where the study began.")).toBeVisible(); // the button stands below it
  };
  await open();

  const letFirstGo = await holdExports(app);
  await button.click();
  await expect(leaving.getByRole("progressbar", { name: /^Activity log \(\.csv\)/ })).toBeVisible();
  await expect(
    page.getByText("Activity log (.csv) is being made. You can go on; the download begins by itself."),
  ).toBeAttached();
  await accessible(page);
  await page.getByRole("link", { name: "Topic guide" }).click();
  await leaving.getByRole("button", { name: "Cancel Activity log (.csv)" }).press("Enter");
  await expect(leaving).toBeHidden({ timeout: 5000 });
  await letFirstGo();

  // Nobody has gone away: the download begins on another screen.
  await open();
  const letSecondGo = await holdExports(app);
  await button.click();
  await expect(leaving).toBeVisible();
  await page.getByRole("link", { name: "Topic guide" }).click();
  const coming = page.waitForEvent("download");
  await letSecondGo();
  expect((await coming).suggestedFilename()).toBe("activity-en.csv");
  await expect(leaving).toBeHidden();

  // The page that asked is gone.
  await open();
  const letThirdGo = await holdExports(app);
  await button.click();
  await expect(leaving).toBeVisible();
  await page.reload();
  await expect(leaving.getByRole("progressbar")).toBeVisible();
  await letThirdGo();
  const offered = page.waitForEvent("download");
  await leaving.getByRole("button", { name: "Save Activity log (.csv)" }).click();
  expect((await offered).suggestedFilename()).toBe("activity-en.csv");
  await expect(leaving).toBeHidden();
});
