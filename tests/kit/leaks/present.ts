/**
 * Whether every canary stands where it was put: what nobody has put anywhere cannot get out of it, and a search for it proves nothing.
 * Whoever owns the study must be able to read one of each place.
 */
import type { APIRequestContext } from "@playwright/test";
import { rowsOf } from "#tests/kit/rows.ts";
import type { Cage } from "./canary.ts";
import { Lookout } from "./look.ts";
import { searched } from "./receive.ts";
import type { Rooms } from "./visits.ts";

/** Places that hold what is sealed: names themselves, labels, titles, addresses. Those of files are told while their job is. */
const SEALED =
  /^(?:participant who|respondent|organisation of respondent|names that|another name|name of the|label|title of a source|contact|e-mail|name of a file|file name|heading of a file that failed|an organisation that|first word of)/;

/** Places of which nothing is kept but the file itself, which nobody can read: columns that are left out, and files that failed. */
const KEPT_ONLY = /^(?:address of respondent|name of a file that failed)/;

/** The places of which their owner finds nothing. */
export async function absent(cage: Cage, request: APIRequestContext, url: string, rooms: Rooms): Promise<string[]> {
  const [said, sealed] = [new Lookout(cage), new Lookout(cage)];
  const of = `/api/studies/${rooms.study}`;
  const read = async (lookout: Lookout, path: string) => searched(lookout, await request.get(path), path);
  const { phrases, quotes } = rooms;
  const words = { data: { phrases, names: [], quotes }, headers: { origin: url } };
  await searched(said, await request.post(`${of}/words`, words), "words");
  for (const id of rooms.sources) await read(said, `${of}/sources/${id}/text`);
  for (const id of rooms.questions) await read(said, `${of}/answers?question=${id}`);
  for (const { source, was } of await rowsOf(request, rooms.study, "correction"))
    await read(said, `${of}/sources/${source}/text?revision=${was}`);
  for (const path of [`${of}/words`, `${of}/jobs`, `/studies/${rooms.study}/settings`]) await read(sealed, path);
  return unseen(cage, said, sealed);
}

/** The places of which nothing was seen: neither said nor, where it is sealed, among what is. */
export function unseen(cage: Cage, said: Lookout, sealed: Lookout): string[] {
  const placesIn = ({ sightings }: Lookout) =>
    new Set(sightings.flatMap(({ canary }) => (canary ? [placeOf(canary.place)] : [])));
  const [open, closed] = [placesIn(said), placesIn(sealed)];
  const places = [...new Set(cage.canaries.map(({ place }) => placeOf(place)))];
  return places.filter(
    (place) => !KEPT_ONLY.test(place) && !open.has(place) && !(SEALED.test(place) && closed.has(place)),
  );
}

/** The place of a canary that is one of several names there. */
function placeOf(place: string): string {
  return place.split(" · ")[0] ?? place;
}
