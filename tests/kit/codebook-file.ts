/** Codebooks made by chance, and files of them brought in as the screen does, for tests of what is written and read. */
import fc from "fast-check";
import { expect } from "vitest";
import { evolve } from "#lib/domain/study/change.ts";
import { decide } from "#lib/domain/study/command.ts";
import { Rows } from "#lib/domain/study/rows.ts";
import { compare, fold } from "#lib/domain/tag/draft.ts";
import type { CodebookRead, KnownTag, TextKey } from "#lib/domain/tag/draft.ts";
import { TEXTS } from "#lib/domain/tag/shape.ts";
import { slot } from "#lib/domain/wording/shape.ts";
import type { Field } from "#lib/domain/wording/shape.ts";
import { id } from "./study.ts";

export type Book = Readonly<{ rows: Rows; phrases: Map<string, { lang: string; words: string }> }>;
export const LANGS = ["en", "cy"] as const;

export const empty = (): Book => ({ rows: new Rows(), phrases: new Map() });

/** What files tell of a codebook's tags. */
function known({ rows, phrases }: Book): KnownTag[] {
  return [...rows.all("tag")].map(({ id: of, parent, hue }) => {
    const texts: Partial<Record<TextKey, { words: string; phrase: string }>> = {};
    for (const field of ["name", ...TEXTS] as const) {
      for (const lang of LANGS) {
        const phrase = rows.live("wording", slot(of, field, lang))?.phrase;
        const words = phrases.get(phrase ?? "")?.words;
        if (phrase && words) texts[`${field}/${lang}`] = { words, phrase };
      }
    }
    return { id: of, parent, hue, texts };
  });
}

/** Brings in what was read, as the screen does; how many tags it would change. */
export function bring(book: Book, read: CodebookRead): number {
  const { rows, phrases } = book;
  let made = 0;
  const fresh = () => id(`${rows.edition("tag")}/${made++}`);
  const { tags, doubles } = compare(known(book), read.drafts, "en", fresh);
  expect(doubles).toEqual([]);
  const wanted = tags.filter(({ kind }) => kind !== "same");
  if (wanted.length === 0) return 0;
  const decided = decide(
    rows,
    {
      kind: "tags.bring",
      tags: wanted.map((one) => ({
        id: one.id,
        fresh: one.kind !== "changed",
        parent: one.parent,
        ...(one.hue ? { hue: one.hue.after } : {}),
        texts: one.texts.map(({ key, after, was }) => {
          const [field, lang] = key.split("/") as ["name", "en"]; // as the keys are made
          const phrase = `00000000-0000-4000-9000-${String(phrases.size).padStart(12, "0")}`;
          phrases.set(phrase, { lang, words: after });
          return { field, lang, phrase, was };
        }),
      })),
    },
    { person: id("me") },
  );
  if (!decided.ok) throw new Error(decided.fault.code);
  for (const change of decided.value) evolve(rows, change);
  return wanted.length;
}

/** The codebook as a tree of what people see, without ids. */
export function seen({ rows, phrases }: Book, parent: string | null = null): unknown {
  return rows
    .related("tags", "")
    .filter((tag) => tag.parent === parent)
    .toSorted((a, b) => (a.ord < b.ord ? -1 : 1))
    .map((tag) => ({
      hue: tag.hue,
      texts: rows
        .related("wordingsOf", tag.id)
        .map(({ field, lang, phrase }) => [field, lang, phrases.get(phrase ?? "")?.words])
        .toSorted(),
      inner: seen({ rows, phrases }, tag.id),
    }));
}

const word = fc.string({
  unit: fc.constantFrom(...Array.from("ab=-+'\"›\\>;,:|/Ŵ🧶 \n")),
  minLength: 1,
  maxLength: 12,
});
const text = word.map((words) => words.trim()).filter((words) => words !== "");
const line = text.map((words) => words.replace(/\s*\n\s*/gu, " ")).filter((words) => words.trim() !== "");
/** A tag as somebody may have made it; what it stands in is told by its place in the list. */
export const tag = fc.record({
  name: line,
  cy: fc.option(line),
  under: fc.option(fc.nat()),
  hue: fc.option(fc.integer({ min: 1, max: 10 })),
  texts: fc.dictionary(fc.constantFrom(...TEXTS.flatMap((field) => LANGS.map((lang) => `${field}/${lang}`))), text),
});

/** The codebook of such tags, without those that others stand in the way of. */
export function bookOf(tags: readonly (typeof tag extends fc.Arbitrary<infer T> ? T : never)[]): Book {
  const book = empty();
  const { rows, phrases } = book;
  const names = new Set<string>();
  for (const [at, { name, cy, under, hue, texts }] of tags.entries()) {
    const all = [...rows.all("tag")];
    const parent = under === null ? null : (all[under % Math.max(1, all.length)]?.id ?? null);
    const here = [name, ...(cy === null ? [] : [cy])].map((one) => `${parent}/${fold(one)}`);
    if (here.some((one) => names.has(one))) continue; // siblings differ in their names
    for (const one of here) names.add(one);
    const of = id(`t${at}`);
    const say = (field: Field, lang: "en" | "cy", words: string) => {
      const phrase = `00000000-0000-4000-a000-${String(phrases.size).padStart(12, "0")}`;
      phrases.set(phrase, { lang, words });
      return { lang, phrase, field };
    };
    const made = decide(
      rows,
      { kind: "tag.add", id: of, parent, hue, name: { lang: "en", phrase: say("name", "en", name).phrase } },
      { person: id("me") },
    );
    if (!made.ok) continue; // too deep
    for (const change of made.value) evolve(rows, change);
    for (const [key, words] of Object.entries({ ...texts, ...(cy === null ? {} : { "name/cy": cy }) })) {
      const [field, lang] = key.split("/") as [Field, "en" | "cy"]; // as the keys are made
      const { phrase } = say(field, lang, words);
      rows.put("wording", { id: slot(of, field, lang), subject: of, field, lang, phrase, gone: false });
    }
  }
  return book;
}
