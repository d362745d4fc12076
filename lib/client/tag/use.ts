"use client";
/** What the codebook's screen shows of a study, put into words. Turns rows into views; decides nothing. */
import { useMemo } from "react";
import { useFromRows, useStudy, useWords } from "#lib/client/study/provider.tsx";
import type { Speech } from "#lib/client/study/provider.tsx";
import type { Lang } from "#lib/domain/field.ts";
import { voicesIn } from "#lib/domain/finding/voice.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";
import { TEXTS } from "#lib/domain/tag/shape.ts";
import type { KnownTag, TextKey } from "#lib/domain/tag/draft.ts";
import { usesOf } from "#lib/domain/tag/use.ts";
import { childrenOf, pathOf } from "./branch.ts";
import type { Children, Nodes, TagNode } from "./branch.ts";
import { useLang } from "#lib/client/i18n/lang.ts";

export type CodebookView = Readonly<{ nodes: Nodes; children: Children }>;

/** Every tag with its words and its use. */
export function useCodebook(): CodebookView {
  const lang = useLang();
  const words = useWords();
  const used = useFromRows(["tag", "tagging", "quote", "anchor", "source", "speaker", "participant"], (rows) => {
    const heard = voicesIn(rows);
    const uses = usesOf(rows, heard);
    return [...rows.all("tag")].map((tag) => ({
      ...tag,
      parent: tag.parent !== null && rows.live("tag", tag.parent) ? tag.parent : null,
      uses: uses.get(tag.id) ?? NONE,
    }));
  });
  return useMemo(() => {
    const nodes = new Map(
      used.map(({ id, parent, ord, hue, uses }): [string, TagNode] => [
        id,
        {
          id,
          parent,
          ord,
          hue: hue ?? 0,
          name: said(words, id, "name", lang),
          description: said(words, id, "description", lang),
          uses,
        },
      ]),
    );
    return { nodes, children: childrenOf(nodes) };
  }, [used, words, lang]);
}

const USE = { quotes: 0, sources: 0, participants: 0 };
const NONE = { own: USE, all: USE };

function said(words: Speech, subject: string, field: "name" | "description", lang: Lang): string {
  return words.wording(subject, field, lang)?.words ?? "";
}

/** A quote that carries a tag, and where it stands. */
export type TaggedQuote = Readonly<{ id: string; source: string; code: string }>;

/** The quotes that carry a tag, source by source. */
export function useQuotesOf(tag: string): readonly TaggedQuote[] {
  return useFromRows(
    ["tagging", "quote", "source", "anchor"],
    (rows) =>
      rows
        .related("taggingsOfTag", tag)
        .flatMap(({ quote: id }) => {
          const quote = rows.live("quote", id);
          const source = quote ? rows.live("source", quote.source) : undefined;
          if (!quote || !source) return [];
          const start = rows.related("anchorsOfQuote", id)[0]?.start ?? 0;
          return [{ id, source: source.id, code: sourceCode(source), number: source.number, start }];
        })
        .toSorted((a, b) => a.number - b.number || a.start - b.start),
    [tag],
  );
}

/** What a tag stands in and what it is, for a list of tags in which two may have one name. */
export type TagHint = Readonly<{ path: string; description: string }>;

export function useTagHints(): (tag: string) => TagHint {
  const lang = useLang();
  const words = useWords();
  const parents = useFromRows(["tag"], (rows) => new Map([...rows.all("tag")].map(({ id, parent }) => [id, parent])));
  return useMemo(
    () => (tag) => {
      const names: string[] = [];
      const seen = new Set([tag]);
      for (let at = parents.get(tag) ?? null; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
        seen.add(at);
        if (parents.has(at)) names.unshift(said(words, at, "name", lang));
      }
      return { path: names.join(" › "), description: said(words, tag, "description", lang) };
    },
    [parents, words, lang],
  );
}

/** What files are compared with, read when it is asked for. */
export function useKnownTags(): () => readonly KnownTag[] {
  const { state } = useStudy();
  const words = useWords();
  return useMemo(
    () => () =>
      [...state.rows.all("tag")].map(({ id, parent, hue }): KnownTag => {
        const texts: Partial<Record<TextKey, { words: string; phrase: string }>> = {};
        for (const field of ["name", ...TEXTS] as const) {
          for (const lang of ["en", "cy"] as const) {
            const text = words.exactly(id, field, lang);
            if (text) texts[`${field}/${lang}`] = text;
          }
        }
        return { id, parent: parent !== null && state.rows.live("tag", parent) ? parent : null, hue, texts };
      }),
    [state, words],
  );
}

/** Where a tag stands, in one line. */
export function lineOf(nodes: Nodes, tag: string): string {
  return pathOf(nodes, tag).join(" › ");
}
