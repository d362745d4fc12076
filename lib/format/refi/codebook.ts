/**
 * A codebook as REFI-QDA has it (.qdc): tags as codes in codes, their texts as descriptions, their colours.
 *
 * Source: REFI-QDA Codebook Exchange 1.0, Codebook.xsd (2019). Rules: docs/spec/refi.md, RF1 to RF4.
 */
import type { CodebookPaper } from "#lib/format/codebook/write.ts";
import type { Say } from "#lib/format/report/say.ts";
import { codesOf, codeXml } from "./code.ts";
import { originOf } from "./origin.ts";
import { element, wrapper, writeXml } from "./xml.ts";

/**
 * The bytes.
 *
 * @param paper - veiled, with at least one tag, as the schema allows no codebook without
 * @param say - the headings of the codebook in its language
 */
export function writeQdc(paper: CodebookPaper, say: Say): Uint8Array {
  return writeXml(
    element("CodeBook", { xmlns: "urn:QDA-XML:codebook:1.0", origin: originOf(paper.lang) }, [
      wrapper("Codes", codesOf(paper, say).map(codeXml)),
    ]),
  );
}
