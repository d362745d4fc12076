/**
 * Who said what, under pseudonyms: organisations and participants as cases, with what disclosure control lets stand beside them.
 *
 * Rules: docs/spec/refi.md, RF17.
 */
import { besideCases } from "#lib/domain/disclosure/cases.ts";
import type { Thresholds } from "#lib/domain/disclosure/threshold.ts";
import type { Voice } from "#lib/domain/finding/voice.ts";
import { bodyCode } from "#lib/domain/organisation/shape.ts";
import { agreementOn, quotable } from "#lib/domain/participant/consent.ts";
import { pseudonym } from "#lib/domain/participant/shape.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import type { Say } from "#lib/format/report/say.ts";
import type { PaperCase, PaperVariable } from "../paper.ts";
import { variableOf } from "./variables.ts";
import type { Pen } from "./pen.ts";
import type { GatheredSource } from "./sources.ts";

type Material = Readonly<{
  rows: Rows;
  study: string;
  heard: ReadonlyMap<string, Voice>;
  sources: readonly GatheredSource[];
  day: string;
  thresholds: Thresholds;
}>;

/** A quote in the file, and the source in which it stands. */
type Selected = Readonly<{ id: string; source: string }>;

/** Gathers them: those of whom anything is in the file, and the variables that any of them has. */
export function gatherCases(
  { rows, study, heard, sources, day, thresholds }: Material,
  pen: Pen,
  say: Say,
): Readonly<{ cases: readonly PaperCase[]; variables: readonly PaperVariable[] }> {
  const organisations = [...rows.all("organisation")].toSorted((a, b) => a.number - b.number);
  const participants = [...rows.all("participant")]
    .filter((one) => agreementOn(one, day) !== "withdrawn")
    .toSorted((a, b) => a.number - b.number);
  const beside = besideCases(organisations, participants, thresholds);
  const organisation = variableOf("organisation", study, say);
  const kind = variableOf("kind", study, say);
  const seniority = variableOf("seniority", study, say);
  const kindOf = (body: string | null): string | null => {
    const own = rows.live("organisation", body ?? "")?.kind;
    return own !== undefined && beside.kinds.has(own) ? say(`kind.${own}`) : null;
  };
  /** Whole sources, and of the others the quotes. */
  const said = (whole: (one: GatheredSource) => boolean, quotes: readonly Selected[]) => {
    const own = new Set(sources.filter(whole).map(({ source }) => source.id));
    return {
      sources: [...own],
      selections: quotes.filter(({ source }) => !own.has(source)).map(({ id }) => id),
    };
  };
  const selected = sources.flatMap(({ source }) =>
    source.selections.map(({ id }): Selected => ({ id, source: source.id })),
  );
  const ofBody = Map.groupBy(selected, ({ id }) => heard.get(id)?.organisation ?? null);
  const ofPerson = Map.groupBy(selected, ({ id }) => heard.get(id)?.participant ?? null);
  const nothing = (one: ReturnType<typeof said>) => one.sources.length + one.selections.length === 0;

  const bodies = organisations.flatMap((one): PaperCase[] => {
    const own = said(({ source }) => rows.live("source", source.id)?.organisation === one.id, ofBody.get(one.id) ?? []);
    if (nothing(own)) return [];
    if (one.region !== null || !beside.kinds.has(one.kind)) pen.lose("organisations");
    return [{ id: one.id, name: bodyCode(one), values: valued([kind, kindOf(one.id)]), ...own }];
  });
  const known = new Set(bodies.map(({ id }) => id));
  const speaking = new Set(sources.flatMap((one) => [...one.people])); // their turns are in it, also where no quote is
  const people = participants.flatMap((one): PaperCase[] => {
    const own = said((source) => source.people.size === 1 && source.people.has(one.id), ofPerson.get(one.id) ?? []);
    if (!quotable(one, day) || (nothing(own) && !speaking.has(one.id))) return [];
    const body = rows.live("organisation", one.organisation ?? "");
    const rank = one.seniority !== null && beside.seniority.has(one.id) ? say(`seniority.${one.seniority}`) : null;
    if ((one.seniority !== null && rank === null) || pen.says(one.id, "role")) pen.lose("people");
    const values = valued(
      [organisation, body && known.has(body.id) ? bodyCode(body) : null],
      [kind, kindOf(one.organisation)],
      [seniority, rank],
    );
    return [{ id: one.id, name: pseudonym(one), values, ...own }];
  });
  const cases = [...bodies, ...people];
  const used = new Set(cases.flatMap(({ values }) => values.map((one) => one.variable)));
  return { cases, variables: [organisation, kind, seniority].filter(({ id }) => used.has(id)) };
}

function valued(...pairs: readonly (readonly [PaperVariable, string | null])[]): PaperCase["values"] {
  return pairs.flatMap(([{ id }, words]) => (words === null ? [] : [{ variable: id, words }]));
}
