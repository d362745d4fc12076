/**
 * Marks by which a response is known again when a later wave of its survey comes in.
 *
 * A response has a mark of its row (its values with their headings, in whatever order the columns stand; columns that
 * came later change nothing while they are empty) and, where a column tells respondents apart, one of its respondent
 * in a survey with these headings. Equal rows within a file are counted, so that two people who answered alike are two.
 *
 * Rules: docs/spec/import.md, I101 to I103.
 */
import { createHash } from "node:crypto";
import type { Sheet } from "#lib/domain/import/sheet.ts";

export type Mark = Readonly<{ row: string; respondent: string | null }>;

/**
 * @param respondent - the column that tells respondents apart; used only where no value stands twice
 * @returns one for each row, in order, as hexadecimal SHA-256
 */
export function marksOf(sheet: Pick<Sheet, "headers" | "rows">, respondent: number | null): Mark[] {
  const headings = sheet.headers.map((heading) => heading.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase());
  const order = headings.map((_, column) => column).toSorted((a, b) => compare(headings[a], headings[b]) || a - b);
  const survey = hash(order.map((column) => headings[column] ?? "").join("\u001f"));
  const people = respondent === null ? [] : sheet.rows.map((row) => (row[respondent] ?? "").trim());
  const named = people.filter((one) => one !== "");
  const apart = named.length > 0 && new Set(named).size === named.length;
  const seen = new Map<string, number>();
  return sheet.rows.map((row, at) => {
    let words = "";
    for (const column of order) {
      const value = (row[column] ?? "").trim();
      if (value !== "") words += `${headings[column]}\u001f${value}\u001e`;
    }
    const values = hash(words);
    const before = seen.get(values) ?? 0;
    seen.set(values, before + 1);
    const person = people[at] ?? "";
    return {
      row: hash(`row/${before}/${values}`),
      respondent: apart && person !== "" ? hash(`respondent/${survey}/${person}`) : null,
    };
  });
}

function compare(a = "", b = ""): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function hash(words: string): string {
  return createHash("sha256").update(words).digest("hex");
}
