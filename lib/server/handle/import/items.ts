/** The commands that publish a plan, with the words that they bring along. */
import { no } from "#lib/domain/result.ts";
import type { Plain } from "#lib/domain/study/command.ts";
import type { Item, NewName, NewPhrase, Outcome } from "#lib/domain/study/outcome.ts";
import type { BringFault } from "./ports.ts";

type Publish = Extract<Plain, { kind: "source.publish" }>;
export type NewBody = NonNullable<Publish["organisations"]>[number];
export type NewPerson = NonNullable<Publish["participants"]>[number];

/** Gathers commands. */
export function items(id: (what: string) => string, person: string) {
  const list: Item[] = [];
  return {
    command: (
      what: string,
      command: Plain,
      words: { names?: readonly NewName[]; phrases?: readonly NewPhrase[] } = {},
    ) =>
      list.push({
        cmdId: id(`command/${what}`),
        person,
        command,
        phrases: words.phrases ?? [],
        names: words.names ?? [],
      }),
    all: () => list,
  };
}

/** The name of an organisation or a participant. */
export function nameOf(id: (what: string) => string, subject: string, words: string): NewName {
  return { id: id(`name/${subject}`), subject, field: "name", words };
}

export function bodyOf(id: string, kind: NewBody["kind"], name: string): NewBody {
  return { id, kind, region: null, named: false, namedOn: null, name, aliases: null };
}

export function personOf(
  id: string,
  name: string | null,
  organisation: string | null,
  seniority: NewPerson["seniority"],
): NewPerson {
  return { id, organisation, seniority, consent: "verbatim", name, contact: null };
}

/** Why nothing was published; null where all was. */
export function refusalOf(outcomes: readonly Outcome[]) {
  const codes = outcomes.flatMap((outcome) =>
    "refused" in outcome && typeof outcome.refused === "string" ? [outcome.refused] : [],
  );
  const because = codes.find((code) => code !== "depends") ?? codes[0];
  return because === undefined ? null : no<BringFault>({ code: "publish.refused", because });
}
