/**
 * Whose voice a quote is: the participant and organisation behind it, and whether it came by interview or survey.
 *
 * Takes the rows' plain fields, so that the browser, the server and a test count alike.
 * Rules: docs/spec/counting.md, C1 to C3.
 */

import type { Rows } from "../study/rows.ts";

/** The two ways of asking; they are counted apart and never added as support. */
export type Arm = "interview" | "survey";

/** A quote as evidence. `arm` is null where nobody who was asked speaks: an interviewer, a note, a document. */
export type Voice = Readonly<{
  quote: string;
  participant: string | null;
  organisation: string | null;
  arm: Arm | null;
}>;

type Gone = Readonly<{ gone: boolean }>;
export type VoiceRows = Readonly<{
  quotes: Iterable<Readonly<{ id: string; source: string }> & Gone>;
  anchors: Iterable<Readonly<{ quote: string; revision: string; speaker: string | null }> & Gone>;
  sources: Iterable<
    Readonly<{ id: string; kind: string; revision: string; organisation: string | null; participant: string | null }> &
      Gone
  >;
  speakers: Iterable<Readonly<{ id: string; source: string; participant: string | null; interviewer: boolean }> & Gone>;
  participants: Iterable<Readonly<{ id: string; organisation: string | null }> & Gone>;
}>;

/**
 * Says for every live quote whose voice it is.
 *
 * The anchor on the source's present revision tells the speaker, or where a correction has lost the quote the one that
 * it had; a survey response is its respondent's.
 * A participant's own organisation goes before the source's, so that a joint interview counts each of its bodies.
 */
export function voices(rows: VoiceRows): ReadonlyMap<string, Voice> {
  const sources = byId(rows.sources);
  const speakers = byId(rows.speakers);
  const participants = byId(rows.participants);
  const anchors = new Map<string, Readonly<{ speaker: string | null }>>();
  const present = new Set<string>();
  for (const source of sources.values()) present.add(source.revision);
  for (const anchor of rows.anchors)
    if (!anchor.gone && (present.has(anchor.revision) || !anchors.has(anchor.quote))) anchors.set(anchor.quote, anchor);

  const found = new Map<string, Voice>();
  for (const quote of rows.quotes) {
    const source = sources.get(quote.source);
    if (quote.gone || source === undefined) continue;
    const speaker = speakers.get(anchors.get(quote.id)?.speaker ?? "");
    const person =
      speaker?.participant ?? (source.kind === "survey" || speaker === undefined ? source.participant : null);
    const participant = person !== null && participants.has(person) ? person : null;
    const organisation = participants.get(participant ?? "")?.organisation ?? source.organisation;
    const asked = source.kind === "interview" || source.kind === "survey" ? source.kind : null;
    const mute = speaker?.interviewer === true;
    found.set(quote.id, {
      quote: quote.id,
      participant: mute ? null : participant,
      organisation: mute ? null : organisation,
      arm: mute ? null : asked,
    });
  }
  return found;
}

/** The voices of all quotes among these rows. */
export function voicesIn(rows: Rows): ReadonlyMap<string, Voice> {
  return voices({
    quotes: rows.all("quote"),
    anchors: rows.all("anchor"),
    sources: rows.all("source"),
    speakers: rows.all("speaker"),
    participants: rows.all("participant"),
  });
}

function byId<T extends Readonly<{ id: string }> & Gone>(rows: Iterable<T>): Map<string, T> {
  const found = new Map<string, T>();
  for (const row of rows) if (!row.gone) found.set(row.id, row);
  return found;
}

/** Distinct quotes, participants and organisations. */
export type Heard = Readonly<{ quotes: number; participants: number; organisations: number }>;

/** Counts these voices; what is not known of whom counts for nobody. */
export function countVoices(voices: readonly Voice[]): Heard {
  return {
    quotes: distinct(voices.map(({ quote }) => quote)),
    participants: distinct(voices.map(({ participant }) => participant)),
    organisations: distinct(voices.map(({ organisation }) => organisation)),
  };
}

/** How many different ids there are. */
export function distinct(ids: readonly (string | null)[]): number {
  return new Set(ids.filter((id) => id !== null)).size;
}
