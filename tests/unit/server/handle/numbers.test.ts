import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import Papa from "papaparse";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import type { Named } from "#lib/domain/identifier/plan.ts";
import { AXES } from "#lib/domain/matrix/axis.ts";
import { UNITS } from "#lib/domain/matrix/order.ts";
import type { NumbersOrder } from "#lib/domain/matrix/order.ts";
import { downloadNumbers } from "#lib/server/handle/numbers.ts";
import { check, download } from "#lib/server/handle/report.ts";
import { crowd } from "#tests/kit/crowd.ts";
import type { Body } from "#tests/kit/crowd.ts";
import { decide, desk } from "#tests/kit/desk.ts";
import { STUDY, id, study } from "#tests/kit/study.ts";
import type { Told } from "#tests/kit/study.ts";
import { tagged } from "#tests/kit/tagged.ts";

const ME = id("me");
const KINDS: NumbersOrder = { view: "table", by: "kind", arm: "interview", count: "organisations" };
const QUESTIONS: NumbersOrder = { view: "coverage", of: "questions" };

/** Twenty bodies of two kinds with two people each; every second one says T, nearly all say V. */
const twenty = Array.from({ length: 20 }, (_, at): Body => ({
  kind: at < 10 ? "local_authority" : "housing_association",
  region: "north",
  people: [
    { seniority: "leader", role: "Head", says: at % 2 === 0 ? ["T"] : [] },
    { seniority: "practitioner", role: "Officer", says: at === 0 ? [] : ["V"] },
  ],
}));

type Order = Partial<Parameters<typeof downloadNumbers>[2]>;
async function take(told: Told, order: Order = {}, more: readonly Named[] = []): Promise<string> {
  const answer = await downloadNumbers(desk(told, more), STUDY, {
    order: KINDS,
    format: "csv",
    lang: "en",
    ...order,
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  return new TextDecoder().decode(answer.value.bytes);
}
const cells = (csv: string) => Papa.parse<string[]>(csv.trim()).data;

test("[MX19][MX20][MX23][MX25] a table by kind leaves with what the report tells of it, in words where it tells no number", async () => {
  const told = crowd(twenty);
  const at = desk(told);
  const answer = await downloadNumbers(at, STUDY, { order: KINDS, format: "csv", lang: "en" });
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  expect(answer.value.name).toBe("numbers-en.csv");
  expect(cells(new TextDecoder().decode(answer.value.bytes))).toEqual([
    ["Theme", "All (of 20)", "Local authorities (of 10)", "Housing associations (of 10)"],
    ["Data", "at least 18", "not given", "not given"],
    ["Skills", "10", "5", "5"],
    ["Skills › Time to learn", "fewer than 3", "not given", "not given"],
  ]);
  expect(answer.value).toMatchObject({ format: "csv", lang: "en", seq: 7n });
  expect(cells(await take(told, { lang: "cy" }))[0]).toEqual([
    "Thema",
    "Cyfan (o 20)",
    "Awdurdodau lleol (o 10)",
    "Cymdeithasau tai (o 10)",
  ]);
});

test("[MX21][MX23] where no number of a table may be told there is no file", async () => {
  const at = desk(study());
  for (const by of AXES)
    for (const count of UNITS) {
      const order = { view: "table", by, arm: "interview", count } as const;
      expect(await downloadNumbers(at, STUDY, { order, format: "svg", lang: "cy" })).toEqual({
        ok: false,
        fault: { code: "numbers.few" },
      });
    }
});

test("[MX24] saturation and coverage leave as they are, under codes and pseudonyms", async () => {
  const told = study();
  const saturation = cells(await take(told, { order: { view: "saturation", arm: "interview" } }));
  expect(saturation).toEqual([
    ["Source", "Quotes", "New tags", "Tags so far", "New themes", "Themes so far"],
    ["S01", "1", "0", "0", "1", "1"],
    ["S02", "1", "0", "0", "1", "2"],
  ]);
  expect(cells(await take(told, { order: { view: "coverage", of: "sources" } }))).toEqual([
    ["Source", "Words said", "Quoted", "Quotes"],
    ["S01", "200", "25%", "1"],
    ["S02", "0", "0%", "1"],
    ["Survey: 1 of 1 response quoted", "0", "0%", "1"],
  ]);
  expect(cells(await take(told, { order: { view: "coverage", of: "participants" } })).slice(1)).toEqual([
    ["P01", "1", "1"],
    ["P02", "1", "1"],
  ]);
});

test("[MX27][G9] nothing leaves while names in it are undecided or sources are looked through; questions are listed", async () => {
  const told = study();
  told.rows.put("question", { id: id("Q"), ord: "a0", gone: false });
  told.say(id("Q"), "text", "en", "=How was Tai Cynefin?");
  const at = desk(told);
  const order = { order: QUESTIONS, format: "csv", lang: "en" } as const;
  expect(await downloadNumbers({ ...at, settled: () => Promise.resolve(false) }, STUDY, order)).toEqual({
    ok: false,
    fault: { code: "report.searching" },
  });
  expect(await downloadNumbers(at, STUDY, order)).toEqual({
    ok: false,
    fault: { code: "report.open", open: [id("C")] },
  });
  const { identifiers } = await check(at, STUDY, ME, "en");
  const found = identifiers.find((one) => one.id === id("C"));
  expect(found?.places.map(({ file }) => file)).toContain("numbers");
  decide(told, "C", "replace", "an association");
  expect(cells(await take(told, { order: QUESTIONS }))[1]).toEqual(["'=How was [an association]?", "0"]);
  decide(told, "C", "replace", "where Llewelyn works");
  const leak = await downloadNumbers(at, STUDY, order);
  expect(leak.ok ? null : leak.fault.code).toBe("report.leak");
});

test("[MX26] a drawing is well-formed, says what it is, reads as a table, and is the same each time", async () => {
  const told = crowd(twenty);
  const svg = await take(told, { format: "svg" });
  const found: { role: string; words: string }[] = [];
  const sizes: number[] = [];
  const path: { role: string; words: string }[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const one = { role: String(attributes["role"] ?? name), words: "" };
    if (attributes["font-size"]) sizes.push(Number(attributes["font-size"]));
    found.push(one);
    path.push(one);
  });
  parser.on("text", (text) => path.forEach((one) => (one.words += text)));
  parser.on("closetag", () => path.pop());
  parser.write(svg).close();
  const said = (role: string) =>
    found.flatMap((one) => (one.role === role ? one.words.trim().replace(/\s+/g, " ") : []));
  expect(said("title")[0]).toBe("Themes by Kind of organisation");
  expect(said("desc")[0]).toMatch(/^Interviews · Organisations Numbers that rest on fewer than 3 organisations/);
  expect(said("columnheader")).toEqual(["Theme", "Allof 20", "Local authoritiesof 10", "Housing associationsof 10"]);
  expect(said("rowheader")).toEqual(["Data", "Skills", "Time to learn"]);
  expect(said("cell").slice(3, 6)).toEqual(["10", "5", "5"]);
  expect(said("row")).toHaveLength(4);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  expect(svg).not.toMatch(/href|<script|\son\w+=|@import/);
  expect(await take(told, { format: "svg" })).toBe(svg);
  expect(await take(told, { format: "png" })).toBe(svg);
  const chart = await take(told, { format: "svg", order: { view: "saturation", arm: "interview" } });
  expect(chart).toMatch(/role="img" aria-label="Themes\. S01: \d+, /);
});

test("[MX27] wherever a name is planted, decided it is in no byte of any form, undecided nothing leaves", async () => {
  const secret = /gwenhwyfar|prydderch|wenhwyfar|brydderch/i;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("theme", "tag", "question", "reason"),
      fc.constantFrom("Gwenhwyfar Prydderch", "gwenhwyfar   PRYDDERCH", "i Wenhwyfar Prydderch"),
      fc.string({ unit: "grapheme", maxLength: 20 }),
      fc.constantFrom("csv", "svg", "png"),
      async (where, name, noise, format) => {
        const told = crowd(twenty);
        tagged(told.rows, 7);
        told.rows.put("question", { id: id("Q"), ord: "a0", gone: false });
        const words = `${noise} ${name}, ${noise}`;
        if (where === "theme") told.say(id("T"), "name", "en", words);
        if (where === "tag") told.say(id("t"), "name", "en", words);
        if (where === "question") told.say(id("Q"), "text", "en", words);
        if (where === "reason") {
          const limits = { organisations: 2, people: 5, base: 10, listed: 3, reason: id("why") };
          told.rows.put("disclosure", { id: STUDY, ...limits, by: ME, on: "2026-11-02", gone: false });
          told.phrases.set(id("why"), { lang: "en", words });
        }
        const order: NumbersOrder =
          where === "question"
            ? QUESTIONS
            : { view: "together", down: "theme", across: "tag", arm: "interview", count: "organisations" };
        const person: Named = { id: id("p1"), kind: "participant", full: "Gwenhwyfar Prydderch", others: "" };
        const shown = where !== "reason" || format !== "csv";
        const before = await downloadNumbers(desk(told, [person]), STUDY, { order, format, lang: "en" });
        expect(before.ok ? null : before.fault).toEqual({ code: "report.open", open: [id("p1")] });
        decide(told, "p1", "replace", "somebody", "participant");
        const after = await take(told, { order, format }, [person]);
        expect(after).not.toMatch(secret);
        if (shown) expect(after.replace(/<[^>]*>/g, "")).toMatch(/\[somebody\]|…/u);
      },
    ),
    { numRuns: 30 },
  );
});

/** The small study with a summary of each of two people and of an organisation. */
function summarised(): Told {
  const told = study();
  const begin = (name: string, theme: string, of: object, words: string) => {
    const row = {
      id: id(name),
      theme: id(theme),
      participant: null,
      organisation: null,
      by: ME,
      also: null,
      gone: false,
    };
    told.rows.put("summary", { ...row, ...of });
    told.say(id(name), "summary", "en", words);
  };
  begin("s1", "T", { participant: id("pa") }, "=Llewelyn teaches all of them.");
  begin("s2", "U", { participant: id("pb") }, "Wants time.");
  begin("s3", "T", { organisation: id("A") }, "They learn together.");
  return told;
}
const FRAMEWORK: NumbersOrder = { view: "framework", of: "participant", board: null };

test("[FW11][FW12][FW13] the framework matrix leaves under pseudonyms once its names are decided, without what nobody agreed to", async () => {
  const told = summarised();
  const order = { order: FRAMEWORK, format: "csv", lang: "en" } as const;
  expect(await downloadNumbers(desk(told), STUDY, order)).toEqual({
    ok: false,
    fault: { code: "report.open", open: [id("pa")] },
  });
  const { identifiers } = await check(desk(told), STUDY, ME, "en");
  expect(identifiers.find((one) => one.id === id("pa"))?.places.map(({ file }) => file)).toContain("numbers");
  decide(told, "pa", "replace", "a manager", "participant");
  expect(cells(await take(told, { order: FRAMEWORK }))).toEqual([
    ["Participant", "Data", "Skills", "Skills › Time to learn"],
    ["P01", "", "'=[a manager] teaches all of them.", ""],
    ["P02", "", "", "Not given: not everybody behind this agreed to be reported."],
  ]);
  expect(cells(await take(told, { order: { ...FRAMEWORK, of: "organisation" } }))[1]).toEqual([
    "O01",
    "",
    "They learn together.",
    "",
  ]);
  const svg = await take(told, { order: FRAMEWORK, format: "svg" });
  expect(svg.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ")).toContain("=[a manager] teaches all of them.");
  expect(svg).not.toMatch(/Llewelyn|Wants time/);
});

test("[R26][FW11][FW12] the workbook has the framework matrix as its last sheet, behind the same gates", async () => {
  const told = summarised();
  decide(told, "A", "replace", "a council");
  decide(told, "C", "replace", "an association");
  const xlsx = () => download(desk(told), STUDY, { format: "xlsx", lang: "en" });
  const open = await xlsx();
  expect(open.ok ? null : open.fault).toEqual({ code: "report.open", open: [id("pa")] });
  decide(told, "pa", "replace", "a manager", "participant");
  const made = await xlsx();
  if (!made.ok) throw new Error(JSON.stringify(made.fault));
  const parts = unzipSync(made.value.bytes);
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const names = Array.from(part("xl/workbook.xml").matchAll(/<sheet name="([^"]+)"/g), ([, name]) => name);
  expect(names).toEqual(["Quotes", "Themes", "By kind", "Codebook", "Framework"]);
  const lines = Array.from(part("xl/worksheets/sheet5.xml").matchAll(/<row [^>]*>(.*?)<\/row>/gs), ([, row = ""]) =>
    Array.from(row.matchAll(/<c [^>]*?(?:\/>|>.*?<t [^>]*>(.*?)<\/t>.*?<\/c>)/gs), ([, words = ""]) => words),
  );
  expect(lines).toEqual([
    ["Case", "Data", "Skills", "Skills › Time to learn"],
    ["P01", "", "=[a manager] teaches all of them.", ""],
    ["P02", "", "", "Not given: not everybody behind this agreed to be reported."],
    ["O01", "", "They learn together.", ""],
  ]);
});
