/**
 * Opens a project of REFI-QDA (.qdpx): what its XML says, with the texts of its sources and the words of its notes, and each
 * selection as a stretch of its text, by the way of counting that the file turns out to have.
 *
 * Nothing is bent: a selection whose positions give no stretch of its text has none. Only texts are unpacked, within the limits
 * of every file. Rules: docs/spec/refi.md, RF25 to RF28.
 */
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { LIMIT } from "#lib/domain/import/limit.ts";
import { tooMany } from "#lib/domain/project/limit.ts";
import type { TooMany } from "#lib/domain/project/limit.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import { lengthOf } from "#lib/domain/text/points.ts";
import { entriesOf, unpack } from "#lib/format/docx/zip.ts";
import type { Entry } from "#lib/format/docx/zip.ts";
import { decode, decodeAsIs } from "#lib/format/text/decode.ts";
import { filed, stretcher } from "../convention.ts";
import type { Filed, Stretch } from "../convention.ts";
import { detect } from "../detect.ts";
import type { Detected } from "../detect.ts";
import { ownLang } from "../origin.ts";
import { CONVENTIONS } from "../profile.ts";
import { capital, finder, mainOf } from "./entry.ts";
import { projectIn } from "./project.ts";
import type { Project, Source, Words } from "./project.ts";
import { readTree } from "./tree.ts";

/** A source that has words. `spans`: of each selection in order; null where its positions give none. */
export type Text = Readonly<{ text: string; spans: readonly (Stretch | null)[] }>;

export type OpenProject = Project &
  Readonly<{
    detected: Detected;
    /** by source in order; null: its medium has no text, none is in the file, or no word is in it */
    texts: readonly (Text | null)[];
    /** by note in order, in the same way */
    said: readonly (string | null)[];
  }>;

/**
 * Opens it.
 *
 * Faults: `file.zip`, no XML of a project in it; `file.xml`, its XML is something else; `file.broken`, not well-formed or with
 * a document type, or the zip is; `file.bomb`, `file.password`; `text.too-long`, one of its texts; `project.too-many`, more of
 * anything in its XML than comes in at once.
 */
export function openProject(bytes: Uint8Array): Result<OpenProject, ImportFault> {
  const entries = entriesOf(bytes);
  if (!entries.ok) return entries;
  const main = mainOf(entries.value);
  if (!main) return no({ code: "file.zip" });
  const parts = unpack(bytes, [main], () => true);
  if (!parts.ok) return parts;
  const { root, well } = readTree(decode(parts.value.get(main.name) ?? new Uint8Array()).text);
  if (root !== null && root.name !== "project") return no({ code: "file.xml" });
  if (!well || root === null) return no({ code: "file.broken", part: "document" });
  const project = projectIn(root);
  const many = crowded(project);
  if (many) return no(many);

  const find = finder(entries.value);
  const wanted = new Map<string, Entry>();
  for (const words of [...project.sources.map((one) => one.words), ...project.notes.map((one) => one.words)]) {
    const entry = words?.path ? find(words.path) : undefined;
    if (entry) wanted.set(entry.name, entry);
  }
  const files = unpack(bytes, [...wanted.values()], () => true);
  if (!files.ok) return files;
  const wordsIn = (words: Words | null): Filed | null => {
    const file = words?.path ? files.value.get(find(words.path)?.name ?? "") : undefined;
    const read = file === undefined ? null : decodeAsIs(file);
    const found = read === null ? filed(words?.content ?? "", false) : filed(read.text, read.mark);
    return found.text.trim() === "" || found.text.includes("\0") ? null : found; // no text has a NUL, and no database takes it
  };

  const sources = project.sources.map((source) => ({ source, found: wordsIn(source.words) }));
  for (const { found } of sources) {
    const characters = found === null ? 0 : lengthOf(found.text);
    if (characters > LIMIT.characters) return no({ code: "text.too-long", characters, limit: LIMIT.characters });
  }
  const detected = detectIn(project, entries.value, sources);
  const texts = sources.map(({ source, found }): Text | null => {
    if (found === null) return null;
    const stretch = stretcher(found, detected.convention);
    const spans = source.selections.map(({ start, end }) =>
      start === null || end === null ? null : stretch(start, end),
    );
    return { text: found.text, spans };
  });
  return yes({ ...project, detected, texts, said: project.notes.map(({ words }) => wordsIn(words)?.text ?? null) });
}

function detectIn(
  project: Project,
  entries: readonly Entry[],
  sources: readonly Readonly<{ source: Source; found: Filed | null }>[],
): Detected {
  const own = ownLang(project.origin) !== null;
  return detect(
    sources.map(({ source, found }) => ({
      ...(found ?? filed("", false)),
      positions:
        found === null
          ? []
          : source.selections.flatMap(({ start, end }): [number, number][] =>
              start === null || end === null ? [] : [[start, end]],
            ),
    })),
    project.origin,
    own ? CONVENTIONS[capital(entries) ? "nvivo" : "standard"] : null,
  );
}

function crowded({ codes, sources, cases, variables, sets, notes, links, graphs }: Project): TooMany | null {
  const sum = <T>(all: readonly T[], of: (one: T) => number) => all.reduce((total, one) => total + of(one), 0);
  return tooMany([
    ["codes", codes.length],
    ["sources", sources.length],
    ["cases", cases.length],
    ["variables", variables.length],
    ["sets", sets.length],
    ["selections", sum(sources, ({ selections }) => selections.length)],
    ["codings", sum(sources, ({ selections }) => sum(selections, (selection) => selection.codes.length))],
    ["notes", notes.length],
    ["links", links.length],
    ["vertices", sum(graphs, ({ vertices }) => vertices.length)],
    ["edges", sum(graphs, ({ edges }) => edges.length)],
    ["values", sum(sources, (one) => one.values.length) + sum(cases, (one) => one.values.length * one.sources.length)],
  ]);
}
