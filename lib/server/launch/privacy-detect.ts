/**
 * Detection over lines of JSON, as the scorer of the Text Anonymization Benchmark reads it.
 *
 * Rules: docs/spec/identifier.md, I69.
 */
import * as z from "zod";
import type { Detect } from "#lib/domain/detect/detect.ts";
import type { Kind, Layer } from "#lib/domain/detect/hit.ts";
import type { Added } from "#lib/domain/detect/list/added.ts";
import type { Named } from "#lib/domain/identifier/plan.ts";
import { makeDetection } from "../detecting/pipeline.ts";

/** A document as it comes in; what else its line holds is not looked at. */
const Document = z.object({ id: z.string(), text: z.string() });
export type Document = z.infer<typeof Document>;

/** For each document the names that its study would know. */
export const Known = z.record(z.string(), z.array(z.string()));
export type Known = z.infer<typeof Known>;

/** For each document its spans: start, end (UTF-16 units), type. */
export type Spans = Record<string, [start: number, end: number, type: string][]>;

/** The benchmark's own words for kinds. */
const TYPE: Readonly<Record<Kind, string>> = {
  person: "PERSON",
  organisation: "ORG",
  place: "LOC",
  code: "CODE",
  time: "DATETIME",
  quantity: "QUANTITY",
  trait: "DEM",
  other: "MISC",
};

/** The documents of a JSONL file. Throws where a line is none. */
export function documentsOf(lines: string): readonly Document[] {
  return lines
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => Document.parse(JSON.parse(line)));
}

/** What detects in a document of a study that knows some names. */
export type DetectFor = (names: readonly string[]) => Detect;

/** Prepares it, with what an operator added to the lists. */
export function detectionFor(added: Added): DetectFor {
  const detection = makeDetection(added);
  return (names) => detection(names.map((full, at) => ({ id: String(at), kind: kindOf(full), full, others: "" })));
}

/** Detects in every document, each as a study of its own. */
export function detectAll(detectFor: DetectFor, documents: readonly Document[], known: Known, least: Layer): Spans {
  return Object.fromEntries(
    documents.map(({ id, text }) => [
      id,
      detectFor(known[id] ?? [])(text, least).map((one) => [one.start, one.end, TYPE[one.kind]]),
    ]),
  );
}

const BODY =
  /\b(?:ltd|limited|plc|inc|llp|gmbh|group|council|university|college|school|hospital|trust|board|authority|service|company|corporation|bank|association|foundation|cyngor|prifysgol|bwrdd|awdurdod|heddlu|cymdeithas|ysgol)\b/iu;

/** A table of participants or organisations says what a name is; a bare list does not. Handles and codes are terms. */
function kindOf(name: string): Named["kind"] {
  if (/[\d@_]/u.test(name) || /^\p{Ll}+$/u.test(name)) return "term";
  if (BODY.test(name) || /&/u.test(name)) return "organisation";
  return "participant";
}
