/**
 * A codebook of REFI-QDA as drafts, by itself (.qdc) or in a project (.qdpx): of any tool that writes one, in whatever namespace.
 *
 * Elements are known by their names without prefix, ids with braces or without; wrappers with nothing in them, which the
 * schema forbids, say nothing. Sets have no place in a codebook here and are counted. Rules: docs/spec/refi.md, RF5 to RF9 and RF24.
 */
import { Id } from "#lib/domain/field.ts";
import type { Lang } from "#lib/domain/field.ts";
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import { draftFault, fold } from "#lib/domain/tag/draft.ts";
import type { CodebookRead, CodebookWish, DraftFault, TagDraft, TextKey } from "#lib/domain/tag/draft.ts";
import { DEEPEST, MOST_TAGS } from "#lib/domain/tag/shape.ts";
import { hueOf } from "#lib/format/codebook/colour.ts";
import { oneLine, ROOTS, signOf, splitter } from "#lib/format/codebook/level.ts";
import { entriesOf, unpack } from "#lib/format/docx/zip.ts";
import { decode } from "#lib/format/text/decode.ts";
import { walkXml } from "#lib/format/text/sax.ts";
import { undescribe } from "./description.ts";
import { ownLang } from "./origin.ts";

const ORIGIN_SHOWN = 80; // signs

type Code = { guid: string; name: string; codable: boolean; colour: string; description: string; above: Code | null };
type Found = { root: string; origin: string | null; codes: Code[]; sets: number; count: number };

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
  // It should be called project.qde; ATLAS.ti calls it otherwise.
  const main = entries.value.find(({ name }) => /^[^/]+\.qde$/iu.test(name));
  if (!main) return no({ code: "file.zip" });
  const parts = unpack(bytes, [main], () => true);
  if (!parts.ok) return parts;
  return readQdc(parts.value.get(main.name) ?? new Uint8Array(), wish);
}

/** Faults: `file.xml`, it is another kind of XML; `file.broken`, not well-formed or with a document type; `rows.too-many`, more codes than come in at once. */
export function readQdc(bytes: Uint8Array, wish: CodebookWish): Result<CodebookRead, ImportFault> {
  const { found, well } = walk(decode(bytes).text);
  // What is no codebook is said to be none, also where something in it is broken.
  const project = found.root === "project";
  if (found.root !== "" && found.root !== "codebook" && !project) return no({ code: "file.xml" });
  if (!well) return no({ code: "file.broken", part: "document" });
  if (found.count > MOST_TAGS) return no({ code: "rows.too-many", count: found.count, limit: MOST_TAGS });

  const own = ownLang(found.origin);
  // In files of ours what cannot be put on quotes holds themes, and those are made on boards.
  const codes = own === null ? withoutTop(found.codes) : found.codes.filter((code) => !held(code));
  const themes = own === null ? 0 : found.codes.filter((code) => code.codable && held(code)).length;
  const flat = codes.every(({ above }) => above === null);
  const levels = own === null && flat && wish.levels ? signOf(codes.map(({ name }) => oneLine(name))) : null;
  const drafts: TagDraft[] = [];
  const faults: DraftFault[] = [];
  for (const [at, code] of codes.entries()) {
    const line = at + 1;
    const path = pathOf(code, splitter(levels));
    const texts = textsOf(code, path.at(-1) ?? "", own, wish.lang);
    const fault = draftFault(path, texts);
    if (fault !== null) {
      faults.push({ line, code: fault });
      continue;
    }
    const id = Id.safeParse(code.guid.replace(/[{}\s]/gu, "").toLowerCase());
    drafts.push({ line, id: id.success ? id.data : null, above: path.slice(0, -1), hue: hueOf(code.colour), texts });
  }
  const origin = found.origin === null ? null : oneLine(found.origin).slice(0, ORIGIN_SHOWN);
  const headings = codes.filter(({ codable }) => !codable).length;
  return yes({
    drafts,
    faults,
    columns: [],
    levels,
    refi: { origin: origin || null, project, sets: found.sets, headings, themes },
  });
}

function textsOf(code: Code, name: string, own: Lang | null, lang: Lang): Partial<Record<TextKey, string>> {
  if (own !== null) {
    const texts = undescribe(oneLine(code.name), code.description, own);
    for (const key of ["name/en", "name/cy"] as const) if (texts[key] !== undefined) texts[key] = oneLine(texts[key]);
    return texts;
  }
  const texts: Partial<Record<TextKey, string>> = {};
  const said = code.description.trim();
  if (name !== "") texts[`name/${lang}`] = name;
  if (said !== "") texts[`description/${lang}`] = said;
  return texts;
}

/** Names from the outermost to its own, hardly more than may be at most; none where it has no name. Others without one are passed over. */
function pathOf(code: Code, split: (name: string) => readonly string[]): string[] {
  const path = [...split(oneLine(code.name))].filter((name) => name !== "");
  if (path.length === 0) return path;
  for (let at = code.above; at !== null && path.length <= DEEPEST; at = at.above) {
    const name = oneLine(at.name);
    if (name !== "") path.unshift(name);
  }
  return path;
}

/** Whether it, or one that it stands in, cannot be put on quotes. */
function held(code: Code): boolean {
  for (let at: Code | null = code; at !== null; at = at.above) if (!at.codable) return true;
  return false;
}

/** Without the one code that all others stand in, where a tool calls its top so and it is none itself. */
function withoutTop(codes: readonly Code[]): readonly Code[] {
  const [top, ...rest] = codes;
  if (!top || rest.length === 0 || top.codable || !ROOTS.has(fold(top.name))) return codes;
  if (rest.some(({ above }) => above === null)) return codes;
  return rest.map((code) => (code.above === top ? Object.assign(code, { above: null }) : code));
}

function walk(xml: string): Readonly<{ found: Found; well: boolean }> {
  const found: Found = { root: "", origin: null, codes: [], sets: 0, count: 0 };
  const path: Readonly<{ name: string; code: Code | null }>[] = []; // what is open, by names without prefixes
  const local = (name: string) => name.slice(name.indexOf(":") + 1).toLowerCase();
  const well = walkXml(xml, {
    open({ name, attributes }) {
      const own = local(name);
      const parent = path.at(-1);
      const of = new Map(Object.entries(attributes).map(([key, value]) => [local(key), value]));
      let code: Code | null = null;
      if (!parent) {
        found.root = own;
        found.origin = of.get("origin") ?? null;
      } else if (own === "set" && parent.name === "sets") found.sets += 1;
      else if (own === "code" && (parent.name === "codes" || parent.code)) {
        found.count += 1;
        code = {
          guid: of.get("guid") ?? "",
          name: of.get("name") ?? "",
          codable: !/^(?:false|0)$/iu.test(of.get("iscodable")?.trim() ?? ""),
          colour: of.get("color") ?? "",
          description: "",
          above: parent.code,
        };
        if (found.codes.length < MOST_TAGS) found.codes.push(code);
      }
      path.push({ name: own, code });
    },
    close: () => void path.pop(),
    text(words) {
      const code = path.at(-1)?.name === "description" ? path.at(-2)?.code : null;
      if (code) code.description += words;
    },
  });
  return { found, well };
}
