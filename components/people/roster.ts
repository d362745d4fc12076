/** The people of a study in the order in which a reader looks for them. Pure; names are not known here. */
import { asked } from "#lib/domain/finding/took.ts";
import type { OrganisationRow } from "#lib/domain/organisation/shape.ts";
import type { ParticipantRow } from "#lib/domain/participant/shape.ts";
import type { Rows } from "#lib/domain/study/rows.ts";

type Heard = "interview" | "survey" | "neither";
export type Body = Readonly<{
  row: OrganisationRow;
  participants: readonly ParticipantRow[];
  interviews: number;
  responses: number;
}>;
export type Roster = Readonly<{
  groups: readonly Readonly<{ heard: Heard; bodies: readonly Body[] }>[];
  loose: readonly ParticipantRow[]; // participants of no organisation
  organisations: number;
  participants: number;
}>;

const byNumber = (a: { number: number }, b: { number: number }) => a.number - b.number;

/** An organisation that was both interviewed and surveyed stands with the interviewed. */
export function roster(rows: Rows): Roster {
  const participants = [...rows.all("participant")].toSorted(byNumber);
  const organisations = [...rows.all("organisation")].toSorted(byNumber);
  const heard = asked({ sources: rows.all("source"), speakers: rows.all("speaker"), participants });
  const groups = (["interview", "survey", "neither"] as const).map((group) => ({
    heard: group,
    bodies: organisations
      .filter(
        ({ id }) => (heard.interview.has(id) ? "interview" : heard.survey.has(id) ? "survey" : "neither") === group,
      )
      .map((row) => {
        const sources = rows.related("sourcesOfOrganisation", row.id);
        return {
          row,
          participants: participants.filter((one) => one.organisation === row.id),
          interviews: sources.filter(({ kind }) => kind === "interview").length,
          responses: sources.filter(({ kind }) => kind === "survey").length,
        };
      }),
  }));
  return {
    groups: groups.filter(({ bodies }) => bodies.length > 0),
    loose: participants.filter((one) => one.organisation === null || !rows.live("organisation", one.organisation)),
    organisations: organisations.length,
    participants: participants.length,
  };
}
