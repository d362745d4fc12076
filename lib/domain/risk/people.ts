/** Who took part, with what others may know of them. Rules: docs/spec/risk.md, RK3. */
import type { BodyClass } from "../detect/list/body-size.ts";
import { took } from "../finding/took.ts";
import type { Voice } from "../finding/voice.ts";
import type { RowOf, Rows } from "../study/rows.ts";
import type { People, Person } from "./left.ts";

/** What rows do not say themselves. */
type Known = Readonly<{
  /** the class in which the lists have an organisation */
  classOf: (organisation: string) => BodyClass | null;
  roleOf: (participant: string) => string | null;
}>;

/** Whose voice a quote is among those who took part; null where it is nobody's of the study. */
export const speakerOf = ({ participant, organisation }: Pick<Voice, "participant" | "organisation">): string | null =>
  participant ?? organisation;

/**
 * All participants of the interviews and the survey, and an organisation by itself where nobody of it is known; and apart from them
 * the organisations that speak although somebody of them is known: a quote is of them, and nobody has said of whom in them.
 */
export function peopleOf(rows: Rows, voices: Iterable<Voice>, known: Known): People {
  const parts = took({
    sources: rows.all("source"),
    speakers: rows.all("speaker"),
    participants: rows.all("participant"),
  });
  const heard = [...voices];
  const participants = new Set([
    ...parts.flatMap((part) => [...part.participants]),
    ...heard.flatMap(({ participant }) => participant ?? []),
  ]);
  const people = [...participants].flatMap((id) => rows.live("participant", id) ?? []);
  const spoken = new Set(people.map(({ organisation }) => organisation));
  const bodies = new Set([
    ...parts.flatMap((part) => [...part.organisations]).filter((id) => !spoken.has(id)),
    ...heard.flatMap(({ participant, organisation }) => (participant === null ? (organisation ?? []) : [])),
  ]);
  const asOne = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const body = rows.live("organisation", id);
      return body ? [{ ...person(id, body, known), role: null }] : [];
    });
  return {
    people: [
      ...people.map(({ id, organisation }) => person(id, rows.live("organisation", organisation ?? ""), known)),
      ...asOne([...bodies].filter((id) => !spoken.has(id))),
    ],
    bodies: asOne([...bodies].filter((id) => spoken.has(id))),
  };
}

function person(id: string, body: RowOf<"organisation"> | undefined, { classOf, roleOf }: Known): Person {
  return {
    id,
    organisation: body?.id ?? null,
    kind: body?.kind ?? null,
    region: body?.region ?? null,
    of: body ? classOf(body.id) : null,
    role: roleOf(id),
  };
}
