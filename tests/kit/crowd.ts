/** The small study with many organisations in place of its three, for tests of what numbers may say of them. */
import { pair } from "#lib/domain/field.ts";
import type { OrganisationRow } from "#lib/domain/organisation/shape.ts";
import type { Seniority } from "#lib/domain/participant/shape.ts";
import { id, study } from "./study.ts";
import type { Told } from "./study.ts";

export type Body = Readonly<{
  kind: OrganisationRow["kind"];
  region: OrganisationRow["region"];
  named?: boolean;
  /** one interview with all of these; of each: what they are, and the themes (T, U in T, V) that they speak of */
  people: readonly Readonly<{ seniority: Seniority | null; role?: string; says: readonly ("T" | "U" | "V")[] }>[];
}>;

/** Every body has an interview of its own; every person says one quote for each theme. */
export function crowd(bodies: readonly Body[]): Told {
  const told = study();
  const { rows, quotes, say } = told;
  for (const noun of ["organisation", "participant", "source", "quote", "card", "evidence", "speaker"] as const)
    for (const row of rows.all(noun)) rows.put(noun, { ...row, gone: true } as never); // a row of its own noun
  const gone = false;
  let people = 0;
  bodies.forEach((body, at) => {
    const own = id(`o${at}`);
    const source = id(`s${at}`);
    const revision = id(`r${at}`);
    const { kind, region, named = true } = body;
    rows.put("organisation", {
      id: own,
      number: at + 1,
      kind,
      region,
      named,
      namedOn: null,
      name: id(`no${at}`),
      aliases: null,
      gone,
    });
    rows.put("source", {
      id: source,
      number: at + 1,
      kind: "interview",
      revision,
      title: null,
      organisation: own,
      participant: null,
      guide: null,
      heldOn: null,
      minutes: 60,
      lang: "en",
      original: null,
      gone,
    });
    rows.put("readThrough", { id: source, revision, by: id("me"), gone });
    body.people.forEach(({ seniority, role, says }) => {
      people += 1;
      const person = id(`p${people}`);
      rows.put("participant", {
        id: person,
        number: people,
        organisation: own,
        seniority,
        consent: "verbatim",
        agreedOn: null,
        agreedUntil: null,
        withdrawnOn: null,
        erased: false,
        name: id(`np${people}`),
        contact: null,
        gone,
      });
      if (role) say(person, "role", "en", role);
      const speaker = id(`k${people}`);
      rows.put("speaker", {
        id: speaker,
        source,
        number: people,
        label: null,
        participant: person,
        interviewer: false,
        gone,
      });
      for (const theme of says) {
        const quote = id(`${theme}${people}`);
        quotes.set(quote, "We talk.");
        rows.put("quote", { id: quote, source, by: id("me"), gone });
        rows.put("anchor", {
          id: pair(quote, revision),
          quote,
          revision,
          start: 0,
          end: 8,
          turn: id("turn"),
          speaker,
          question: null,
          state: "sound",
          gone,
        });
        rows.put("card", {
          id: id(`c${theme}${people}`),
          board: id("board"),
          quote,
          insight: null,
          theme: id(theme),
          x: 0,
          y: 0,
          size: "m",
          ord: `a${people}`,
          gone,
        });
      }
    });
  });
  return told;
}
