/** Files of more kinds come in through the screen, read by the real server's threads; a scan says what it is. */
import { strToU8, zipSync } from "fflate";
import { column, makePdf } from "#tests/kit/pdf.ts";
import { otherProject } from "#tests/kit/refi-file.ts";
import { expect, test } from "#tests/kit/flow.ts";

const paragraph = (words: string) => `<text:p>${words}</text:p>`;
const FILES = [
  {
    name: "lake.rtf",
    mimeType: "application/rtf",
    buffer: Buffer.from(
      "{\\rtf1\\ansi\\ansicpg1252 {\\b Mari:}\\tab Pam y d\\u373?r\\'92?\\par {\\b Owen:}\\tab Glaw.\\par {\\b Mari:}\\tab A wedyn?\\par {\\b Owen:}\\tab Haul.\\par}",
    ),
  },
  {
    name: "lake.odt",
    mimeType: "application/vnd.oasis.opendocument.text",
    buffer: Buffer.from(
      zipSync({
        mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
        "content.xml": strToU8(
          `<office:document-content><office:body><office:text>${["Q: Why the lake?", "A: It rained.", "Q: And then?", "A: The sun."].map(paragraph).join("")}</office:text></office:body></office:document-content>`,
        ),
      }),
    ),
  },
  {
    name: "lake.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from(
      makePdf([
        column(60, 760, [
          "Mari: Why did all of this begin with the lake and not with the",
          "river?",
          "Owen: It rained.",
          "Mari: And then?",
          "Owen: The sun.",
        ]),
      ]),
    ),
  },
  {
    name: "unnamed.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(
      ["Why the lake?", "It rained.", "And then?", "The sun.", "Who came?", "Nobody at all."].join("\n\n"),
    ),
  },
  {
    name: "two.tsv",
    mimeType: "text/tab-separated-values",
    buffer: Buffer.from(
      [
        ["Time", "Speaker", "Welsh", "English"],
        ["0:00", "Mari", "Pam y llyn?", "Why the lake?"],
        ["0:04", "Owen", "Glaw.", "It rained."],
        ["0:06", "Mari", "A wedyn?", "And then?"],
        ["0:09", "Owen", "Haul.", "The sun."],
      ]
        .map((row) => row.join("\t"))
        .join("\n"),
    ),
  },
  { name: "lake.qdpx", mimeType: "application/octet-stream", buffer: Buffer.from(otherProject()) },
  { name: "scan.pdf", mimeType: "application/pdf", buffer: Buffer.from(makePdf([[], []])) },
];

test("[I1] [I54] [I60] [I63] [I83] [I111] [RF27] [RF33] [RF36] rich text, OpenDocument, PDF, what names nobody and a project of other software are looked at before anything is saved", async ({
  owner,
  newStudy,
  accessible,
}) => {
  const study = await newStudy("Kinds of files");
  const page = await owner.newPage();
  await page.goto(`/studies/${study}/sources/import`);
  await page.locator("input[type=file]").first().setInputFiles(FILES);

  const text = page.getByRole("list", { name: "The text as it will be saved" });
  await page.getByRole("button", { name: /^lake\.rtf/ }).click();
  await expect(text.getByRole("listitem").first()).toContainText("Pam y dŵr’?");
  await expect(page.getByText(/^Rich text, WINDOWS-1252/)).toBeVisible();
  await page.getByRole("button", { name: /^lake\.odt/ }).click();
  await expect(text.getByRole("listitem").first()).toContainText("Why the lake?");
  await page.getByRole("button", { name: /^lake\.pdf/ }).click();
  await expect(text.getByRole("listitem").first()).toContainText("begin with the lake and not with the river?");
  await expect(page.getByText("Ends of lines within a paragraph: a space instead")).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: /^unnamed\.txt/ }).click();
  await expect(page.getByText("questions stand before what looks like their answers")).toBeVisible();
  await expect(text.getByRole("listitem").first()).not.toContainText("Q");
  await page.getByRole("button", { name: "Read as questions and answers" }).click();
  await expect(text.getByRole("listitem").first()).toContainText("Q");
  await expect(page.getByRole("button", { name: "Read as questions and answers" })).toBeHidden();
  await accessible(page);
  await page.getByRole("button", { name: /^two\.tsv/ }).click();
  await expect(text.getByRole("listitem").first()).toContainText("Pam y llyn?");
  await page.getByRole("button", { name: /Column with what was said/ }).press("Enter");
  await page.getByRole("option", { name: "English" }).press("Enter");
  await expect(text.getByRole("listitem").first()).toContainText("Why the lake?");
  await page.getByRole("button", { name: /^scan\.pdf/ }).click();
  await expect(page.getByText(/This PDF holds pictures of its 2 pages and no text/)).toBeVisible();
  await page.getByRole("button", { name: /^lake\.qdpx/ }).click();
  await expect(page.getByText("A REFI-QDA project, written by Tool 1.")).toBeVisible();
  await expect(page.getByText(/^3 of 4 selections begin and end where words do\./)).toBeVisible();
  const cases = page.getByRole("radiogroup", { name: "What are the cases?" });
  await cases.getByText("Organisations", { exact: true }).click();
  await expect(page.getByText("1 picture or recording")).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: "Bring this in" }).click();
  const brought = page.getByRole("status").filter({ hasText: "Brought in" });
  await expect(brought).toContainText("lake: 1 document, 2 quotes, 2 codes as tags, 7 memos, 1 insight, 1 board.");
  await expect(brought).toContainText("2 organisations were added.");
  await page.goto(`/studies/${study}/board`);
  await expect(page.getByRole("option", { name: /Time to learn/ })).toBeVisible();
});
