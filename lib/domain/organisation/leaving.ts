/**
 * An organisation takes back that it took part: everybody who spoke for it withdraws, and it is named no more.
 *
 * There is one way in which words leave a study, somebody's withdrawal (lib/domain/participant/withdraw.ts); this is several of them.
 * Rules: docs/spec/consent.md, CO23 and CO24.
 */
import { effectOf } from "../participant/effect.ts";
import type { ParticipantRow } from "../participant/shape.ts";
import type { SourceRow } from "../source/shape.ts";
import type { Rows } from "../study/rows.ts";

export type Leaving = Readonly<{
  /** who has not withdrawn yet, by their numbers */
  participants: readonly ParticipantRow[];
  /** sources of which nobody has said who of them answered: what was said there would stay */
  unsaid: readonly SourceRow[];
  /** quotes that would go */
  quotes: number;
  /** findings that would lose some */
  findings: number;
}>;

/** What goes with an organisation. Cost: its quotes. */
export function leavingOf(rows: Rows, organisation: string): Leaving {
  const all = rows.related("participantsOfOrganisation", organisation);
  const theirs = new Set(all.map(({ id }) => id));
  const participants = all.filter(({ withdrawnOn }) => withdrawnOn === null).toSorted((a, b) => a.number - b.number);
  const unsaid = [...rows.all("source")].filter((source) => {
    const speakers = rows.related("speakersOfSource", source.id).filter(({ interviewer }) => !interviewer);
    const known = [source.participant, ...speakers.map(({ participant }) => participant)];
    const of = source.organisation === organisation || known.some((one) => one !== null && theirs.has(one));
    return of && (speakers.length > 0 ? known.slice(1) : known).includes(null);
  });
  const effects = participants.map(({ id }) => effectOf(rows, id));
  return {
    participants,
    unsaid: unsaid.toSorted((a, b) => a.number - b.number),
    quotes: effects.reduce((sum, { quotes }) => sum + quotes, 0),
    findings: new Set(effects.flatMap(({ findings }) => findings.map(({ finding }) => finding))).size,
  };
}
