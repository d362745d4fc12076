/**
 * Proposes what each column is for, by its values first and its heading second.
 *
 * Proposals only: a person decides. What could name someone (e-mail, telephone, address, IP) is
 * proposed as *ignore*, so that it is not brought in by oversight.
 *
 * Rules: docs/spec/import.md, I23, I24, I98 to I100.
 */
import type { Column, ColumnReason, ColumnUse } from "#lib/domain/import/sheet.ts";
import { coverage, isList, kindOf, NUMBER, STAMP } from "./kind.ts";

type Rows = readonly (readonly string[])[];

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const IP = /^(?:\d{1,3}\.){3}\d{1,3}$|^(?=.*:.*:)[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}$/i;
const CLOCK = /^\d{1,2}:\d{2}(?::\d{2})?$/;
const PHONE = /^(?:\+\d{1,3}[\s-]?|\(?0)\(?\d[\d\s()-]{7,14}$/;
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}$/i;
const TOKEN = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|[A-Za-z]+_[A-Za-z0-9]{10,}|[0-9a-f]{16,}|(?=\w*\d)(?=\w*[a-z])\w{24,})$/;
const LINK = /^https?:\/\/\S+$/i;
const DATA = /^(?:[{[]".*[}\]]|[\w-]+\.(?:jpe?g|png|gif|pdf|docx?|xlsx?|mp[34]))$/is;

const BLANKS =
  /^(?:-+|–|—|n\/?a\.?|n\.a\.|none given|not answered|no answer|did not answer|no response|nil|null|nan|dim ateb|amh\.?|k\.? ?a\.?|keine angabe|\.+)$/i;
const TECHNICAL =
  /^(?:start ?date|end ?date|recorded ?date|date ?(?:submitted|created|modified|started|last action)|submit ?date|datum (?:abgeschickt|gestartet|letzte aktivität)|started|ended|completed|start time|completion time|last modified time|time (?:started|submitted)|timestamp|zeitstempel|horodateur|marca temporal|stamp amser|status|progress|finished|duration.*|seconds.*|response ?type|distribution ?channel|user ?language|language|start[ -]?language|start[ -]?sprache|last ?page|letzte seite|seed|zufallsstartwert|referrer ?url|weiterleitungs-?url|tracking ?link|page ?path|collector ?id|network id|session ?id|unique ?id|user ?no\.?|custom(?: data.*| \d+)|external ?(?:data ?)?reference|tags|points - .*|feedback - .*|total points|quiz feedback|url|token|dummy)$/i;
const PERSONAL =
  /^(?:ip[ -]?(?:address|adresse)|recipient ?(?:email|first ?name|last ?name)|e-?mail(?: address| adresse)?|cyfeiriad e-?bost|(?:tele)?phone(?: number)?|mobile(?: number)?|rhif ffôn|post ?code|cod post|(?:home |postal )?address|cyfeiriad|location ?(?:latitude|longitude)|latitude|longitude|first ?name|last ?name|surname|enw cyntaf|cyfenw|date of birth|dob|dyddiad geni|(?:nhs|national insurance) (?:number|no\.?)|vorname|nachname)$/i;
const CONTACT = /\b(?:e-?mail address|e-?bost|phone number|contact details|postcode|date of birth)\b/i;
const RESPONDENT =
  /^(?:#|id|no\.?|number|name|full name|your name|enw|respondent(?: (?:id|name|no\.?|number))?|respondentid|response (?:id|number)|responseid|unique response (?:number|id)|answer id|antwort[ -]?id|participant(?: id)?|user[ .]?id|case(?: id)?)$/i;
const IDENTITY = /(?:^|[\s-])(?:id|identifier|ref(?:erence)?(?: no\.?| number)?)$/i;
const ORGANISATION =
  /\b(?:organi[sz]ations?|company|employer|institution|sefydliad|sefydliadau|council|authority|agency|organisation name|firma|entreprise)\b/i;
const COMMENT =
  /\b(?:please (?:explain|describe|specify|comment|tell|give|say|use this space)|comments?|explain|describe|in your own words|anything else|why|how (?:could|would|do|did|can) |what (?:could|would|do|did|is|are) |list (?:them|any|all|some|below)|sylwadau|esboniwch|disgrifiwch|open-ended|write in|other|warum|pam|pourquoi)\b|_TEXT$|- Text$/i;
/** Where people write what the choices lack. */
const OTHER =
  /_TEXT$|- Text$|[([](?:other|sonstiges?|arall|autre)[)\]]$|\bother \((?:please specify|nodwch).*\)$|^other\d*$|other - write in|[-–:] ?(?:other|sonstiges?|arall)\.?$|^Other word\(s\)/i;
/** Several boxes for one question: "Aspect #1:What …". */
const BOX = /^[^:]{1,40} #\d{1,2}:+\s*(?=\S)/;
/** What survey makers put behind a question to warn people. */
const NOTICE = /\s*Please do not include (?:any )?personal .*$/is;

/** Values that may stand for "no answer", with how often they do. */
export function blanksIn(rows: Rows): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const cell of row) if (cell !== "" && cell.length <= 24) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const blanks = new Map<string, number>();
  for (const [cell, count] of counts) {
    const value = cell.trim();
    if (value !== "" && BLANKS.test(value)) blanks.set(value, (blanks.get(value) ?? 0) + count);
  }
  return [...blanks]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

export function columnsOf(headers: readonly string[], rows: Rows): Column[] {
  const sample = spread(rows, 3000);
  const scale = rows.length / Math.max(1, sample.length);
  let respondent = false;
  let organisation = false;
  return headers.map((heading, index) => {
    const values: string[] = [];
    for (const row of sample) {
      const value = (row[index] ?? "").trim();
      if (value !== "" && !(value.length <= 24 && BLANKS.test(value))) values.push(value);
    }
    const seen = new Set(values);
    const meanWords =
      values.length === 0 ? 0 : values.reduce((sum, value) => sum + value.split(/\s+/).length, 0) / values.length;
    let { use, reason } = judge(heading, values, seen, meanWords, sample.length);
    if (use === "respondent") {
      if (respondent) use = "ignore";
      respondent = true;
    }
    if (use === "organisation") {
      if (organisation) use = "attribute";
      organisation = true;
    }
    return {
      index,
      heading,
      asks: asksOf(heading),
      use,
      reason,
      kind: kindOf(values, seen, heading),
      filled: Math.round(values.length * scale),
      distinct: seen.size,
      meanWords: Math.round(meanWords * 10) / 10,
      examples: [...seen].slice(0, 3).map((value) => (value.length > 160 ? `${value.slice(0, 159)}…` : value)),
    };
  });
}

/** The question in a heading: without the label of its box and the warning behind it. */
function asksOf(heading: string): string {
  const words = heading.replace(BOX, "").replace(NOTICE, "").trim();
  return words === "" ? heading : words;
}

function judge(
  heading: string,
  values: readonly string[],
  seen: ReadonlySet<string>,
  meanWords: number,
  rows: number,
): { use: ColumnUse; reason: ColumnReason } {
  const share = (rule: RegExp) => values.filter((value) => rule.test(value)).length / values.length;
  const distinct = seen.size / Math.max(1, values.length);
  const name = heading.replace(/[_\s]+/g, " ").trim();
  if (values.length === 0) return { use: "ignore", reason: "empty" };
  if (share(EMAIL) > 0.5) return { use: "ignore", reason: "e-mail" };
  if (share(IP) - share(CLOCK) > 0.5) return { use: "ignore", reason: "address" };
  if (PERSONAL.test(name) || share(PHONE) > 0.6 || share(POSTCODE) > 0.6) return { use: "ignore", reason: "address" };
  if (CONTACT.test(name) && meanWords <= 6 && distinct > 0.8) return { use: "ignore", reason: "address" };
  const identity = RESPONDENT.test(name) || IDENTITY.test(name);
  if (identity && distinct > 0.9 && meanWords <= 6)
    return RESPONDENT.test(name) ? { use: "respondent", reason: "identity" } : { use: "ignore", reason: "technical" };
  if (RESPONDENT.test(name) && /\d/.test(values[0] ?? "") && meanWords <= 6)
    return { use: "ignore", reason: "technical" };
  if (TECHNICAL.test(name)) return { use: "ignore", reason: share(STAMP) > 0.8 ? "timestamp" : "technical" };
  if (share(STAMP) > 0.8 && /:|^\d{13}$/.test(values[0] ?? "")) return { use: "ignore", reason: "timestamp" };
  if (share(TOKEN) > 0.8 || share(LINK) > 0.8 || share(DATA) > 0.8) return { use: "ignore", reason: "technical" };
  const short = heading.split(/\s+/).length;
  if (
    ORGANISATION.test(heading) &&
    short <= 8 &&
    !/\b(?:type|kind|size|how many|math)\b/i.test(heading) &&
    meanWords <= 8 &&
    share(NUMBER) < 0.2 &&
    distinct > 0.4
  )
    return { use: "organisation", reason: "organisation" };
  if (share(NUMBER) > 0.8) return { use: "attribute", reason: "number" };
  if (share(STAMP) > 0.8) return { use: "attribute", reason: "date" };
  if (seen.size === 1 && values.length >= Math.max(3, rows * 0.9)) return { use: "ignore", reason: "constant" };
  if (isList(values)) return { use: "attribute", reason: "choices" };
  // What people wrote where the choices lack something, also where many wrote the same.
  if (OTHER.test(name) && !(seen.size === 1 && values.length > 1)) return { use: "question", reason: "free-text" };

  // Free text: many different answers, of several words. A heading that asks for words needs less proof.
  const asked = COMMENT.test(heading) || BOX.test(heading);
  const free = distinct >= 0.5 && (meanWords >= 4 || (asked && meanWords >= 1.5));
  const long = values.filter((value) => value.split(/\s+/).length >= 12).length / values.length;
  const chosen = values.length >= 30 && coverage(values) >= 0.6 && long < 0.3; // a list of choices with a few others
  if (distinct >= 0.6 && meanWords >= 2.5 && seen.size >= 20) return { use: "question", reason: "free-text" };
  const some = asked && !chosen && distinct >= 0.25 && seen.size >= 20 && meanWords >= 1.3;
  const told =
    /\b(?:explain|describe|comments?|suggestions?|esboniwch|sylwadau)\b/i.test(heading) &&
    meanWords >= 6 &&
    seen.size >= 3;
  if ((free && (values.length >= 2 || meanWords >= 6)) || (long >= 0.3 && distinct >= 0.4) || some || told)
    return { use: "question", reason: "free-text" };
  return { use: "attribute", reason: "choice" };
}

/** Rows from all over the table, so that a quiet beginning does not decide. */
function spread(rows: Rows, most: number): Rows {
  if (rows.length <= most) return rows;
  const step = rows.length / most;
  return Array.from({ length: most }, (_, at) => rows[Math.floor(at * step)] ?? []);
}
