/**
 * The texts of a tag in the one description that REFI-QDA has for a code: the definition first, then each further text under
 * a line that says what it is, `When to use (English):`.
 *
 * What is written is read back as what it was. Rules: docs/spec/refi.md, RF3 and RF6.
 */
import type { Lang } from "#lib/domain/field.ts";
import type { TextKey } from "#lib/domain/tag/draft.ts";
import { TEXTS } from "#lib/domain/tag/shape.ts";
import { columnOf } from "#lib/format/codebook/heading.ts";
import type { Say } from "#lib/format/report/say.ts";

type Texts = Readonly<Partial<Record<TextKey, string>>>;

const FIELDS = ["name", ...TEXTS] as const;

/**
 * Writes it.
 *
 * @param texts - none is empty, each without blanks around it
 * @param lang - whose texts stand first, and whose definition needs no line above it
 * @param say - the headings of the codebook in this language
 */
export function describe(texts: Texts, lang: Lang, say: Say): string {
  const other: Lang = lang === "en" ? "cy" : "en";
  const blocks: string[] = [];
  // The code carries the name; only where that is not the whole of it are names written out.
  const named = texts[`name/${other}`] !== undefined;
  const definition = texts[`description/${lang}`];
  if (definition !== undefined) blocks.push(covered(definition));
  for (const own of [lang, other]) {
    for (const field of FIELDS) {
      const words = texts[`${field}/${own}`];
      if (words === undefined || (field === "description" && own === lang) || (field === "name" && !named)) continue;
      blocks.push(`${say("column", { what: say(field), language: say(own) })}:\n${covered(words)}`);
    }
  }
  return blocks.join("\n\n");
}

/** Reads what `describe` wrote. `name` is what the code is called. */
export function undescribe(name: string, description: string, lang: Lang): Partial<Record<TextKey, string>> {
  const found = new Map<TextKey, string[]>();
  let lines: string[] = [];
  found.set(`description/${lang}`, lines);
  for (const line of description.split("\n")) {
    const key = headed(line);
    if (key !== null) found.set(key, (lines = []));
    else lines.push(line.startsWith("\\") && headed(bare(line)) !== null ? line.slice(1) : line);
  }
  const texts: Partial<Record<TextKey, string>> = {};
  for (const [key, said] of found) {
    const words = said.join("\n").trim();
    if (words !== "") texts[key] = words;
  }
  if (texts["name/en"] === undefined && texts["name/cy"] === undefined && name.trim() !== "")
    texts[`name/${lang}`] = name.trim();
  return texts;
}

/** What a line says the next ones are; null where it is no heading of ours. */
function headed(line: string): TextKey | null {
  const column = line.endsWith(":") && !line.startsWith("\\") ? columnOf(line.slice(0, -1)) : null;
  const field = FIELDS.find((one) => one === column?.role);
  return column?.lang && field ? `${field}/${column.lang}` : null;
}

/** Words in which no line reads as a heading: one that would, or that is covered already, gets a backslash before it. */
function covered(words: string): string {
  return words
    .split("\n")
    .map((line) => (headed(bare(line)) === null ? line : `\\${line}`))
    .join("\n");
}

function bare(line: string): string {
  return line.replace(/^\\+/u, "");
}
