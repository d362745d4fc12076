import { strFromU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { REPORT_FORMATS } from "#lib/domain/report/check.ts";
import type { Language } from "#lib/domain/report/check.ts";
import { wordsOf } from "#lib/domain/report/model.ts";
import { FORMS } from "#lib/format/report/form.ts";
import { check, download } from "#lib/server/handle/report.ts";
import { judgeRisk } from "#lib/server/handle/risk.ts";
import { decide, decidedStudy, desk, edit, translate, undecided } from "#tests/kit/desk.ts";
import { fileWords } from "#tests/kit/file-words.ts";
import { STUDY, id } from "#tests/kit/study.ts";
import type { Told } from "#tests/kit/study.ts";

const SAID = "=Mae'r data'n flêr yn Nhai Cynefin.";

const translated = async (told: Told, lang: Language) => {
  const { report } = await check(desk(told), STUDY, id("me"), lang);
  return report.blocks.flatMap((block) =>
    block.kind === "quote" && block.translation
      ? [[wordsOf(block.text), wordsOf(block.translation.label), wordsOf(block.translation.text)]]
      : [],
  );
};

describe("a translation", () => {
  test("[W13] stands under its quote in a report in its language, said to be one, and in no other", async () => {
    const told = decidedStudy();
    translate(told, "F", "q3", "en", "The data are untidy.");
    translate(told, "F", "q3", "cy", "Mae'r data'n flêr."); // into the language that was spoken: nothing
    expect(await translated(told, "en")).toEqual([
      ["=Mae'r data'n flêr yn [an association].", "Translation", "The data are untidy."],
    ]);
    expect(await translated(told, "cy")).toEqual([]);
    translate(told, "F", "q1", "cy", "Dysgodd hi ni i gyd.");
    expect(await translated(told, "cy")).toEqual([
      ["At [a council], [a manager] taught us all.", "Cyfieithiad", "Dysgodd hi ni i gyd."],
    ]);
    const { report } = await check(desk(told), STUDY, id("me"), "en");
    const approach = report.blocks.flatMap((block) => (block.kind === "paragraph" ? [wordsOf(block.text)] : []));
    expect(approach).toContain(
      "1 quote has a translation beneath, labelled as one: it is the researchers’, and what was said stands above it.",
    );
  });

  test("[W13] [W14] stands in every form, with its names replaced", async () => {
    const told = decidedStudy();
    translate(told, "F", "q3", "en", "The data are untidy at Tai Cynefin.");
    for (const format of REPORT_FORMATS) {
      const answer = await download(desk(told), STUDY, { format, lang: "en" });
      if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
      const words = fileWords(format, answer.value.bytes).replaceAll("\\", "").replaceAll("&apos;", "'");
      expect([format, words.includes("untidy at [an association].")]).toEqual([format, true]);
      expect([format, words.includes("Translation") || format === "json"]).toEqual([format, true]);
      expect(words).not.toContain("Cynefin");
      if (!FORMS[format].holds.includes("report") || format === "json") continue;
      const at = words.indexOf("flêr yn");
      expect([format, at >= 0 && at < words.indexOf("untidy")]).toEqual([format, true]);
    }
    const page = await download(desk(told), STUDY, { format: "html", lang: "en" });
    expect(page.ok && strFromU8(page.value.bytes)).toContain(
      `<figure><blockquote lang="cy-GB" dir="auto"><p>“=Mae'r data'n flêr yn <span class="r">[an association]</span>.”</p></blockquote><p class="translation">Translation: “The data are untidy at <span class="r">[an association]</span>.”</p></figure>`,
    );
    const text = await download(desk(told), STUDY, { format: "md", lang: "en" });
    expect(text.ok && strFromU8(text.value.bytes)).toMatch(
      /^> <span lang="cy-GB">“.*”<\/span>\n>\n> Translation: “The data are untidy at .*”$/mu,
    );
  });

  test("[W14] [G4] keeps every file back while a name that stands nowhere else is not decided", async () => {
    const told = decidedStudy();
    const named = [undecided(told, "Pontarddulais Mill")];
    translate(told, "F", "q3", "en", "The data are untidy at Pontarddulais Mill.");
    const fault = async (format: (typeof REPORT_FORMATS)[number]) => {
      const answer = await download(desk(told, named), STUDY, { format, lang: "en" });
      return answer.ok ? null : answer.fault;
    };
    for (const format of REPORT_FORMATS)
      expect([format, await fault(format)]).toEqual([format, { code: "report.open", open: [id("term")] }]);
    decide(told, "term", "replace", "a mill", "term");
    for (const format of REPORT_FORMATS) expect([format, await fault(format)]).toEqual([format, null]);
  });

  test("[W12] is of the words as they are published: with other edits, or in another text, it stands nowhere", async () => {
    const told = decidedStudy();
    edit(told, "F", "q3", SAID.indexOf(" yn "), SAID.indexOf("."), null);
    translate(told, "F", "q3", "en", "The data are untidy […].");
    const quote = "=Mae'r data'n flêr […].";
    expect(await translated(told, "en")).toEqual([[quote, "Translation", "The data are untidy […]."]]);
    edit(told, "F", "q3", 0, 0, "Well:");
    expect(await translated(told, "en")).toEqual([]);
    const edits = [...told.rows.all("edit")];
    for (const row of edits) told.rows.put("edit", { ...row, gone: true });
    expect(await translated(told, "en")).toEqual([]);
    translate(told, "F", "q3", "en", "The data are untidy.");
    expect(await translated(told, "en")).toHaveLength(1);
    for (const row of told.rows.all("translation")) told.rows.put("translation", { ...row, revision: id("old") });
    expect(await translated(told, "en")).toEqual([]);
  });

  test("[W14] [RK10] what it says counts in the risk report, in documents and in data", async () => {
    const told = decidedStudy();
    const clues = async () => {
      const { document, data } = await judgeRisk(desk(told), STUDY, {
        beside: "none",
        missed: { confirmed: 0, added: 0 },
      });
      return [document, data].map(({ quotes }) =>
        quotes.find(({ quote }) => quote === id("q3"))?.clues.map(({ kind }) => kind),
      );
    };
    const before = await clues();
    translate(told, "F", "q3", "en", "As the only woman on the board I say the data are untidy.");
    expect(before.flat()).not.toContain("standing");
    expect(await clues()).toEqual(before.map((kinds = []) => [...kinds, "standing"]));
    const { document, data } = await judgeRisk(desk(told), STUDY, {
      beside: "none",
      missed: { confirmed: 0, added: 0 },
    });
    for (const { quotes } of [document, data])
      expect(quotes.find(({ quote }) => quote === id("q3"))?.wordings.map(({ lang }) => lang)).toEqual(["en"]);
  });
});
