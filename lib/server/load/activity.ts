/** A part of a study's log as deeds, for one reader. Rules: docs/spec/activity.md. */
import { deedOf } from "#lib/domain/activity/deed.ts";
import type { Entry, Part, Ref } from "#lib/domain/activity/shape.ts";
import { changesOf, logged, tallyOf, thingsOf } from "#lib/server/store/activity.ts";
import type { Logged, Wanted } from "#lib/server/store/activity.ts";
import type { Db } from "#lib/server/store/rows.ts";

/** As many changes of an event are read; of a larger one the first, and how many there are of each kind. */
const WHOLE = 1000;

/** Reads a part of the log. Cost: bounded by `limit`, whatever the length of the log and the size of its events. */
export async function partOf(db: Db, study: string, wanted: Wanted): Promise<Part> {
  const found = await logged(db, study, { ...wanted, limit: wanted.limit + 1 });
  const shown = found.slice(0, wanted.limit);
  const entries = await entriesOf(db, study, wanted.person, shown);
  const more = found.length > wanted.limit ? shown.at(-1) : undefined;
  return { entries, things: await thingsOf(db, study, wanted.person, spokenOf(entries)), next: more?.seq ?? null };
}

async function entriesOf(db: Db, study: string, person: string, events: readonly Logged[]): Promise<Entry[]> {
  const changes = await changesOf(
    db,
    study,
    person,
    events.map(({ told }) => told),
    WHOLE,
  );
  const entries: Entry[] = [];
  for (const event of events) {
    const tally = event.size > WHOLE ? await tallyOf(db, study, person, event.told) : null;
    const deed = deedOf(event.kind, changes.get(event.told) ?? [], tally);
    const { seq, at, actor, kind, mode } = event;
    if (deed) entries.push({ seq, at, actor, kind, mode, deed });
  }
  return entries;
}

/** The ids of everything that these entries speak of. */
function spokenOf(entries: readonly Entry[]): string[] {
  const refs: (Ref | null)[] = entries.flatMap(({ deed }) => [deed.one, deed.place, ...deed.others]);
  return refs.flatMap((ref) => (ref && /^[0-9a-f-]{36}$/.test(ref.id) ? [ref.id] : []));
}
