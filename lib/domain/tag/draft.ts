/**
 * What a file says of a codebook, and what of it is new here, the same, or different.
 *
 * Pure: the browser shows what `compare` answers, and gives the one command that follows from it. A blank in the file is
 * no wish: it empties nothing. Rules: docs/spec/codebook.md, CB20 to CB24.
 */
import * as z from "zod";
import { Lang } from "../field.ts";
import { DEEPEST } from "./shape.ts";
import type { TextField } from "./shape.ts";

export type TextKey = `${TextField | "name"}/${Lang}`;

/** One row of a file. */
export type TagDraft = Readonly<{
  line: number; // of the file, from 1; of a file that is no table: which of its codes
  id: string | null;
  /** names of the tags that it stands in, the outermost first */
  above: readonly string[];
  hue: number | null;
  texts: Readonly<Partial<Record<TextKey, string>>>; // none is empty; there is a name
}>;

export type DraftFault = Readonly<{
  line: number;
  code: "name.none" | "name.long" | "text.long" | "parent.unclear" | "parent.cycle" | "deep";
}>;

/** What a person wishes of the reading of a file. */
export const CodebookWish = z.strictObject({
  /** the language of columns whose headings say none */
  lang: Lang,
  /** take names apart where a sign in them tells levels */
  levels: z.boolean(),
});
export type CodebookWish = z.infer<typeof CodebookWish>;

/** How many signs a name and a text may have. */
export const LONGEST = { name: 200, text: 20_000 } as const;

/** What a reading of a file answers. */
export type CodebookRead = Readonly<{
  drafts: readonly TagDraft[];
  faults: readonly DraftFault[];
  /** the headings that were understood, as they stand in the file, with what each holds; empty: the file has none */
  columns: readonly Readonly<{ heading: string; holds: string }>[];
  /** the sign between levels in names such as "Trust › Officers"; null where each name is one tag */
  levels: string | null;
  /** of a REFI-QDA codebook, what wrote it and what of it has no place here; null: it is a table */
  refi: Readonly<{
    origin: string | null;
    /** whether a whole project was brought, of which the codes alone come in */
    project: boolean;
    /** sets of codes */
    sets: number;
    /** codes that are only headings: they come in as tags that can be put on quotes */
    headings: number;
    /** themes, in a project of ours */
    themes: number;
  }> | null;
}>;

/**
 * What keeps a tag of a file from coming in; null where nothing does.
 *
 * @param path - names from the outermost to its own
 */
export function draftFault(path: readonly string[], texts: TagDraft["texts"]): DraftFault["code"] | null {
  const names = [texts["name/en"], texts["name/cy"]].filter((name) => name !== undefined);
  if (names.length === 0) return "name.none";
  if ([...names, ...path].some((name) => name.length > LONGEST.name)) return "name.long";
  if (Object.values(texts).some((text) => text.length > LONGEST.text)) return "text.long";
  return path.length > DEEPEST ? "deep" : null;
}

/** A tag of this study, as far as files tell of tags. */
export type KnownTag = Readonly<{
  id: string;
  parent: string | null;
  hue: number | null;
  texts: Readonly<Partial<Record<TextKey, Readonly<{ words: string; phrase: string }>>>>;
}>;

export type TextChange = Readonly<{
  key: TextKey;
  before: string | null;
  after: string;
  /** the phrase that stands there now */
  was: string | null;
}>;

export type Planned = Readonly<{
  line: number;
  /** implied: no row of its own, but others stand in it */
  kind: "new" | "implied" | "same" | "changed";
  id: string;
  parent: string | null;
  moved: boolean;
  hue: Readonly<{ before: number | null; after: number }> | null;
  texts: readonly TextChange[];
  /** names from the outermost to its own */
  path: readonly string[];
}>;

export type Comparison = Readonly<{
  tags: readonly Planned[];
  /** rows that name a tag which an earlier row names */
  doubles: readonly Readonly<{ line: number; first: number; path: readonly string[] }>[];
  faults: readonly DraftFault[];
}>;

/**
 * Compares a file with the codebook.
 *
 * A row is a tag of this study by its id, else by its name among the tags that it would stand beside, in either language.
 *
 * @param lang - the language of names that only others imply
 * @param fresh - makes an id
 */
export function compare(
  known: readonly KnownTag[],
  drafts: readonly TagDraft[],
  lang: Lang,
  fresh: () => string,
): Comparison {
  const tags = new Map(known.map((tag) => [tag.id, tag]));
  const byName = new Map<string, string>();
  const place = (parent: string | null, name: string) => `${parent ?? ""}\n${fold(name)}`;
  const learn = (parent: string | null, id: string, names: readonly (string | undefined)[]) => {
    for (const name of names) {
      if (name === undefined) continue;
      const key = place(parent, name);
      if (!byName.has(key)) byName.set(key, id);
    }
  };
  for (const { id, parent, texts } of known) learn(parent, id, [texts["name/en"]?.words, texts["name/cy"]?.words]);

  const planned: Planned[] = [];
  const taken = new Map<string, number>(); // tag → the row that named it
  const implied = new Map<string, number>(); // tag → its place in `planned`
  const doubles: { line: number; first: number; path: readonly string[] }[] = [];
  const faults: DraftFault[] = [];
  // A tag comes before those in it, wherever its row stands.
  for (const draft of drafts.toSorted((a, b) => a.above.length - b.above.length)) {
    const { line, texts, hue } = draft;
    const names = [texts["name/en"], texts["name/cy"]];
    const path = [...draft.above, (lang === "en" ? names[0] : names[1]) ?? names[0] ?? names[1] ?? ""];
    if (path.length > DEEPEST) {
      faults.push({ line, code: "deep" });
      continue;
    }
    let parent: string | null = null;
    for (const [depth, name] of draft.above.entries()) {
      const found = byName.get(place(parent, name));
      if (found !== undefined) {
        parent = found;
        continue;
      }
      const id = fresh();
      const text = { key: `name/${lang}` as const, before: null, after: name, was: null };
      implied.set(id, planned.length);
      const above: readonly string[] = draft.above.slice(0, depth + 1);
      planned.push({ line, kind: "implied", id, parent, moved: false, hue: null, texts: [text], path: above });
      learn(parent, id, [name]);
      parent = id;
    }
    const own = draft.id === null ? undefined : tags.get(draft.id);
    const match =
      own?.id ?? names.flatMap((name) => (name === undefined ? [] : (byName.get(place(parent, name)) ?? [])))[0];
    const first = match === undefined ? undefined : taken.get(match);
    if (match !== undefined && first !== undefined) {
      doubles.push({ line, first, path });
      continue;
    }
    const old = match === undefined ? undefined : tags.get(match);
    const id = match ?? fresh();
    taken.set(id, line);
    const changed = Object.entries(texts).flatMap(([key, after]): TextChange[] => {
      const now = old?.texts[key as TextKey]; // the keys of a draft's texts
      return now?.words === after
        ? []
        : [{ key: key as TextKey, before: now?.words ?? null, after, was: now?.phrase ?? null }];
    });
    const coloured = hue !== null && hue !== (old?.hue ?? null) ? { before: old?.hue ?? null, after: hue } : null;
    const moved = old !== undefined && old.parent !== parent;
    const kind = old === undefined ? "new" : moved || coloured || changed.length > 0 ? "changed" : "same";
    const one: Planned = { line, kind, id, parent, moved, hue: coloured, texts: changed, path };
    const before = implied.get(id);
    if (before === undefined) planned.push(one);
    else planned[before] = one; // its own row came after one that stands in it
    learn(parent, id, names);
  }
  return { tags: planned, doubles, faults };
}

/** Names that differ in case or in blanks only are one name. */
export function fold(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/gu, " ").toLowerCase();
}
