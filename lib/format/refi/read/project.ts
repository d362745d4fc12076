/**
 * What stands in the XML of a project, as any tool writes it: plain, ids without braces and in small letters, nothing resolved.
 *
 * Source: REFI-QDA Project Exchange 1.5, Project.xsd (2019). Rules: docs/spec/refi.md, RF25.
 */
import { codesIn } from "./codes.ts";
import type { Code } from "./codes.ts";
import { all, descriptionOf, first, guidOf, targets } from "./tree.ts";
import type { Element } from "./tree.ts";

export type Medium = "text" | "pdf" | "picture" | "audio" | "video";

/** A selection in a text. Positions as the file has them; null where they are no numbers. */
export type Selection = Readonly<{
  guid: string;
  start: number | null;
  end: number | null;
  description: string;
  codes: readonly string[];
  notes: readonly string[];
}>;

export type Value = Readonly<{ variable: string; words: string }>;

/** Where the words of a source or a note are. */
export type Words = Readonly<{ path: string | null; content: string | null }>;

export type Source = Readonly<{
  guid: string;
  name: string;
  description: string;
  medium: Medium;
  /** of a PDF, its text; null where the medium has none */
  words: Words | null;
  selections: readonly Selection[];
  /** selections of a part of a page, a picture or a recording */
  areas: number;
  /** codes on the whole of it */
  codes: readonly string[];
  notes: readonly string[];
  values: readonly Value[];
  /** ids that stand for it besides its own: those of its text */
  also: readonly string[];
}>;

export type Case = Readonly<{
  guid: string;
  name: string;
  description: string;
  codes: readonly string[];
  values: readonly Value[];
  /** each once */
  sources: readonly string[];
  selections: readonly string[];
}>;

export type Note = Readonly<{
  guid: string;
  name: string;
  description: string;
  words: Words;
  selections: number;
  codes: number;
  notes: readonly string[];
}>;

export type Link = Readonly<{ origin: string; target: string; notes: readonly string[] }>;

export type CodeSet = Readonly<{
  guid: string;
  name: string;
  description: string;
  notes: readonly string[];
}>;

export type Vertex = Readonly<{
  guid: string;
  of: string;
  x: number;
  y: number;
  /** the other corner; null where it has none */
  x2: number | null;
  y2: number | null;
  colour: string;
}>;

export type Edge = Readonly<{ source: string; target: string }>;

export type Graph = Readonly<{ name: string; vertices: readonly Vertex[]; edges: readonly Edge[] }>;

export type Project = Readonly<{
  name: string;
  description: string;
  origin: string | null;
  users: number;
  codes: readonly Code[];
  variables: readonly Readonly<{ guid: string; name: string }>[];
  cases: readonly Case[];
  sources: readonly Source[];
  notes: readonly Note[];
  links: readonly Link[];
  sets: readonly CodeSet[];
  graphs: readonly Graph[];
  /** notes on the project itself */
  about: readonly string[];
}>;

/** Takes it from the outermost element. */
export function projectIn(root: Element): Project {
  const listed = (wrapper: string, name: string) => all(first(root, wrapper), name);
  return {
    name: root.of.get("name") ?? "",
    description: descriptionOf(root),
    origin: root.of.get("origin") ?? null,
    users: listed("users", "user").length,
    codes: codesIn(root),
    variables: listed("variables", "variable").map((one) => ({ guid: guidOf(one), name: one.of.get("name") ?? "" })),
    cases: listed("cases", "case").map((one) => ({
      ...named(one),
      codes: targets(one, "coderef"),
      values: valuesOf(one),
      sources: [...new Set(targets(one, "sourceref"))],
      selections: targets(one, "selectionref"),
    })),
    sources: (first(root, "sources")?.inside ?? []).flatMap((one) => sourceOf(one) ?? []),
    notes: listed("notes", "note").map((one) => ({
      ...named(one),
      words: wordsOf(one),
      selections: all(one, "plaintextselection").length,
      codes: codingsOn(one).length,
      notes: targets(one, "noteref"),
    })),
    links: listed("links", "link").map((one) => ({
      origin: guidOf(one, "originguid"),
      target: guidOf(one, "targetguid"),
      notes: targets(one, "noteref"),
    })),
    sets: listed("sets", "set").map((one) => ({
      ...named(one),
      notes: targets(one, "membernote"),
    })),
    graphs: listed("graphs", "graph").map(graphOf),
    about: targets(root, "noteref"),
  };
}

function named(one: Element): Readonly<{ guid: string; name: string; description: string }> {
  return { guid: guidOf(one), name: one.of.get("name") ?? "", description: descriptionOf(one) };
}

const MEDIA: ReadonlyMap<string, Medium> = new Map([
  ["textsource", "text"],
  ["pdfsource", "pdf"],
  ["picturesource", "picture"],
  ["audiosource", "audio"],
  ["videosource", "video"],
]);

const AREAS = ["pdfselection", "pictureselection", "audioselection", "videoselection"] as const;

function sourceOf(one: Element): Source | null {
  const medium = MEDIA.get(one.name);
  if (medium === undefined) return null;
  const text = medium === "text" ? one : medium === "pdf" ? first(one, "representation") : null;
  const areas = [
    ...AREAS.flatMap((name) => all(one, name)),
    ...all(one, "transcript").flatMap((transcript) => all(transcript, "transcriptselection")),
    ...all(first(one, "textdescription"), "plaintextselection"),
  ];
  return {
    ...named(one),
    medium,
    words: text === null ? null : wordsOf(text),
    selections: all(text, "plaintextselection").map(selectionOf),
    areas: areas.length,
    codes: [...codingsOn(one), ...(text === null || text === one ? [] : codingsOn(text))],
    notes: [...targets(one, "noteref"), ...(text === one ? [] : targets(text, "noteref"))],
    values: valuesOf(one),
    also: text === null || text === one ? [] : [guidOf(text)],
  };
}

function selectionOf(one: Element): Selection {
  return {
    guid: guidOf(one),
    start: whole(one, "startposition"),
    end: whole(one, "endposition"),
    description: descriptionOf(one),
    codes: codingsOn(one),
    notes: [...targets(one, "noteref"), ...all(one, "coding").flatMap((coding) => targets(coding, "noteref"))],
  };
}

/** The codes that stand on something. */
function codingsOn(one: Element): readonly string[] {
  return all(one, "coding").flatMap((coding) => targets(coding, "coderef"));
}

function wordsOf(one: Element): Words {
  const content = first(one, "plaintextcontent");
  return { path: one.of.get("plaintextpath")?.trim() || null, content: content === null ? null : content.words };
}

const VALUES = ["textvalue", "booleanvalue", "integervalue", "floatvalue", "datevalue", "datetimevalue"] as const;

function valuesOf(one: Element): readonly Value[] {
  return all(one, "variablevalue").flatMap((value) => {
    const [variable] = targets(value, "variableref");
    const words = VALUES.flatMap((name) => first(value, name)?.words.trim() || []).at(0);
    return variable === undefined || words === undefined ? [] : [{ variable, words }];
  });
}

function graphOf(one: Element): Graph {
  return {
    name: one.of.get("name") ?? "",
    vertices: all(one, "vertex").map((vertex) => ({
      guid: guidOf(vertex),
      of: guidOf(vertex, "representedguid"),
      x: whole(vertex, "firstx") ?? 0,
      y: whole(vertex, "firsty") ?? 0,
      x2: whole(vertex, "secondx"),
      y2: whole(vertex, "secondy"),
      colour: vertex.of.get("color") ?? "",
    })),
    edges: all(one, "edge").map((edge) => ({
      source: guidOf(edge, "sourcevertex"),
      target: guidOf(edge, "targetvertex"),
    })),
  };
}

/** A whole number; null where none stands there. */
function whole(one: Element, attribute: string): number | null {
  const said = one.of.get(attribute)?.trim() ?? "";
  const number = /^[+-]?\d{1,15}$/u.test(said) ? Number(said) : Number.NaN;
  return Number.isSafeInteger(number) ? number : null;
}
