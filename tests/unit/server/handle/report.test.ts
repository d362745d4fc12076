import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { pair } from "#lib/domain/field.ts";
import { entriesOf } from "#lib/format/docx/zip.ts";
import { readWorkbook } from "#lib/format/sheet/read.ts";
import { wordsOf } from "#lib/domain/report/model.ts";
import { REPORT_FORMATS } from "#lib/domain/report/check.ts";
import type { Appendix } from "#lib/domain/report/check.ts";
import { FORMS } from "#lib/format/report/form.ts";
import { check, download } from "#lib/server/handle/report.ts";
import { decide, desk, edit, judge, unread, undecided } from "#tests/kit/desk.ts";
import { fileWords } from "#tests/kit/file-words.ts";
import { STUDY, id, study } from "#tests/kit/study.ts";

describe("check", () => {
  test("[G1][G2] lists what stands in the report, the quotes and the board, open first, with the words around it", async () => {
    const told = study();
    decide(told, "C", "replace", "association");
    const answer = await check(desk(told), STUDY, id("me"), "en");
    expect(answer.identifiers.map((one) => [one.name, one.kind, one.decision, one.replacement, one.count])).toEqual([
      ["Aberwen  Council", "organisation", null, null, 4],
      ["Siân Llewelyn", "participant", null, null, 3],
      ["Tai Cynefin", "organisation", "replace", "association", 3],
    ]);
    expect(answer.open).toBe(2);
    expect(answer.identifiers[1]?.places[0]).toEqual({
      file: "report",
      where: "quote",
      lang: "en",
      before: "At Aberwen, ",
      words: "Siân Llewelyn",
      after: " taught us all.",
      kept: false,
    });
  });

  test("[G3][R7] the preview masks what is open, and a quote without consent is nowhere", async () => {
    const answer = await check(desk(study()), STUDY, id("me"), "en");
    expect(answer.leftOut).toBe(1);
    const text = JSON.stringify(answer.report);
    expect(text).toContain("[organisation]");
    expect(text).not.toMatch(/Llewelyn|never have the time/);
    expect(answer.report.title.pieces.map((piece) => piece.text).join("")).toBe(
      "Automation in [organisation] and beyond",
    );
  });

  test("[I95] [I96] [I98] a mention of its own keeps nothing back, reads as decided, and waits as all others do until two have agreed", async () => {
    const told = study();
    decide(told, "A", "replace", "a council");
    const text = async () => {
      const { identifiers, report } = await check(desk(told), STUDY, id("me"), "en");
      const found = identifiers.find((one) => one.id === id("pa"));
      const words = JSON.stringify(report);
      return [found?.open, /Siân/u.test(words), /\[a colleague\]/u.test(words)];
    };
    expect(await text()).toEqual([2, false, false]);
    judge(told, "replace", "a colleague");
    expect(await text()).toEqual([0, false, true]);
    judge(told, "keep", "they asked for it", false);
    expect(await text()).toEqual([2, false, false]);
    judge(told, "keep", "they asked for it");
    expect(await text()).toEqual([0, true, false]);
  });

  test("[CO2] [CO3] once the last day of an agreement has passed, what they said is left out and counted", async () => {
    const told = study();
    const person = told.rows.get("participant", id("pa"));
    if (!person) throw new Error("nobody is there");
    const leftOut = async (agreedUntil: string | null) => {
      told.rows.put("participant", { ...person, agreedUntil });
      const answer = await check(desk(told), STUDY, id("me"), "en");
      return [answer.leftOut, JSON.stringify(answer.report).includes("taught us all")];
    };
    expect([await leftOut(null), await leftOut("2026-11-27"), await leftOut("2026-11-26")]).toEqual([
      [1, true],
      [1, true],
      [2, false],
    ]);
  });

  test("[W4] [W5] [W6] [W8] a quote is published as it was edited: names are found in the whole of it and in what was added", async () => {
    const told = study();
    decide(told, "A", "replace", "a council");
    const words = told.quotes.get(id("q1")) ?? "";
    expect(words).toBe("At Aberwen, Siân Llewelyn taught us all.");
    const published = async () => {
      const { report, identifiers } = await check(desk(told), STUDY, id("me"), "en");
      const text = (block: (typeof report.blocks)[number]) =>
        block.kind === "quote" || block.kind === "paragraph"
          ? block.text.pieces.map((piece) => piece.text).join("")
          : "";
      const approach = report.blocks.map(text).filter((line) => line.includes("shortened or made clear"));
      return {
        quote: report.blocks.filter(({ kind }) => kind === "quote").map(text)[0],
        approach,
        count: (name: string) => identifiers.find((one) => one.name === name)?.count ?? 0,
      };
    };
    const before = await published();
    expect([before.quote, before.approach]).toEqual(["At [a council], [person] taught us all.", []]);

    edit(told, "F", "q1", words.indexOf("Llew"), words.indexOf(" us"), null);
    edit(told, "F", "q1", words.length - 1, words.length - 1, "of Aberwen Council");
    const after = await published();
    expect(after.quote).toBe("At [a council], […] us all [of [a council]].");
    expect(after.approach).toEqual([
      "Of 2 quotes, 1 is shortened or made clear: […] stands for words left out, and [words in brackets] beside or in place of what was said are the researchers’.",
    ]);
    // Once in the report, and in data twice: where it was said, and where it was added.
    expect(after.count("Aberwen  Council")).toBe(before.count("Aberwen  Council") + 3);

    // After a correction the quote stands in another revision.
    for (const row of told.rows.all("edit")) told.rows.put("edit", { ...row, revision: id("old") });
    expect((await published()).quote).toBe(before.quote);
  });

  test("[EV7] how sure the team is stands behind what a finding cites, with its names found", async () => {
    const told = study();
    decide(told, "C", "replace", "association");
    told.say(id("F"), "confidence", "en", "Only Tai Cynefin said otherwise.");
    const { report } = await check(desk(told), STUDY, id("me"), "en");
    const lines = report.blocks.map((block) =>
      block.kind === "quote" || block.kind === "paragraph" ? block.text.pieces.map((piece) => piece.text).join("") : "",
    );
    const at = lines.findIndex((line) => line === "Only [association] said otherwise.");
    expect(report.blocks[at - 1]?.kind).toBe("quote");
    expect(at).toBeGreaterThan(0);
  });

  test("[R44] beside quotes stands what was asked for, in the language of the report, and the approach explains it", async () => {
    const beside = async (wish: "none" | "kind" | "person") => {
      const { report } = await check(desk(study()), STUDY, id("me"), "cy", { beside: wish });
      return {
        by: report.blocks.flatMap((block) => (block.kind === "quote" && block.by ? [wordsOf(block.by)] : [])),
        told: report.blocks.some((block) => block.kind === "paragraph" && wordsOf(block.text).includes("y tu allan")),
      };
    };
    expect(await beside("none")).toEqual({ by: [], told: false });
    const { by, told } = await beside("person");
    expect(new Set(by)).toEqual(new Set(by.map((_, at) => `Cyfranogwr ${at + 1}`).slice(0, new Set(by).size)));
    expect([by.length > 0, told]).toEqual([true, true]);
    expect((await beside("kind")).by).toEqual([]); // two organisations of a kind are too few
  });

  test("[R40] a name in an appendix is found where the appendix is asked for, and there alone", async () => {
    const told = study();
    told.rows.put("question", { id: id("Q"), ord: "a0", gone: false });
    told.say(id("Q"), "text", "en", "What does Tai Cynefin do well?");
    const count = async (...appendices: readonly Appendix[]) =>
      (await check(desk(told), STUDY, id("me"), "en", { appendices })).identifiers.find(
        ({ name }) => name === "Tai Cynefin",
      )?.count;
    expect(await count("guide")).toBe(((await count()) ?? 0) + 1);
  });

  test("[W4] a name that lies in a cut keeps nothing back", async () => {
    const told = study();
    const evidence = `${id("F")}/${id("q1")}`;
    const cut = { start: 12, end: 25, phrase: null, gone: false };
    told.rows.put("edit", { id: `${id("q1")}/${id("F")}/12`, evidence, revision: id("ria"), ...cut });
    const places = (await check(desk(told), STUDY, id("me"), "en")).identifiers.find(
      ({ name }) => name === "Siân Llewelyn",
    );
    expect(places?.places.filter(({ file }) => file === "report")).toEqual([]);
  });

  test("[R4][DC10] themes stand in their order, findings under the first of theirs; one body that is not named has no kind", async () => {
    const { report } = await check(desk(study()), STUDY, id("me"), "en");
    const headings = report.blocks.flatMap((block) =>
      block.kind === "heading" ? [`${block.level} ${block.text.pieces.map((piece) => piece.text).join("")}`] : [],
    );
    expect(headings).toEqual([
      "1 Problem statement",
      "1 Approach",
      "2 Interviews",
      "2 Survey",
      "2 Analysis",
      "1 Respondents",
      "2 Interviews",
      "3 2 local authorities",
      "2 Survey",
      "1 Findings",
      "2 Data",
      "2 Skills",
      "3 Time to learn",
      "1 Research limitations",
    ]);
    expect(
      report.blocks.flatMap((block) => (block.kind === "respondents" ? block.items.map((item) => item.name) : [])),
    ).toEqual(["Aberwen Council", "Cyngor Sir Hesgen", null]);
  });
});

describe("download", () => {
  test("[G4] is refused while anything is undecided, and says what", async () => {
    const told = study();
    decide(told, "A", "replace", "a council");
    const at = desk(told);
    for (const format of REPORT_FORMATS) {
      expect(await download(at, STUDY, { format, lang: "en" })).toEqual({
        ok: false,
        fault: { code: "report.open", open: [id("C"), id("pa")].toSorted() },
      });
    }
  });

  test("[G10] waits until somebody has read through, as it stands, what its findings quote", async () => {
    const told = study();
    decide(told, "A", "replace", "a council");
    decide(told, "C", "replace", "a housing association");
    decide(told, "pa", "replace", "a manager", "participant");
    unread(told, "ib");
    unread(told, "ia");
    for (const format of REPORT_FORMATS)
      expect(await download(desk(told), STUDY, { format, lang: "en" })).toMatchObject({
        ok: false,
        fault: { code: "report.unread", sources: expect.arrayContaining([id("ia")]) as unknown },
      });
  });

  test("[G5] hands out each format once all is decided, names nobody, and tells what is recorded", async () => {
    const told = study();
    decide(told, "A", "replace", "a council");
    decide(told, "C", "replace", "a housing association");
    decide(told, "pa", "replace", "a manager", "participant");
    const at = desk(told);
    for (const format of REPORT_FORMATS) {
      const answer = await download(at, STUDY, { format, lang: "en" });
      if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
      const bytes = answer.value.bytes;
      const text = fileWords(format, bytes);
      expect(text).toContain("At [a council], [a manager] taught us all.");
      expect(text).toMatch(/Mae(?:'|&apos;)r data(?:'|&apos;)n flêr yn \[a housing association\]/);
      expect(text).not.toMatch(/Llewelyn|Cynefin|never have the time/);
      expect(text.includes("Aberwen Council")).toBe(FORMS[format].holds.includes("report"));
      const sha256 = createHash("sha256").update(bytes).digest();
      expect(answer.value).toMatchObject({ format, lang: "en", seq: 7n, size: bytes.length, sha256 });
    }
  });

  test("[G10] a table of quotes waits for every source that it quotes, whether findings cite it or not", async () => {
    const told = study();
    decide(told, "A", "replace", "a council");
    decide(told, "C", "replace", "a housing association");
    decide(told, "pa", "replace", "a manager", "participant");
    const evidence = told.rows.get("evidence", pair(id("F"), id("q3")));
    if (!evidence) throw new Error("nothing is cited");
    told.rows.put("evidence", { ...evidence, gone: true });
    unread(told, "sc");
    const answers = REPORT_FORMATS.map(async (format) => [
      format,
      (await download(desk(told), STUDY, { format, lang: "en" })).ok,
    ]);
    expect(await Promise.all(answers)).toEqual(
      REPORT_FORMATS.map((format) => [format, !FORMS[format].holds.includes("quotes")]),
    );
  });

  test("[R9] [R26] [R27] [CB28] a workbook has quotes with path and tags, themes as they are told, the codebook without counts", async () => {
    const told = study();
    for (const [of, kind] of [
      ["A", "organisation"],
      ["C", "organisation"],
      ["pa", "participant"],
    ] as const)
      decide(told, of, "replace", "someone", kind);
    for (const [name, parent, words] of [
      ["w", null, "Work"],
      ["x", "w", "=Learning; Tai Cynefin"],
    ] as const) {
      told.rows.put("tag", {
        id: id(name),
        parent: parent && id(parent),
        hue: 1,
        ord: `a${name}`,
        example: id("q1"),
        gone: false,
      });
      told.say(id(name), "name", "en", words);
      told.rows.put("tagging", { id: pair(id("q1"), id(name)), quote: id("q1"), tag: id(name), gone: false });
    }
    told.say(id("w"), "include", "cy", "Pan fydd gwaith.");
    const answer = await download(desk(told), STUDY, { format: "xlsx", lang: "cy" });
    if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
    expect(answer.value.name).toBe("findings-cy.xlsx");
    const { bytes } = answer.value;
    const entries = entriesOf(bytes);
    const book = entries.ok ? readWorkbook(bytes, entries.value, "xlsx") : entries;
    if (!book.ok) throw new Error(book.fault.code);
    expect(book.value.sheets.map(({ name, rows }) => [name, rows])).toMatchInlineSnapshot(`
      [
        [
          "Dyfyniadau",
          [
            [
              "Thema",
              "Dyfyniad",
              "Fel y’i cyhoeddir",
              "Cyfieithiad",
              "Tagiau",
              "Iaith",
              "Cyfweliad neu arolwg",
              "Defnydd yn y canfyddiadau",
            ],
            [
              "Data",
              "=Mae'r data'n flêr yn [someone].",
              "",
              "",
              "",
              "cy",
              "Arolwg",
              "Yn gwrth-ddweud",
            ],
            [
              "Skills",
              "At [someone], [someone] taught us all.",
              "",
              "",
              "Work; =Learning; [someone]",
              "en",
              "Cyfweliad",
              "Yn cefnogi",
            ],
          ],
        ],
        [
          "Themâu",
          [
            [
              "Thema",
              "Diffiniad",
              "Sefydliadau a gafodd gyfweliad",
              "Sefydliadau a atebodd yr arolwg",
            ],
            [
              "Data",
              "",
              "heb ei nodi (o 2)",
              "heb ei nodi (o 1)",
            ],
            [
              "Skills",
              "",
              "heb ei nodi (o 2)",
              "heb ei nodi (o 1)",
            ],
            [
              "Skills › Time to learn",
              "",
              "heb ei nodi (o 2)",
              "heb ei nodi (o 1)",
            ],
          ],
        ],
        [
          "Fesul math",
          [
            [
              "Thema",
              "Sut y gofynnwyd",
              "Math o sefydliad",
              "Sefydliadau",
              "Cyfranogwyr",
              "Dyfyniadau",
            ],
          ],
        ],
        [
          "Llyfr codau",
          [
            [
              "Llwybr",
              "Enw (Cymraeg)",
              "Enw (Saesneg)",
              "Disgrifiad (Cymraeg)",
              "Disgrifiad (Saesneg)",
              "Pryd i’w ddefnyddio (Cymraeg)",
              "Pryd i’w ddefnyddio (Saesneg)",
              "Pryd i beidio â’i ddefnyddio (Cymraeg)",
              "Pryd i beidio â’i ddefnyddio (Saesneg)",
              "Enghraifft (Cymraeg)",
              "Enghraifft (Saesneg)",
            ],
            [
              "Work",
              "",
              "Work",
              "",
              "",
              "Pan fydd gwaith.",
              "",
              "",
              "",
              "",
              "",
            ],
            [
              "Work › =Learning; [someone]",
              "",
              "=Learning; [someone]",
              "",
              "",
              "",
              "",
              "",
              "",
              "",
              "",
            ],
          ],
        ],
      ]
    `);
    const all = Object.values(unzipSync(bytes))
      .map((part) => strFromU8(part))
      .join("");
    expect(all).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/);
    expect(all).not.toMatch(/Llewelyn|Cynefin/);

    // A name that only the codebook has keeps the workbook back, and nothing else.
    told.say(id("x"), "description", "en", "As Cyngor Sir Hesgen says.");
    const formats = REPORT_FORMATS.map(async (format) => [
      format,
      (await download(desk(told), STUDY, { format, lang: "en" })).ok,
    ]);
    expect(await Promise.all(formats)).toEqual(
      REPORT_FORMATS.map((format) => [format, !FORMS[format].holds.includes("codebook")]),
    );
  });

  test("[G5] [I87] keeps what was decided to be kept, once somebody else has agreed", async () => {
    const told = study();
    decide(told, "A", "keep", "It is the study's own name.", "organisation", false);
    decide(told, "C", "replace", "an association");
    decide(told, "pa", "replace", "a manager", "participant");
    const early = await download(desk(told), STUDY, { format: "html", lang: "en" });
    expect(early).toEqual({ ok: false, fault: { code: "report.open", open: [id("A")] } });
    const looked = await check(desk(told), STUDY, id("me"), "en");
    expect([looked.open, looked.waiting, looked.identifiers[0]?.decision]).toEqual([1, 1, "keep"]);
    decide(told, "A", "keep", "It is the study's own name.");
    const answer = await download(desk(told), STUDY, { format: "html", lang: "en" });
    expect(answer.ok && strFromU8(answer.value.bytes)).toContain("Automation in Aberwen and beyond");
  });

  test("[G6] is refused where a replacement itself names somebody", async () => {
    const told = study();
    decide(told, "A", "replace", "where Llewelyn works");
    decide(told, "C", "replace", "an association");
    decide(told, "pa", "replace", "a manager", "participant");
    const answer = await download(desk(told), STUDY, { format: "docx", lang: "en" });
    expect(answer.ok).toBe(false);
    if (answer.ok || answer.fault.code !== "report.leak") throw new Error("expected a leak");
    expect(new Set(answer.fault.leaks.map((leak) => leak.term))).toEqual(new Set([id("pa")]));
  });

  test("[DC23][DC25] why a limit is low is printed as every other word: a name in it keeps the report back, then is replaced", async () => {
    const told = study();
    decide(told, "A", "replace", "a council");
    decide(told, "C", "replace", "an association");
    told.rows.put("disclosure", {
      id: STUDY,
      organisations: 2,
      people: 5,
      base: 10,
      listed: 3,
      reason: id("few"),
      by: id("me"),
      on: "2026-11-02",
      gone: false,
    });
    told.phrases.set(id("few"), { lang: "en", words: "Only Siân Llewelyn is few, and agreed." });
    told.rows.put("acceptance", {
      id: "housing_association",
      reason: id("agreed"),
      by: id("me"),
      on: "2026-11-02",
      gone: false,
    });
    told.phrases.set(id("agreed"), { lang: "en", words: "Tai Cynefin agreed to it." });
    const held = await download(desk(told), STUDY, { format: "html", lang: "en" });
    expect(held).toEqual({ ok: false, fault: { code: "report.open", open: [id("pa")] } });
    decide(told, "pa", "replace", "a manager", "participant");
    const answer = await download(desk(told), STUDY, { format: "html", lang: "en" });
    if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
    const text = strFromU8(answer.value.bytes).replace(/<[^>]+>/g, "");
    expect(text).toContain("Only [a manager] is few, and agreed.");
    expect(text).toContain("[an association] agreed to it.");
    expect(text).not.toMatch(/Llewelyn|Cynefin/);
  });

  test("[G4] a term added by hand counts like a name", async () => {
    const told = study();
    const named = [undecided(told, "taught")];
    const at = desk(told, named);
    for (const [of, kind] of [
      ["A", "organisation"],
      ["C", "organisation"],
      ["pa", "participant"],
    ] as const)
      decide(told, of, "replace", "someone", kind);
    expect(await download(at, STUDY, { format: "csv", lang: "en" })).toEqual({
      ok: false,
      fault: { code: "report.open", open: [id("term")] },
    });
  });
});

test("[I95] [I96] [I104] every form shows a name in the one place where it is kept, and the scan lets that place out and no other", async () => {
  const told = study();
  decide(told, "A", "replace", "a council");
  decide(told, "B", "replace", "a council");
  decide(told, "C", "replace", "an association");
  decide(told, "pa", "replace", "a manager", "participant");
  for (const format of REPORT_FORMATS) {
    judge(told, "keep", "they asked for it");
    const kept = await download(desk(told), STUDY, { format, lang: "en" });
    expect([format, kept.ok]).toEqual([format, true]);
    judge(told, "replace", "a colleague");
    const replaced = await download(desk(told), STUDY, { format, lang: "en" });
    if (!kept.ok || !replaced.ok) continue;
    const words = fileWords(format, kept.value.bytes);
    expect([format, /Siân\s+Llewelyn/u.test(words)]).toEqual([format, true]);
    const other = fileWords(format, replaced.value.bytes);
    expect([format, /Siân/u.test(other), /\[a\s+colleague\]/u.test(other)]).toEqual([format, false, true]);
  }
});
