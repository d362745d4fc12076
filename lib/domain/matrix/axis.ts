/**
 * What themes are held against: the columns of a matrix, who stands in each, and in which of them a quote is.
 *
 * Pure; words are not known here. Rules: docs/spec/matrix.md, MX2, MX3, MX6, MX8 to MX10.
 */
import type { Part } from "../finding/took.ts";
import type { ThemeNode } from "../finding/outline.ts";
import { distinct } from "../finding/voice.ts";
import type { Arm, Voice } from "../finding/voice.ts";
import { byOrd } from "../order.ts";
import { OrganisationKind, Region } from "../organisation/shape.ts";
import { Seniority } from "../participant/shape.ts";
import type { Rows } from "../study/rows.ts";
import { SourceKind } from "../source/shape.ts";

export const AXES = ["kind", "organisation", "region", "role", "seniority", "question", "source", "tag"] as const;
export type Axis = (typeof AXES)[number];

/** How many took part; of a kind of source that asks nobody, none. */
export type Of = Readonly<{ participants: number; organisations: number }>;
/** `value`: an id, a value of a list, or a role as it is compared; null for what has none. `times`: how often an organisation took part. */
export type Column = Readonly<{ value: string | null; of: Of; times: number | null }>;
/**
 * Columns in the order in which they stand, and the values of a quote among them. A quote without any is of the column
 * null, which stands last if there are such quotes; `rest` says of how many that is.
 */
export type Columns = Readonly<{ columns: readonly Column[]; rest: Of; valuesOf: (voice: Voice) => readonly string[] }>;

/** What is counted by: the rows, whose voice each quote is, and who took part in what. `roles` are words by participant. */
export type Ground = Readonly<{
  rows: Rows;
  voices: ReadonlyMap<string, Voice>;
  parts: readonly Part[];
  roles: ReadonlyMap<string, string>;
  /** the themes that are told, outermost */
  themes: readonly ThemeNode[];
}>;

/** Roles that differ in nothing but case and blanks are one. */
export function sameRole(role: string): string {
  return role.normalize("NFC").trim().replace(/\s+/gu, " ").toLocaleLowerCase("en");
}

/** The columns of one axis for one arm; `arm` does not matter to kinds of source. */
export function columnsOf(ground: Ground, axis: Axis, arm: Arm): Columns {
  const { rows } = ground;
  const parts = ground.parts.filter((part) => part.arm === arm);
  switch (axis) {
    case "organisation": {
      const times = new Map<string, number>();
      for (const part of parts) for (const one of part.organisations) times.set(one, (times.get(one) ?? 0) + 1);
      const bodies = [...times.keys()]
        .flatMap((id) => rows.live("organisation", id) ?? [])
        .toSorted((a, b) => a.number - b.number);
      const { columns, ...others } = grouped(
        seatsOf(rows, parts),
        bodies.map(({ id }) => id),
        ({ organisation }) => organisation,
      );
      return {
        ...others,
        columns: columns.map((column) => ({ ...column, times: times.get(column.value ?? "") ?? null })),
      };
    }
    case "kind":
      return grouped(
        seatsOf(rows, parts),
        OrganisationKind.options,
        ({ organisation }) => bodyOf(rows, organisation)?.kind,
      );
    case "region":
      return grouped(seatsOf(rows, parts), Region.options, ({ organisation }) => bodyOf(rows, organisation)?.region);
    case "seniority":
      return grouped(
        seatsOf(rows, parts),
        Seniority.options,
        ({ participant }) => rows.live("participant", participant ?? "")?.seniority,
      );
    case "role": {
      const roleOf = ({ participant }: Seat) => sameRole(ground.roles.get(participant ?? "") ?? "") || null;
      const seats = seatsOf(rows, parts);
      const roles = [...new Set(seats.flatMap((seat) => roleOf(seat) ?? []))];
      return grouped(
        seats,
        roles.toSorted((a, b) => a.localeCompare(b)),
        roleOf,
      );
    }
    case "question": {
      const answers = answered(rows);
      return {
        columns: [...rows.all("question")].toSorted(byOrd).flatMap(({ id }) => {
          const those = parts.filter(({ source }) => wasAsked(rows, answers, source, id));
          return those.length === 0 ? [] : [{ value: id, of: ofParts(those), times: null }];
        }),
        rest: ofParts(parts),
        valuesOf: ({ quote }) => listed(questionOf(rows, quote)),
      };
    }
    case "source": {
      const kinds = new Set<string>([...rows.all("source")].map(({ kind }) => kind));
      return {
        columns: SourceKind.options
          .filter((kind) => kinds.has(kind))
          .map((kind) => ({ value: kind, of: ofParts(ground.parts.filter((part) => part.arm === kind)), times: null })),
        rest: NOBODY,
        valuesOf: ({ quote }) => listed(rows.live("source", rows.live("quote", quote)?.source ?? "")?.kind),
      };
    }
    case "tag": {
      const seen = new Set(
        [...ground.voices.values()].flatMap((one) => (one.arm === arm ? tagsOf(rows, one.quote) : [])),
      );
      return {
        columns: inTree(rows).flatMap((value) => (seen.has(value) ? [{ value, of: ofParts(parts), times: null }] : [])),
        rest: ofParts(parts),
        valuesOf: ({ quote }) => tagsOf(rows, quote),
      };
    }
  }
}

const NOBODY: Of = { participants: 0, organisations: 0 };

/** Somebody who took part and for whom, as far as either is known. */
type Seat = Pick<Voice, "participant" | "organisation">;

/** Everybody who took part in these sources, for the organisation that a quote of theirs there counts for (C1); and organisations of which nobody is known. */
function seatsOf(rows: Rows, parts: readonly Part[]): readonly Seat[] {
  return parts.flatMap(({ source, participants, organisations }) => {
    const host = rows.live("source", source)?.organisation ?? null;
    return [
      ...[...participants].map((participant) => ({
        participant,
        organisation: rows.live("participant", participant)?.organisation ?? host,
      })),
      ...[...organisations].map((organisation) => ({ participant: null, organisation })),
    ];
  });
}

/** Columns for the values of a list that some seat has, each with the seats that have it. */
function grouped(
  seats: readonly Seat[],
  order: readonly string[],
  valueOf: (seat: Seat) => string | null | undefined,
): Columns {
  const by = Map.groupBy(seats, (seat) => valueOf(seat) ?? null);
  return {
    columns: order.flatMap((value) => {
      const those = by.get(value);
      return those ? [{ value, of: ofSeats(those), times: null }] : [];
    }),
    rest: ofSeats(by.get(null) ?? []),
    valuesOf: (voice) => listed(valueOf(voice)),
  };
}

function ofSeats(seats: readonly Seat[]): Of {
  return {
    participants: distinct(seats.map(({ participant }) => participant)),
    organisations: distinct(seats.map(({ organisation }) => organisation)),
  };
}

function bodyOf(rows: Rows, id: string | null) {
  return rows.live("organisation", id ?? "");
}

function listed<T>(value: T | null | undefined): readonly T[] {
  return value === null || value === undefined ? [] : [value];
}

/** Everybody and every organisation in these sources. */
export function ofParts(parts: readonly Part[]): Of {
  return {
    participants: new Set(parts.flatMap((part) => [...part.participants])).size,
    organisations: new Set(parts.flatMap((part) => [...part.organisations])).size,
  };
}

/** The tags of a quote with all that these stand in, each once. */
export function tagsOf(rows: Rows, quote: string): readonly string[] {
  const found = new Set<string>();
  for (const { tag } of rows.related("taggingsOfQuote", quote))
    for (let at = rows.live("tag", tag); at && !found.has(at.id); at = rows.live("tag", at.parent ?? ""))
      found.add(at.id);
  return [...found];
}

/** All tags, each before those that stand in it, in people's own order. */
export function inTree(rows: Rows): readonly string[] {
  const below = Map.groupBy([...rows.all("tag")].toSorted(byOrd), (tag) => tag.parent);
  const walk = (parent: string | null): string[] => (below.get(parent) ?? []).flatMap(({ id }) => [id, ...walk(id)]);
  return walk(null);
}

/** The question that a quote answers. */
function questionOf(rows: Rows, quote: string): string | null {
  return rows.related("anchorsOfQuote", quote)[0]?.question ?? null;
}

/** For each source the questions that its passages and quotes answer. */
function answered(rows: Rows): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const add = (source: string, question: string | null) => {
    if (question !== null) found.set(source, (found.get(source) ?? new Set()).add(question));
  };
  for (const { source, question } of rows.all("passage")) add(source, question);
  for (const { id, source } of rows.all("quote")) add(source, questionOf(rows, id));
  return found;
}

function wasAsked(
  rows: Rows,
  questionsOf: ReadonlyMap<string, ReadonlySet<string>>,
  source: string,
  question: string,
): boolean {
  const guide = rows.live("guide", rows.live("source", source)?.guide ?? "");
  return guide
    ? rows.live("guideQuestion", `${guide.id}/${question}`) !== undefined
    : (questionsOf.get(source)?.has(question) ?? false);
}
