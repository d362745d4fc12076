/**
 * Codes of a project as tags: those that the study has already, by their ids or names, stay as they are; others are new.
 *
 * Rules: docs/spec/refi.md, RF29; docs/spec/codebook.md, CB21 and CB22.
 */
import type { Lang } from "#lib/domain/field.ts";
import type { ProjectBring } from "#lib/domain/project/word.ts";
import { compare } from "#lib/domain/tag/draft.ts";
import type { KnownTag } from "#lib/domain/tag/draft.ts";
import { TEXTS } from "#lib/domain/tag/shape.ts";
import { tagsOf as draftsOf } from "../read/codes.ts";
import type { Code } from "../read/codes.ts";
import type { Pen } from "./pen.ts";

export type BroughtTags = Readonly<{
  tags: ProjectBring["tags"];
  /** The tag that a code is; null where it cannot be one, undefined where it is a theme of ours. */
  tagOf: (code: string) => string | null | undefined;
  /** how many codes are tags, new ones and others */
  count: number;
  /** codes that are themes, in files of ours */
  themes: readonly Code[];
  /** notes on them */
  notes: readonly Readonly<{ subject: string; note: string }>[];
}>;

/** @param own - the language of a file of ours; null: something else wrote it */
export function tagsOf(codes: readonly Code[], own: Lang | null, known: readonly KnownTag[], pen: Pen): BroughtTags {
  const read = draftsOf(codes, own, { lang: pen.lang, levels: true });
  let made = 0;
  const { tags, doubles, faults } = compare(known, read.drafts, pen.lang, () => pen.id(`tag/${made++}`));
  pen.lose("codes", read.faults.length + faults.length);
  pen.lose("doubles", doubles.length);
  const byLine = new Map<number, string>();
  for (const { line, kind, id } of tags) if (kind !== "implied") byLine.set(line, id);
  for (const { line, first } of doubles) byLine.set(line, byLine.get(first) ?? "");
  const byCode = new Map<string, string | null>();
  const notes: { subject: string; note: string }[] = [];
  for (const [at, code] of read.codes.entries()) {
    const tag = byLine.get(at + 1) || null;
    byCode.set(code.guid, tag);
    if (tag !== null) notes.push(...code.notes.map((note) => ({ subject: tag, note })));
  }
  const themes = new Set(read.themes.map(({ guid }) => guid));
  const fresh = tags.filter(({ kind }) => kind === "new" || kind === "implied");
  return {
    tags: fresh.map(({ id, parent, hue, texts }) => ({
      id,
      fresh: true,
      parent,
      ...(hue ? { hue: hue.after } : {}),
      texts: texts.flatMap(({ key, after }) => {
        const field = (["name", ...TEXTS] as const).find((one) => key.startsWith(`${one}/`));
        const said = pen.say(after, key.endsWith("/cy") ? "cy" : "en");
        return field && said ? [{ field, ...said, was: null }] : [];
      }),
    })),
    tagOf: (code) => (themes.has(code) ? undefined : (byCode.get(code) ?? null)),
    count: new Set([...byCode.values()].filter((tag) => tag !== null)).size,
    themes: read.themes,
    notes,
  };
}
