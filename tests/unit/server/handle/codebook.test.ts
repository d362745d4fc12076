import { expect, test } from "vitest";
import { pair } from "#lib/domain/field.ts";
import { downloadCodebook } from "#lib/server/handle/codebook.ts";
import { check } from "#lib/server/handle/report.ts";
import { decide, desk, unread } from "#tests/kit/desk.ts";
import { STUDY, id, study } from "#tests/kit/study.ts";
import type { Told } from "#tests/kit/study.ts";

const ME = id("me");
const CSV = { format: "csv", lang: "en" } as const;
const QDC = { format: "qdc", lang: "en" } as const;

/** A tag that speaks of a person, with an example that somebody said. */
function tagged(example: string): Told {
  const told = study();
  told.rows.put("tag", { id: id("tag"), parent: null, hue: 4, ord: "a0", example: id(example), gone: false });
  told.rows.put("tagging", { id: pair(id(example), id("tag")), quote: id(example), tag: id("tag"), gone: false });
  told.say(id("tag"), "name", "en", '=Teaching "by heart"');
  told.say(id("tag"), "description", "en", "As Siân Llewelyn did.");
  return told;
}

async function take(told: Told): Promise<string> {
  const answer = await downloadCodebook(desk(told), STUDY, CSV);
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  return new TextDecoder().decode(answer.value.bytes);
}

test("[CB28] is refused while a name in it is undecided, and the queue lists that name without holding the report back", async () => {
  const told = tagged("q2");
  const at = desk(told);
  expect(await downloadCodebook(at, STUDY, CSV)).toEqual({
    ok: false,
    fault: { code: "report.open", open: [id("pa")] },
  });
  for (const card of told.rows.all("card")) told.rows.put("card", { ...card, gone: true });
  for (const evidence of told.rows.all("evidence")) told.rows.put("evidence", { ...evidence, gone: true });
  const answer = await check(at, STUDY, ME, "en");
  const found = answer.identifiers.find((one) => one.id === id("pa"));
  expect([found?.count, found?.elsewhere, found?.places[0]?.file]).toEqual([1, 1, "codebook"]);
});

test("[G10] waits until somebody has read through what its examples come from", async () => {
  const told = tagged("q1");
  decide(told, "A", "replace", "a council");
  decide(told, "pa", "replace", "a manager", "participant");
  unread(told, "ia");
  expect(await downloadCodebook(desk(told), STUDY, CSV)).toEqual({
    ok: false,
    fault: { code: "report.unread", sources: [id("ia")] },
  });
});

test("[CB25] [CB27] [CB28] leaves once all is decided, names nobody, calculates nothing, and tells what is recorded", async () => {
  const told = tagged("q1");
  decide(told, "A", "replace", "a council");
  decide(told, "pa", "replace", "a manager", "participant");
  const at = desk(told);
  const answer = await downloadCodebook(at, STUDY, CSV);
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  expect(answer.value.name).toBe("codebook-en.csv");
  expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(answer.value.bytes)).toBe(
    [
      '\ufeff"Id","Path","Name (English)","Parent","Colour","Description (English)","When to use (English)","When not to use (English)","Example (English)","Example quote","Quotes","Sources","Participants"',
      `"${id("tag")}","'=Teaching ""by heart""","'=Teaching ""by heart""","","#a51d2b","As [a manager] did.","","","","At [a council], [a manager] taught us all.","1","1","1"`,
      "",
    ].join("\r\n"),
  );
  expect(answer.value).toMatchObject({ format: "csv", lang: "en", seq: 7n });
});

test("[CB28] the words of somebody who did not agree to be quoted are in no file", async () => {
  const told = tagged("q2");
  decide(told, "pa", "replace", "a manager", "participant");
  expect(await take(told)).not.toContain("never have the time");
});

test("[CB28] a replacement that names somebody is caught in the bytes, also behind a doubled quotation mark", async () => {
  const told = tagged("q2");
  decide(told, "pa", "replace", 'where Tai" Cynefin works', "participant");
  const answer = await downloadCodebook(
    desk(told, [{ id: id("C"), kind: "organisation", full: 'Tai" Cynefin', others: "" }]),
    STUDY,
    CSV,
  );
  expect(answer.ok).toBe(false);
});

test("[RF4] [CB28] other software’s form passes the same gates, names nobody, holds no quote, and tells what is recorded", async () => {
  const told = tagged("q2");
  const at = desk(told);
  expect(await downloadCodebook(at, STUDY, QDC)).toEqual({
    ok: false,
    fault: { code: "report.open", open: [id("pa")] },
  });
  decide(told, "pa", "replace", "a manager", "participant");
  unread(told, "ib"); // no words of it are in the file
  const answer = await downloadCodebook(at, STUDY, QDC);
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  const text = new TextDecoder().decode(answer.value.bytes);
  expect(answer.value.name).toBe("codebook-en.qdc");
  expect(text).toContain("<Description>As [a manager] did.</Description>");
  expect(text).not.toContain("never have the time");
  expect(answer.value).toMatchObject({ format: "qdc", lang: "en", seq: 7n });
});

test("[RF4] what was decided wrongly is caught in its bytes, and a codebook without tags is none", async () => {
  const told = tagged("q1");
  decide(told, "pa", "replace", "the one of Tai Cynefin", "participant");
  const refused = await downloadCodebook(desk(told), STUDY, QDC);
  expect(refused).toMatchObject({
    ok: false,
    fault: { code: "report.leak", leaks: [{ term: id("C") }, { term: id("C") }] },
  });
  expect(await downloadCodebook(desk(study()), STUDY, QDC)).toEqual({
    ok: false,
    fault: { code: "codebook.empty" },
  });
});
