/** Codes, as both files of REFI-QDA hold them: tags with their texts, and the XML of any code. */
import type { TextKey } from "#lib/domain/tag/draft.ts";
import { TEXTS } from "#lib/domain/tag/shape.ts";
import { wordsOf } from "#lib/domain/report/model.ts";
import { codeOf } from "#lib/format/codebook/colour.ts";
import type { CodebookPaper } from "#lib/format/codebook/write.ts";
import type { Say } from "#lib/format/report/say.ts";
import { describe } from "./description.ts";
import type { PaperCode } from "./paper.ts";
import { element } from "./xml.ts";
import type { Xml } from "./xml.ts";

/**
 * The tags of a codebook as codes.
 *
 * @param paper - veiled
 * @param say - the headings of the codebook in its language
 * @param notesOn - ids of the notes on a tag
 */
export function codesOf(
  { lang, lines }: CodebookPaper,
  say: Say,
  notesOn: (tag: string) => readonly string[] = () => [],
): readonly PaperCode[] {
  const within = Map.groupBy(lines, ({ parent }) => parent);
  const code = ({ id, hue, texts: told }: CodebookPaper["lines"][number]): PaperCode => {
    const texts: Partial<Record<TextKey, string>> = {};
    for (const field of ["name", ...TEXTS] as const) {
      for (const own of ["en", "cy"] as const) {
        const text = told.get(`${field}/${own}`);
        if (text) texts[`${field}/${own}`] = wordsOf(text);
      }
    }
    return {
      id,
      name: texts[`name/${lang}`] ?? texts["name/en"] ?? texts["name/cy"] ?? "",
      description: describe(texts, lang, say),
      colour: codeOf(hue) || null,
      codable: true,
      notes: notesOn(id),
      codes: (within.get(id) ?? []).map(code),
    };
  };
  return (within.get(null) ?? []).map(code);
}

/** The XML of a code with all in it. */
export function codeXml(code: PaperCode): Xml {
  const { id, name, codable, colour } = code;
  return element("Code", { guid: id, name, isCodable: codable, color: colour }, [
    described(code.description),
    ...code.notes.map(noteRef),
    ...code.codes.map(codeXml),
  ]);
}

/** A description; null where there is none. */
export function described(words: string): Xml | null {
  return words === "" ? null : element("Description", {}, words);
}

/** That a note is about what this stands in. */
export function noteRef(id: string): Xml {
  return element("NoteRef", { targetGUID: id });
}
