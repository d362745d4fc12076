/**
 * A codebook of REFI-QDA as drafts, by itself (.qdc) or in a project (.qdpx): of any tool that writes one, in whatever namespace.
 *
 * Elements are known by their names without prefix, ids with braces or without; wrappers with nothing in them, which the
 * schema forbids, say nothing. Sets have no place in a codebook here and are counted. Rules: docs/spec/refi.md, RF5 to RF9 and RF24.
 */
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import type { CodebookRead, CodebookWish } from "#lib/domain/tag/draft.ts";
import { MOST_TAGS } from "#lib/domain/tag/shape.ts";
import { entriesOf, unpack } from "#lib/format/docx/zip.ts";
import { decode } from "#lib/format/text/decode.ts";
import { originIn, ownLang } from "./origin.ts";
import { codesIn, setsIn, tagsOf } from "./read/codes.ts";
import { mainOf } from "./read/entry.ts";
import { readTree } from "./read/tree.ts";

const KEPT = new Set(["codebook", "codes", "sets"]);

/** Whether these bytes are XML, whatever they are called; then they are no table. */
export function isXml(bytes: Uint8Array): boolean {
  return /^\ufeff?\s*<(?:\?xml|!|(?:[\w.-]+:)?(?:codebook|project)[\s/>])/iu.test(decode(bytes.subarray(0, 2048)).text);
}

/**
 * The same of a project: its codes, and nothing else of it.
 *
 * Faults: those of `readQdc`; `file.zip`, no XML of a project in it; `file.broken`, `file.bomb`, `file.password` of the zip.
 */
export function readQdpxCodes(bytes: Uint8Array, wish: CodebookWish): Result<CodebookRead, ImportFault> {
  const entries = entriesOf(bytes);
  if (!entries.ok) return entries;
  const main = mainOf(entries.value);
  if (!main) return no({ code: "file.zip" });
  const parts = unpack(bytes, [main], () => true);
  if (!parts.ok) return parts;
  return readQdc(parts.value.get(main.name) ?? new Uint8Array(), wish);
}

/** Faults: `file.xml`, it is another kind of XML; `file.broken`, not well-formed or with a document type; `rows.too-many`, more codes than come in at once. */
export function readQdc(bytes: Uint8Array, wish: CodebookWish): Result<CodebookRead, ImportFault> {
  const { root, well } = readTree(decode(bytes).text, KEPT);
  // What is no codebook is said to be none, also where something in it is broken.
  const project = root?.name === "project";
  if (root !== null && root.name !== "codebook" && !project) return no({ code: "file.xml" });
  if (!well || root === null) return no({ code: "file.broken", part: "document" });
  const found = codesIn(root);
  if (found.length > MOST_TAGS) return no({ code: "rows.too-many", count: found.length, limit: MOST_TAGS });

  const said = root.of.get("origin") ?? null;
  const { codes, drafts, faults, levels, themes } = tagsOf(found, ownLang(said), wish);
  const headings = codes.filter(({ codable }) => !codable).length;
  const refi = { origin: originIn(said), project, sets: setsIn(root), headings, themes: themes.length };
  return yes({ drafts, faults, columns: [], levels, refi });
}
