/**
 * A project before it is bytes: veiled, and nothing in it that may not leave. Ids are those of the things themselves, or follow
 * from them. Offsets are code points of the text beside them, `end` exclusive.
 */
import type { Lang } from "#lib/domain/field.ts";

export type PaperCode = Readonly<{
  id: string;
  name: string;
  description: string;
  colour: string | null;
  /** false: it only holds others */
  codable: boolean;
  notes: readonly string[];
  codes: readonly PaperCode[];
}>;

export type PaperSelection = Readonly<{
  id: string;
  name: string;
  start: number;
  end: number;
  codings: readonly Readonly<{ id: string; code: string }>[];
  notes: readonly string[];
}>;

export type PaperSource = Readonly<{
  id: string;
  name: string;
  description: string;
  text: string; // LF
  selections: readonly PaperSelection[];
  notes: readonly string[];
  values: readonly PaperValue[];
}>;

export type PaperVariable = Readonly<{ id: string; name: string }>;
export type PaperValue = Readonly<{ variable: string; words: string }>;

export type PaperCase = Readonly<{
  id: string;
  name: string;
  values: readonly PaperValue[];
  sources: readonly string[];
  selections: readonly string[];
}>;

export type PaperNote = Readonly<{ id: string; name: string; text: string; notes: readonly string[] }>;

export type PaperSet = Readonly<{
  id: string;
  name: string;
  description: string;
  codes: readonly string[];
  notes: readonly string[];
}>;

export type PaperVertex = Readonly<{
  id: string;
  /** the selection, note, code or set that it stands for */
  of: string;
  name: string | null;
  x: number;
  y: number;
  w: number;
  h: number;
  shape: "Rectangle" | "RoundedRectangle" | "Note";
  colour: string | null;
}>;

/** That one vertex lies in another. */
export type PaperEdge = Readonly<{ id: string; from: string; to: string }>;

export type PaperGraph = Readonly<{
  id: string;
  name: string;
  vertices: readonly PaperVertex[];
  edges: readonly PaperEdge[];
}>;

export type ProjectPaper = Readonly<{
  lang: Lang;
  name: string;
  description: string;
  codes: readonly PaperCode[];
  variables: readonly PaperVariable[];
  cases: readonly PaperCase[];
  sources: readonly PaperSource[];
  notes: readonly PaperNote[];
  sets: readonly PaperSet[];
  graphs: readonly PaperGraph[];
  /** notes on the study itself */
  about: readonly string[];
}>;
