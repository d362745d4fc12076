/**
 * The data for an archive as a zip: what it is (README), the list of data, a text for each transcript, and tables for the rest.
 *
 * The same data give the same bytes: nothing in it tells when or by whom it was written. Text and tables only, in the forms that
 * archives keep (plain text and .csv, UTF-8). Rules: docs/spec/archive.md, AR1 to AR3.
 */
import { strToU8 } from "fflate";
import { pack } from "#lib/format/docx/pack.ts";
import { csv } from "#lib/format/report/csv.ts";
import type { ArchivePaper, Table } from "./paper.ts";

/** Writes it. A table of which only the head is there is left out. */
export function writeArchive({ readme, list, transcripts, responses, codebook, guide }: ArchivePaper): Uint8Array {
  const members: Record<string, Uint8Array> = { "README.txt": text(readme.join("\n\n")) };
  const table = (name: string, rows: Table) => {
    if (rows.length > 1) members[name] = csv(rows);
  };
  table("data-list.csv", list);
  for (const { code, header, text: words } of transcripts)
    members[`transcripts/${code}.txt`] = text(`${header.join("\n")}\n\n${words}`);
  table("survey-responses.csv", responses);
  table("codebook.csv", codebook);
  table("topic-guide.csv", guide);
  return pack(members);
}

/** Plain text for every program: CRLF, and a line end at the end. */
function text(words: string): Uint8Array {
  return strToU8(`${words.toWellFormed().replaceAll("\n", "\r\n")}\r\n`);
}
