/**
 * Who took part in what: the participants and organisations that were asked in each source.
 *
 * One place decides it, for denominators, the sample and matrices alike. Rules: docs/spec/counting.md, C7; docs/spec/matrix.md, MX1.
 */
import type { Arm } from "./voice.ts";

/** A source of an arm, and who was asked in it. */
export type Part = Readonly<{
  source: string;
  arm: Arm;
  participants: ReadonlySet<string>;
  organisations: ReadonlySet<string>;
}>;

export type TookRows = Readonly<{
  sources: Iterable<
    Readonly<{ id: string; kind: string; organisation: string | null; participant: string | null; gone: boolean }>
  >;
  speakers: Iterable<Readonly<{ source: string; participant: string | null; interviewer: boolean; gone: boolean }>>;
  participants: Iterable<Readonly<{ id: string; organisation: string | null; gone: boolean }>>;
}>;

/** The organisations that took part in each arm. */
export type Asked = Readonly<Record<Arm, ReadonlySet<string>>>;

/**
 * Says of every live interview and survey response who was asked in it.
 *
 * A respondent's own organisation goes before that of a survey response, and stands beside that of an interview.
 */
export function took(rows: TookRows): readonly Part[] {
  const bodies = new Map<string, string | null>();
  for (const one of rows.participants) if (!one.gone) bodies.set(one.id, one.organisation);
  const parts = new Map<string, { arm: Arm; participants: Set<string>; organisations: Set<string> }>();
  for (const source of rows.sources) {
    if (source.gone || (source.kind !== "interview" && source.kind !== "survey")) continue;
    const part = { arm: source.kind, participants: new Set<string>(), organisations: new Set<string>() } as const;
    parts.set(source.id, part);
    if (source.participant !== null && bodies.has(source.participant)) part.participants.add(source.participant);
    const own = bodies.get(source.participant ?? "") ?? null;
    if (own !== null) part.organisations.add(own);
    // In an interview whoever speaks and is not known speaks for the organisation that was interviewed (C1).
    if (source.organisation !== null && (own === null || source.kind === "interview"))
      part.organisations.add(source.organisation);
  }
  for (const speaker of rows.speakers) {
    const part = parts.get(speaker.source);
    if (speaker.gone || speaker.interviewer || part === undefined || speaker.participant === null) continue;
    const body = bodies.get(speaker.participant);
    if (body === undefined) continue;
    part.participants.add(speaker.participant);
    if (body !== null) part.organisations.add(body);
  }
  return [...parts].map(([source, part]) => ({ source, ...part }));
}

/** The denominators of support: which organisations were interviewed and which answered the survey. */
export function asked(rows: TookRows): Asked {
  const found = { interview: new Set<string>(), survey: new Set<string>() };
  for (const { arm, organisations } of took(rows)) for (const one of organisations) found[arm].add(one);
  return found;
}
