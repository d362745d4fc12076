/**
 * Who is in a project: cases as participants or organisations, and which documents are whose.
 *
 * In files of ours the name of a case says which it is, and variables who belongs to whom. Elsewhere a person says what cases are,
 * and what is known of one is known of its documents. Rules: docs/spec/refi.md, RF33.
 */
import { fold } from "#lib/domain/tag/draft.ts";
import type { CasesAs } from "#lib/domain/project/shape.ts";
import type { ProjectBring } from "#lib/domain/project/word.ts";
import type { Case, Value } from "../read/project.ts";
import type { OpenProject } from "../read/open.ts";
import { isPseudonym } from "./own.ts";
import type { OwnWords } from "./own.ts";
import type { Pen } from "./pen.ts";

export type People = Readonly<{
  organisations: ProjectBring["organisations"];
  participants: ProjectBring["participants"];
  numbers: ProjectBring["numbers"];
  /** case → what it is here */
  ids: ReadonlyMap<string, string>;
  /** the participant whom a case of ours is, by its pseudonym */
  byPseudonym: ReadonlyMap<string, string>;
  /** document → whose it is; null where several say that it is theirs */
  participantOf: ReadonlyMap<string, string | null>;
  organisationOf: ReadonlyMap<string, string | null>;
  /** document → what is known of it by its cases */
  valuesOf: ReadonlyMap<string, readonly Value[]>;
}>;

/** What is known of a case of ours by its variables. */
type Told = Readonly<Partial<Record<"organisation" | "kind" | "seniority" | "language", string>>>;

/**
 * Gathers them.
 *
 * @param own - null: something else wrote it
 * @param labels - in files of ours, the pseudonyms before turns, with whether all of them are withheld
 * @param known - organisations of the study by their folded names (docs/spec/import.md, I44)
 */
export function peopleOf(
  project: Pick<OpenProject, "cases" | "variables" | "sources" | "texts">,
  own: OwnWords | null,
  as: CasesAs,
  known: ReadonlyMap<string, string>,
  labels: ReadonlyMap<string, boolean>,
  pen: Pen,
): People {
  const names = new Map(project.variables.map(({ guid, name }) => [guid, name]));
  const toldOf = ({ values }: Case): Told =>
    Object.fromEntries(
      values.flatMap(({ variable, words }) => {
        const what = own?.variable(names.get(variable) ?? "") ?? null;
        return what === null ? [] : [[what, words]];
      }),
    );
  const isBody = ({ name }: Case) => (own ? /^O\d{2,}$/u.test(name) : as === "organisations");
  const isPerson = ({ name }: Case) => (own ? isPseudonym(name) : as === "participants");
  const ids = new Map<string, string>();
  const byCode = new Map<string, string>(); // organisations of ours by their code
  const byName = new Map(known); // those of the study, and those that come in, by their folded names

  const organisations = project.cases.filter(isBody).flatMap((one, at) => {
    const called = fold(one.name);
    const there = own ? undefined : byName.get(called);
    const id = there ?? pen.id(`organisation/${at}`);
    ids.set(one.guid, id);
    byCode.set(one.name, id);
    if (there !== undefined) return [];
    if (called !== "") byName.set(called, id); // cases without a name are not the same
    const kind = own?.organisationKind(toldOf(one).kind ?? "") ?? "other";
    const name = own ? null : pen.name(id, "name", one.name);
    return [{ id, kind, region: null, named: false, namedOn: null, name, aliases: null }];
  });
  const byPseudonym = new Map<string, string>();
  const persons = project.cases
    .filter(isPerson)
    .map((one) => ({ name: one.name, guid: one.guid, told: toldOf(one), silent: false }));
  const cased = new Set(persons.map(({ name }) => name));
  const labelled = [...labels].flatMap(([name, silent]) =>
    cased.has(name) ? [] : [{ name, guid: null, told: {} as Told, silent }],
  );
  // In files of ours people keep the order of their pseudonyms, whether anything else is said of them or not.
  const all = own ? [...persons, ...labelled].toSorted((a, b) => numberIn(a.name) - numberIn(b.name)) : persons;
  const participants = all.map(({ name, guid, told, silent }, at) => {
    const id = pen.id(`participant/${at}`);
    if (guid !== null) ids.set(guid, id);
    byPseudonym.set(name, id);
    return {
      id,
      organisation: byCode.get(told.organisation ?? "") ?? null,
      seniority: own?.seniority(told.seniority ?? "") ?? null,
      consent: silent ? ("none" as const) : ("verbatim" as const),
      name: own ? null : pen.name(id, "name", name),
      contact: null,
    };
  });

  const participantOf = claims(project.cases.filter(isPerson), ids);
  const organisationOf = claims(project.cases.filter(isBody), ids);
  const shared = [...participantOf.values(), ...organisationOf.values()].filter((id) => id === null);
  pen.lose("shared", shared.length);
  const come = new Set(project.sources.flatMap(({ guid }, at) => (project.texts[at] ? [guid] : [])));
  const valuesOf = new Map<string, Value[]>();
  for (const { codes, values, sources, selections } of project.cases) {
    pen.lose("wholes", codes.length);
    if (own) continue; // selections of its cases say what its labels say
    pen.lose("caseQuotes", selections.length);
    if (!sources.some((source) => come.has(source))) pen.lose("values", values.length);
    for (const source of sources) {
      const known = valuesOf.get(source) ?? [];
      known.push(...values);
      valuesOf.set(source, known);
    }
  }
  const numbers = own ? Object.fromEntries([...byPseudonym].map(([name, id]) => [id, numberIn(name)])) : {};
  return { organisations, participants, numbers, ids, byPseudonym, participantOf, organisationOf, valuesOf };
}

/** The number in the pseudonym that a case is called by. */
function numberIn(pseudonym: string): number {
  return Number(pseudonym.slice(1));
}

function claims(cases: readonly Case[], ids: ReadonlyMap<string, string>): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const { guid, sources } of cases) {
    const id = ids.get(guid) ?? null;
    // Two cases may be one organisation.
    for (const source of sources) found.set(source, found.has(source) && found.get(source) !== id ? null : id);
  }
  return found;
}
