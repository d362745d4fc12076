/**
 * The codes of a file of REFI-QDA, and the tags that they would be.
 *
 * Rules: docs/spec/refi.md, RF5 to RF8 and RF24.
 */
import { Id } from "#lib/domain/field.ts";
import type { Lang } from "#lib/domain/field.ts";
import { draftFault, fold } from "#lib/domain/tag/draft.ts";
import type { CodebookWish, DraftFault, TagDraft, TextKey } from "#lib/domain/tag/draft.ts";
import { DEEPEST } from "#lib/domain/tag/shape.ts";
import { hueOf } from "#lib/format/codebook/colour.ts";
import { oneLine, ROOTS, signOf, splitter } from "#lib/format/codebook/level.ts";
import { undescribe } from "../description.ts";
import { all, descriptionOf, first, guidOf, targets } from "./tree.ts";
import type { Element } from "./tree.ts";

export type Code = Readonly<{
  guid: string;
  name: string;
  codable: boolean;
  colour: string;
  description: string;
  notes: readonly string[];
  above: Code | null;
}>;

/** All codes, each before those in it. Codes stand in one another as deep as a file likes. */
export function codesIn(root: Element): readonly Code[] {
  const found: Code[] = [];
  const left = [...within(root, "codes")].flatMap((codes) =>
    all(codes, "code").map((element) => ({ element, above: null })),
  );
  const next: { element: Element; above: Code | null }[] = left.toReversed();
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    const { element, above } = at;
    const code: Code = {
      guid: guidOf(element),
      name: element.of.get("name") ?? "",
      codable: !/^(?:false|0)$/iu.test(element.of.get("iscodable")?.trim() ?? ""),
      colour: element.of.get("color") ?? "",
      description: descriptionOf(element),
      notes: targets(element, "noteref"),
      above,
    };
    found.push(code);
    for (const inner of all(element, "code").toReversed()) next.push({ element: inner, above: code });
  }
  return found;
}

/** How many sets of codes there are. */
export function setsIn(root: Element): number {
  return within(root, "sets").reduce((sum, sets) => sum + all(sets, "set").length, 0);
}

/** Elements of a name in the outermost or in its codebook. */
function within(root: Element, name: string): readonly Element[] {
  return [...all(root, name), ...all(first(root, "codebook"), name)];
}

/** What becomes of codes. `line` of drafts and faults: the place in `codes`, from 1. */
export type CodesRead = Readonly<{
  codes: readonly Code[];
  drafts: readonly TagDraft[];
  faults: readonly DraftFault[];
  /** the sign between levels in names; null where each name is one tag */
  levels: string | null;
  /** codes that are themes, in files of ours */
  themes: readonly Code[];
}>;

/**
 * Drafts of tags.
 *
 * @param own - the language of a file of ours; null: something else wrote it
 */
export function tagsOf(found: readonly Code[], own: Lang | null, wish: CodebookWish): CodesRead {
  // In files of ours what cannot be put on quotes holds themes, and those are made on boards.
  const codes = own === null ? withoutTop(found) : found.filter((code) => !held(code));
  const themes = own === null ? [] : found.filter((code) => code.codable && held(code));
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
    const id = Id.safeParse(code.guid);
    drafts.push({ line, id: id.success ? id.data : null, above: path.slice(0, -1), hue: hueOf(code.colour), texts });
  }
  return { codes, drafts, faults, levels, themes };
}

/** The texts of a tag, or of a theme in a file of ours. */
export function textsOf(
  code: Pick<Code, "name" | "description">,
  name: string,
  own: Lang | null,
  lang: Lang,
): Partial<Record<TextKey, string>> {
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
  const without = new Map<Code, Code>(); // each before those in it
  for (const code of rest)
    without.set(code, { ...code, above: code.above === null ? null : (without.get(code.above) ?? null) });
  return [...without.values()];
}
