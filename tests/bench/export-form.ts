/**
 * Makes one file of a large study, in a thread that export.ts starts, and says how long it took.
 *
 * A study of so many quotes in fifty themes, of which findings cite every twentieth, is handed over by a desk that holds it in
 * memory, with three hundred names to look for. Through the same function as the app: gathered, composed, veiled, judged,
 * written, scanned against its blank.
 */
import { parentPort } from "node:worker_threads";
import * as z from "zod";
import { pair } from "#lib/domain/field.ts";
import type { Named } from "#lib/domain/identifier/plan.ts";
import { downloadArchive } from "#lib/server/handle/archive.ts";
import type { Desk } from "#lib/server/handle/desk.ts";
import { downloadProject } from "#lib/server/handle/project.ts";
import { download } from "#lib/server/handle/report.ts";
import { judgeRisk } from "#lib/server/handle/risk.ts";
import { remark } from "#tests/kit/board.ts";
import { decide, desk } from "#tests/kit/desk.ts";
import { id, STUDY, study } from "#tests/kit/study.ts";
import type { Told } from "#tests/kit/study.ts";
import { FORMS } from "./export-forms.ts";
import type { Form } from "./export-forms.ts";

const THEMES = 50;
const TAGS = 60;
const SOURCES = 200;
const CITED = 20; // one quote in so many
const PROJECT = { language: "en", themes: "codes", profile: "standard", together: true } as const;

const [asked = "", wanted] = process.argv.slice(2);
if (wanted === "risk") await judged(Number(asked));
else await one(Number(asked), z.enum(FORMS).parse(wanted));

async function judged(quotes: number): Promise<void> {
  const { told, names } = sown(quotes);
  const seconds = async () => {
    const began = performance.now();
    await judgeRisk(desk(told, names), STUDY, { beside: "both", missed: { confirmed: 0, added: 0 } });
    return (performance.now() - began) / 1000;
  };
  const first = await seconds();
  told.rows.put("quote", { ...must(told.rows.live("quote", id("q0"))), gone: true });
  parentPort?.postMessage({ first, again: await seconds() });
}

async function one(quotes: number, form: Form): Promise<void> {
  const { told, names } = sown(quotes);
  const began = performance.now();
  const made = await fileOf(desk(told, names), form);
  const seconds = (performance.now() - began) / 1000;
  if (!made.ok) throw new Error(JSON.stringify(made.fault));
  parentPort?.postMessage({ seconds, bytes: made.value.bytes.length });
}

function fileOf(at: Desk, form: Form): ReturnType<typeof download> {
  if (form === "qdpx") return downloadProject(at, STUDY, id("me"), PROJECT);
  if (form === "zip") return downloadArchive(at, STUDY, "en");
  return download(at, STUDY, { format: form, lang: "en" });
}

/** The small study of the tests with so many quotes more, and names of people who are spoken of here and there. */
function sown(quotes: number): Readonly<{ told: Told; names: readonly Named[] }> {
  const told = study();
  const { rows } = told;
  for (const [of, kind] of [
    ["A", "organisation"],
    ["C", "organisation"],
    ["pa", "participant"],
  ] as const)
    decide(told, of, "replace", "somebody", kind);
  const names = Array.from({ length: 300 }, (_, n): Named => {
    const person = `n${n}`;
    rows.put("participant", {
      ...must(rows.get("participant", id("pa"))),
      id: id(person),
      number: 10 + n,
    });
    decide(told, person, "replace", "a colleague", "participant");
    return { id: id(person), kind: "participant", full: `Gwen${letters(n)} Rhisiart${letters(n * 7)}`, others: "" };
  });
  for (let n = 0; n < SOURCES; n += 1) {
    const source = must(rows.get("source", id("ia")));
    rows.put("source", { ...source, id: id(`s${n}`), number: 10 + n, revision: id(`r${n}`) });
    rows.put("readThrough", { id: id(`s${n}`), revision: id(`r${n}`), by: id("me"), gone: false });
    rows.put("speaker", { ...must(rows.get("speaker", id("ka"))), id: id(`k${n}`), source: id(`s${n}`) });
  }
  for (let n = 0; n < THEMES; n += 1) {
    const parent = n % 5 === 0 ? null : id(`t${n - (n % 5)}`);
    rows.put("theme", { ...must(rows.get("theme", id("V"))), id: id(`t${n}`), parent, ord: `b${100 + n}` });
    told.say(id(`t${n}`), "name", "en", `Theme ${n}`);
    told.say(id(`t${n}`), "definition", "en", remark(n));
    rows.put("finding", { ...must(rows.get("finding", id("F"))), id: id(`f${n}`), ord: `b${100 + n}` });
    told.say(id(`f${n}`), "statement", "en", remark(n + 1));
    const link = pair(id(`f${n}`), id(`t${n}`));
    rows.put("findingTheme", { id: link, finding: id(`f${n}`), theme: id(`t${n}`), gone: false });
  }
  for (let n = 0; n < TAGS; n += 1) {
    rows.put("tag", { id: id(`g${n}`), parent: null, hue: null, ord: `b${100 + n}`, example: null, gone: false });
    told.say(id(`g${n}`), "name", "en", `tag ${n}`);
  }
  for (let n = 0; n < quotes; n += 1) {
    const [quote, source, theme] = [id(`q${n}`), n % SOURCES, n % THEMES];
    const name = n % 9 === 0 ? ` ${must(names[n % names.length]).full} said so.` : "";
    told.quotes.set(quote, `${remark(n)} ${remark(n * 31)}${name}`);
    rows.put("quote", { id: quote, source: id(`s${source}`), by: id("me"), gone: false });
    const anchor = must(rows.get("anchor", pair(id("q1"), id("ria"))));
    const [revision, speaker] = [id(`r${source}`), id(`k${source}`)];
    rows.put("anchor", { ...anchor, id: pair(quote, revision), quote, revision, speaker });
    const card = must(rows.get("card", id("cq1")));
    rows.put("card", { ...card, id: id(`c${n}`), quote, theme: id(`t${theme}`), ord: `c${100_000 + n}` });
    for (const tag of [n % TAGS, (n * 7) % TAGS])
      rows.put("tagging", { id: pair(quote, id(`g${tag}`)), quote, tag: id(`g${tag}`), gone: false });
    if (n % CITED !== 0) continue;
    const evidence = must(rows.get("evidence", pair(id("F"), id("q1"))));
    const finding = id(`f${theme}`);
    rows.put("evidence", { ...evidence, id: pair(finding, quote), finding, quote, ord: `c${100_000 + n}` });
  }
  return { told, names };
}

/** A number in letters, so that names are words. */
function letters(n: number): string {
  return Array.from(String(n), (digit) => "aeioubdfgl".charAt(Number(digit))).join("");
}

function must<T>(one: T | undefined): T {
  if (one === undefined) throw new Error("the small study lacks what this is made after");
  return one;
}
