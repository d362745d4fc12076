/**
 * What may stand beside each participant in a file that keeps people apart under their pseudonyms.
 *
 * Such a file says of one person what one row of a table would: so each thing is told only where enough others are told to be
 * the same. Rules: docs/spec/refi.md, RF17; docs/spec/disclosure.md, DC18 and DC19.
 */
import type { Seniority } from "../participant/shape.ts";
import { besideQuotes } from "./beside.ts";
import type { Thresholds } from "./threshold.ts";

type Organisation = Readonly<{ id: string; kind: string }>;
type Participant = Readonly<{ id: string; organisation: string | null; seniority: Seniority | null }>;

export type Beside = Readonly<{
  /** kinds of organisation that may be told */
  kinds: ReadonlySet<string>;
  /** participants whose seniority may be told */
  seniority: ReadonlySet<string>;
}>;

/** Says what may be told of whom. */
export function besideCases(
  organisations: readonly Organisation[],
  participants: readonly Participant[],
  thresholds: Thresholds,
): Beside {
  const kinds = besideQuotes(organisations, participants, thresholds);
  const kindOf = new Map(organisations.map(({ id, kind }) => [id, kind]));
  const classOf = ({ organisation }: Participant) => {
    const kind = kindOf.get(organisation ?? "") ?? "";
    return kinds.has(kind) ? kind : "";
  };
  const seniority = new Set<string>();
  for (const alike of Map.groupBy(participants, classOf).values()) {
    // Who is not of the one is of the other: either both are many, or neither is told.
    const many = (["leader", "practitioner"] as const).every((one) => {
      const some = alike.filter((participant) => participant.seniority === one);
      const bodies = new Set(some.flatMap(({ organisation }) => organisation ?? []));
      return some.length >= thresholds.people && bodies.size >= thresholds.organisations;
    });
    if (many) for (const { id, seniority: known } of alike) if (known !== null) seniority.add(id);
  }
  return { kinds, seniority };
}
