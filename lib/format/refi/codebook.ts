/**
 * A codebook as REFI-QDA has it (.qdc): tags as codes in codes, their texts as descriptions, their colours.
 *
 * Source: REFI-QDA Codebook Exchange 1.0, Codebook.xsd (2019). Rules: docs/spec/refi.md, RF1 to RF4.
 */
import type { TextKey } from "#lib/domain/tag/draft.ts";
import { TEXTS } from "#lib/domain/tag/shape.ts";
import { wordsOf } from "#lib/domain/report/model.ts";
import { codeOf } from "#lib/format/codebook/colour.ts";
import type { CodebookPaper } from "#lib/format/codebook/write.ts";
import type { Say } from "#lib/format/report/say.ts";
import { describe } from "./description.ts";
import { originOf } from "./origin.ts";
import { element, wrapper, writeXml } from "./xml.ts";
import type { Xml } from "./xml.ts";

type Line = CodebookPaper["lines"][number];

/**
 * The bytes.
 *
 * @param paper - veiled, with at least one tag, as the schema allows no codebook without
 * @param say - the headings of the codebook in its language
 */
export function writeQdc(paper: CodebookPaper, say: Say): Uint8Array {
  return writeXml(
    element("CodeBook", { xmlns: "urn:QDA-XML:codebook:1.0", origin: originOf(paper.lang) }, [codesOf(paper, say)]),
  );
}

/** All tags as codes; null where there are none. */
function codesOf({ lang, lines }: CodebookPaper, say: Say): Xml | null {
  const within = Map.groupBy(lines, ({ parent }) => parent);
  const code = (line: Line): Xml => {
    const texts: Partial<Record<TextKey, string>> = {};
    for (const field of ["name", ...TEXTS] as const) {
      for (const own of ["en", "cy"] as const) {
        const text = line.texts.get(`${field}/${own}`);
        if (text) texts[`${field}/${own}`] = wordsOf(text);
      }
    }
    const name = texts[`name/${lang}`] ?? texts["name/en"] ?? texts["name/cy"] ?? "";
    const said = describe(texts, lang, say);
    return element("Code", { guid: line.id, name, isCodable: true, color: codeOf(line.hue) || null }, [
      said === "" ? null : element("Description", {}, said),
      ...(within.get(line.id) ?? []).map(code),
    ]);
  };
  return wrapper("Codes", (within.get(null) ?? []).map(code));
}
