/** Every kind of command told as a sentence, in both languages. */
import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { namesFrom } from "#lib/domain/activity/names.ts";
import { deedOf } from "#lib/domain/activity/deed.ts";
import { sentenceOf } from "#lib/domain/activity/sentence.ts";
import type { Say } from "#lib/domain/activity/sentence.ts";
import type { Deed, Thing } from "#lib/domain/activity/shape.ts";
import { ABOUT } from "#lib/domain/activity/shape.ts";
import { NOUNS } from "#lib/domain/study/rows.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import { Plain } from "#lib/domain/study/command.ts";
import { id } from "#tests/kit/study.ts";
import cy from "#messages/activity/cy.json" with { type: "json" };
import en from "#messages/activity/en.json" with { type: "json" };
import { played, WORDS } from "./script.ts";

const KINDS: readonly string[] = [
  ...Plain.options.map(({ shape }) => shape.kind.value),
  "study.found",
  "participant.erased",
  "risk.guessed",
  "project.bring",
];

function sayer(locale: "en" | "cy"): Say {
  const messages = { activity: { en, cy }[locale] };
  const t = createTranslator({
    locale,
    messages,
    namespace: "activity",
    onError: (error) => {
      throw error;
    },
  });
  return t as unknown as Say; // keys are put together at run time
}

/** What the rows say of everything in them, as the server tells it. */
function thingsIn(rows: Rows): Map<string, Thing> {
  const things = new Map<string, Thing>();
  for (const noun of NOUNS) {
    if (noun === "identifier" || noun === "readThrough" || noun === "disclosure") continue; // their ids are those of what they are about
    for (const row of rows.every(noun)) {
      const field = row as unknown as Readonly<Record<string, string | number | null>>; // rows are flat objects
      const phrase = ["name", "title", "text", "statement", "body"]
        .map((each) => rows.get("wording", `${row.id}/${each}/en`)?.phrase)
        .find((each) => each);
      things.set(row.id, {
        id: row.id,
        noun,
        gone: row.gone,
        number: typeof field["number"] === "number" ? field["number"] : null,
        title: null,
        says: phrase ? { en: phrase } : {},
        board: (field["board"] as string | undefined) ?? null,
        theme: (field["theme"] as string | undefined) ?? null,
        source: (field["source"] as string | undefined) ?? null,
        shows: (field["quote"] ?? field["insight"] ?? null) as string | null,
      });
    }
  }
  return things;
}

function told(deed: Deed | null, rows: Rows, locale: "en" | "cy"): string {
  if (!deed) return "(nothing)";
  const speech = {
    phrase: (phrase: string) => WORDS.get(phrase),
    name: () => null,
    quote: (quote: string) => (quote === id("u1") ? { words: "We borrow" } : null),
    person: (person: string) => (person === id("ann") ? "Ann" : null),
  };
  return sentenceOf(deed, sayer(locale), namesFrom(thingsIn(rows), speech, locale))
    .replaceAll("\u2068", "[")
    .replaceAll("\u2069", "]");
}

test("[AC1] every kind of command is told in its own words, and none is missing", () => {
  const kinds = new Set<string>();
  played(({ command, changes, told: wanted }, rows) => {
    kinds.add(command.kind);
    expect(`${command.kind}: ${told(deedOf(command.kind, changes), rows, "en")}`).toBe(`${command.kind}: ${wanted}`);
    const welsh = told(deedOf(command.kind, changes), rows, "cy");
    expect(welsh).not.toMatch(/\(nothing\)|undefined|activity\.| $|\{/);
    expect(welsh).not.toBe(wanted);
  });
  expect(KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
});

test("[AC6] every kind of command but the writing of texts can be chosen by what it is about", () => {
  const chosen = new Set<string>(Object.values(ABOUT).flat());
  expect(KINDS.filter((kind) => !chosen.has(kind))).toEqual(["wording.set"]);
  expect([...chosen].filter((kind) => !KINDS.includes(kind))).toEqual([]);
});

test("[AC5] a name that nobody may know, and one that somebody wrote signs into, part nothing else", () => {
  const deed = deedOf("theme.set", [
    { op: "put", noun: "theme", id: id("h"), before: { locked: false }, after: { locked: true } },
  ]);
  if (!deed) throw new Error("told nothing");
  const names = (name: string | null) => ({ of: () => name, noun: () => "theme" as const, phrase: () => null });
  expect(sentenceOf(deed, sayer("en"), names(null))).toBe("locked a theme");
  expect(sentenceOf(deed, sayer("en"), names("a\u2069b\u2068"))).toBe("locked the theme \u2068ab\u2069");
  expect(sentenceOf(deed, sayer("cy"), names("x".repeat(200)))).toBe(`cloi y thema \u2068${"x".repeat(79)}…\u2069`);
});

describe.each(["en", "cy"] as const)("in %s", (locale) => {
  test.each([0, 1, 2, 3, 5, 6, 11])("[AC1] every count is well formed for %i", (count) => {
    const say = sayer(locale);
    for (const noun of Object.keys(en.count)) expect(say(`count.${noun}`, { count })).toMatch(/\p{L}/u);
  });
});
