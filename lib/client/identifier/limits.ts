/** From what an owner sets of disclosure control to the commands that say so. */
import { BOUNDS, LIMITS, lowered, THRESHOLDS } from "#lib/domain/disclosure/threshold.ts";
import type { Limit, Thresholds } from "#lib/domain/disclosure/threshold.ts";
import type { DisclosureRow } from "#lib/domain/disclosure/shape.ts";
import { exposedKinds } from "#lib/domain/disclosure/listing.ts";
import { sample } from "#lib/domain/finding/sample.ts";
import type { OrganisationKind } from "#lib/domain/organisation/shape.ts";
import type { NewPhrase } from "#lib/domain/study/outcome.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import { dayOf } from "#lib/domain/zone.ts";
import type { Desk, Language } from "../desk.ts";

/** The four numbers as somebody is typing them: one that is not there is NaN. */
export function limitsOf(row: DisclosureRow | undefined): Thresholds {
  const { organisations, people, base, listed } = row ?? THRESHOLDS;
  return { organisations, people, base, listed };
}

/** The numbers that cannot be set. */
export function outOfBounds(limits: Thresholds): ReadonlySet<Limit> {
  const stands = (limit: Limit) =>
    Number.isInteger(limits[limit]) && limits[limit] >= BOUNDS[limit].least && limits[limit] <= BOUNDS[limit].most;
  return new Set(LIMITS.filter((limit) => !stands(limit)));
}

/** The language in which a study's reasons are written: its own. */
export function reasonLang({ rows, study }: Pick<Desk, "rows" | "study">): Language {
  return rows.live("study", study)?.lang ?? "en";
}

/** @param before - the words of the reason as it stands: where they stay, so does the phrase */
export function setLimits(
  desk: Pick<Desk, "send" | "rows" | "study">,
  limits: Thresholds,
  reason: string,
  before: string,
): void {
  const row = desk.rows.live("disclosure", desk.study);
  const was = { ...limitsOf(row), reason: row?.reason ?? null };
  const lower = lowered(limits).length > 0;
  const stays = row?.reason && reason === before ? row.reason : null;
  const phrases = lower && stays === null ? [phraseOf(desk, reason)] : [];
  const why = lower ? (stays ?? phrases[0]?.id ?? null) : null;
  desk.send(
    { kind: "disclosure.set", id: desk.study, ...limits, reason: why, was, on: dayOf(new Date()) },
    { phrases },
  );
}

/** Accepts a smaller class of a kind, or takes that back. */
export function acceptClass(
  desk: Pick<Desk, "send" | "rows" | "study">,
  of: OrganisationKind,
  reason: string | null,
): void {
  const phrases = reason === null ? [] : [phraseOf(desk, reason)];
  desk.send({ kind: "disclosure.accept", of, reason: phrases[0]?.id ?? null, on: dayOf(new Date()) }, { phrases });
}

/** A kind of organisation of which somebody would be given away by standing under it, or would be but for what was accepted. */
export type SmallClass = Readonly<{
  kind: OrganisationKind;
  /** how many stand in the lists of respondents, and how many of those without a name */
  listed: number;
  unnamed: number;
}>;

/** The kinds of which a smaller class can be accepted, or was. */
export function smallClasses(rows: Rows): readonly SmallClass[] {
  const { interviewed, surveyed } = sample({
    organisations: rows.all("organisation"),
    participants: rows.all("participant"),
    sources: rows.all("source"),
    speakers: rows.all("speaker"),
    guides: rows.all("guide"),
  });
  const [row] = rows.all("disclosure");
  const small = exposedKinds([interviewed, surveyed], limitsOf(row));
  const kinds = new Set<OrganisationKind>([...rows.all("acceptance")].map(({ id }) => id));
  const bodies = [...new Set([...interviewed, ...surveyed].map(({ organisation }) => organisation))].flatMap(
    (id) => rows.live("organisation", id) ?? [],
  );
  for (const { kind } of bodies) if (small.has(kind)) kinds.add(kind);
  return [...kinds].toSorted().map((kind) => {
    const members = bodies.filter((body) => body.kind === kind);
    return { kind, listed: members.length, unnamed: members.filter(({ named }) => !named).length };
  });
}

/** Words as a new phrase, in the language of the study. */
export function phraseOf(desk: Pick<Desk, "rows" | "study">, words: string): NewPhrase {
  return { id: crypto.randomUUID(), lang: reasonLang(desk), words };
}
