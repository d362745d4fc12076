/**
 * The ladder of anything in a study that may identify somebody.
 *
 * It is given the names; it does not know where they are kept. Rules: docs/spec/identifier.md, I92 to I94.
 */
import { listingsOf } from "../../detect/list/class-of.ts";
import type { BodyClass } from "../../detect/list/body-size.ts";
import type { Kind } from "../../detect/hit.ts";
import type { Thresholds } from "../../disclosure/threshold.ts";
import type { Rows } from "../../study/rows.ts";
import type { Named } from "../plan.ts";
import type { IdentifierKind } from "../shape.ts";
import { bodyLevels, organisationLevels } from "./organisation.ts";
import type { Fellow } from "./organisation.ts";
import { personLevels } from "./person.ts";
import { placeLevels } from "./place.ts";
import { PLAIN } from "./plain.ts";
import { plainly } from "./rung.ts";
import type { Level } from "./rung.ts";
import { unlistedLevels } from "./unlisted.ts";

/** What has a ladder. `kind`: what it names; `id` of an organisation or a participant is that of its row. */
type Subject = Readonly<{ id: string | null; of: IdentifierKind; kind: Kind; words: string }>;

/** Gives the ladder of each, in a study with these organisations and participants. Cost of each: the organisations. */
export function laddersOf(
  rows: Rows,
  named: readonly Named[],
  { organisations: least }: Pick<Thresholds, "organisations">,
): (one: Subject) => readonly Level[] {
  const names = new Map(named.map(({ id, full }) => [id, full]));
  const fellows = new Map(
    Array.from(rows.all("organisation"), ({ id, kind, region }) => {
      const of = classOf(names.get(id) ?? "");
      return [id, { kind, region, of }] as const satisfies readonly [string, Fellow];
    }),
  );
  const all = [...fellows.values()];
  const participants = [...rows.all("participant")];
  return ({ id, of, kind, words }) => {
    if (of === "organisation") {
      const self = fellows.get(id ?? "");
      return self ? organisationLevels(self, all, least) : bodyLevels(null);
    }
    if (of === "participant") {
      const seniority = rows.live("participant", id ?? "")?.seniority ?? null;
      const alike = participants.filter((one) => one.seniority === seniority);
      const bodies = new Set(alike.flatMap(({ organisation }) => organisation ?? []));
      return personLevels(seniority, bodies.size, least);
    }
    return termLevels(kind, words);
  };
}

function termLevels(kind: Kind, words: string): readonly Level[] {
  if (kind === "organisation") {
    const levels = bodyLevels(classOf(words));
    const known = new Set(levels.map(({ en }) => en));
    return [...levels, ...PLAIN.organisation.filter(({ en }) => !known.has(en)).map(plainly)];
  }
  if (kind === "place") return placeLevels(listingsOf(words));
  return unlistedLevels(kind, words);
}

/** The class of bodies that a name belongs to; null where it stands on no list of bodies, or on several. */
export function classOf(name: string): BodyClass | null {
  const [one, another] = listingsOf(name).filter(({ list }) => list === "body");
  return one?.list === "body" && another === undefined ? one.of : null;
}
