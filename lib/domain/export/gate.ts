/**
 * What decides whether a finished file may leave: while it waits to be fetched, a change of any of these makes it out of date.
 *
 * Rules: docs/spec/exports.md, EX6.
 */
import type { Noun } from "../study/rows.ts";

/**
 * The nouns that gates look at: who took part and what they agreed to, what is called how, whose words are whose, what was
 * decided about names, what was read through, what numbers may be told, and what was signed. How a board looks or a finding is put is no gate.
 */
export const GATES = [
  "organisation",
  "participant",
  "source",
  "readThrough",
  "speaker",
  "anchor",
  "identifier",
  "mention",
  "mentionPlace",
  "disclosure",
  "acceptance",
  "signature",
] as const satisfies readonly Noun[];
