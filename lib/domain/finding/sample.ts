/**
 * Describes the sample: who was asked, how, for how long; and what weighs it to one side.
 *
 * Returns numbers and ids, never sentences. Describing the sample, and only that, counts distinct
 * organisations over both arms. Rules: docs/spec/counting.md, C10 to C14.
 */
import { shortOnes } from "./short.ts";
import type { Spoken } from "./short.ts";
import { took } from "./took.ts";

type Gone = Readonly<{ gone: boolean }>;
export type SampleRows = Readonly<{
  organisations: Iterable<Readonly<{ id: string; kind: string; region: string | null; named: boolean }> & Gone>;
  participants: Iterable<Readonly<{ id: string; organisation: string | null; seniority: string | null }> & Gone>;
  sources: Iterable<
    Readonly<{
      id: string;
      kind: string;
      organisation: string | null;
      participant: string | null;
      guide: string | null;
      minutes: number | null;
    }> &
      Gone
  >;
  speakers: Iterable<Readonly<{ source: string; participant: string | null; interviewer: boolean }> & Gone>;
  guides: Iterable<Readonly<{ id: string; minutes: number | null }> & Gone>;
  /** by interview; left out where nobody asks which were short */
  spoken?: ReadonlyMap<string, Spoken>;
}>;

/** One organisation in the respondents list; `submissions` says how many interviews or responses it gave. */
export type Respondent = Readonly<{ organisation: string; kind: string; named: boolean; submissions: number }>;
type KindCount = Readonly<{ kind: string; organisations: number }>;

export type Sample = Readonly<{
  interviews: number;
  /** how many interviews lasted how long, the longest first; `minutes` as planned by the guide, else as held */
  lengths: readonly Readonly<{ minutes: number; interviews: number }>[];
  /** representatives spoken to in each interview, least and most; null where no speaker is linked to a participant */
  representatives: Readonly<{ least: number; most: number }> | null;
  participants: number;
  leaders: number;
  practitioners: number;
  responses: number;
  interviewed: readonly Respondent[];
  surveyed: readonly Respondent[];
  /** distinct organisations over both arms, by kind, the most frequent first */
  organisations: number;
  kinds: readonly KindCount[];
  regions: readonly string[];
  /** participants who took part, in the order of their ids, for their roles */
  voices: readonly string[];
  limitations: readonly Limitation[];
}>;

/** What the numbers themselves say against the sample. */
type Limitation =
  | Readonly<{ code: "weight"; kind: string; organisations: number; of: number }> // more than half are of one kind
  | Readonly<{ code: "unequal"; lengths: readonly number[] }> // interviews of planned lengths that differ
  | Readonly<{ code: "short"; interviews: number; of: number }> // much shorter than planned, or than the others
  | Readonly<{ code: "few"; organisations: number }>; // fewer than five bodies in all

/** Describes the sample that these rows hold. */
export function sample(rows: SampleRows): Sample {
  const organisations = live(rows.organisations);
  const participants = live(rows.participants);
  const sources = [...live(rows.sources).values()];
  const guides = live(rows.guides);
  const speakers = [...rows.speakers].filter((one) => !one.gone && !one.interviewer);
  const parts = took({ sources, speakers, participants: participants.values() });

  const interviews = sources.filter((source) => source.kind === "interview");
  const responses = sources.filter((source) => source.kind === "survey");
  const minutes = interviews.flatMap((source) => guides.get(source.guide ?? "")?.minutes ?? source.minutes ?? []);

  const heard = new Set(parts.flatMap((part) => [...part.participants]));
  const sizes = parts.flatMap(({ arm, participants: { size } }) => (arm === "interview" && size > 0 ? size : []));
  const seniority = (which: string) => [...heard].filter((id) => participants.get(id)?.seniority === which).length;

  const respondents = (arm: "interview" | "survey"): Respondent[] => {
    const submissions = new Map<string, number>();
    for (const part of parts)
      if (part.arm === arm) for (const id of part.organisations) submissions.set(id, (submissions.get(id) ?? 0) + 1);
    return [...submissions]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([id, many]) => {
        const body = organisations.get(id);
        return body === undefined ? [] : [{ organisation: id, kind: body.kind, named: body.named, submissions: many }];
      });
  };
  const interviewed = respondents("interview");
  const surveyed = respondents("survey");

  const all = [...new Set([...interviewed, ...surveyed].map((one) => one.organisation))].flatMap(
    (id) => organisations.get(id) ?? [],
  );
  const kinds = tallied(all.map((one) => one.kind)).map(([kind, number]) => ({ kind, organisations: number }));
  const lengths = tallied(minutes.map(String))
    .map(([length, number]) => ({ minutes: Number(length), interviews: number }))
    .toSorted((a, b) => b.minutes - a.minutes);
  const planned = [...new Set(interviews.flatMap((source) => guides.get(source.guide ?? "")?.minutes ?? []))].toSorted(
    (a, b) => b - a,
  );

  const limitations: Limitation[] = [];
  const [largest] = kinds;
  if (largest !== undefined && all.length > 1 && largest.organisations * 2 > all.length) {
    limitations.push({ code: "weight", kind: largest.kind, organisations: largest.organisations, of: all.length });
  }
  if (planned.length > 1) limitations.push({ code: "unequal", lengths: planned });
  const short = shortOnes(
    interviews.map(({ id, guide, minutes: held }) => {
      const spoken = rows.spoken?.get(id);
      const planned = guides.get(guide ?? "")?.minutes ?? null;
      return { id, planned, held: held ?? spoken?.minutes ?? null, signs: spoken?.signs ?? null };
    }),
  );
  if (short.length > 0) limitations.push({ code: "short", interviews: short.length, of: interviews.length });
  if (all.length > 0 && all.length < 5) limitations.push({ code: "few", organisations: all.length });

  return {
    interviews: interviews.length,
    lengths,
    representatives: sizes.length === 0 ? null : { least: Math.min(...sizes), most: Math.max(...sizes) },
    participants: heard.size,
    leaders: seniority("leader"),
    practitioners: seniority("practitioner"),
    responses: responses.length,
    interviewed,
    surveyed,
    organisations: all.length,
    kinds,
    regions: [...new Set(all.flatMap((one) => one.region ?? []))].toSorted(),
    voices: [...heard].toSorted(),
    limitations,
  };
}

function live<T extends Readonly<{ id: string }> & Gone>(rows: Iterable<T>): Map<string, T> {
  const found = new Map<string, T>();
  for (const row of rows) if (!row.gone) found.set(row.id, row);
  return found;
}

/** Values with how often they occur, the most frequent first, then by name. */
function tallied(values: readonly string[]): [string, number][] {
  const found = new Map<string, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return [...found].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
