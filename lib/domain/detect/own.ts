/**
 * The study's own names: its organisations, participants and terms, in all their ways of writing, and what comes of them:
 * handles, domains, slips of spelling, and middle names that nobody entered.
 *
 * Built upon lib/domain/identifier, which finds and is exact; this widens. Rules: docs/spec/identifier.md, I53 to I56.
 */
import { organisationAliases, personAliases } from "../identifier/alias.ts";
import type { Alias } from "../identifier/alias.ts";
import { finder } from "../identifier/find.ts";
import { bare } from "../identifier/fold.ts";
import type { Named } from "../identifier/plan.ts";
import { astralOf, toUnits } from "../text/points.ts";
import type { Finder, Hit, Kind } from "./hit.ts";
import { plainLines } from "./plain.ts";
import { slips } from "./slip.ts";

type Way = Readonly<{ words: string; reason: string; cased: boolean; of: string; kind: Kind }>;

const KIND: Readonly<Record<Named["kind"], Kind>> = {
  participant: "person",
  organisation: "organisation",
  term: "other",
};

/** Words that are never a name by themselves. */
const CLOSED = new Set("and or the of for in on at to by with a an y yr yn ac a neu i o ar from is".split(" "));

/** Names that are also small words: without a capital they are never taken for the name. */
const SMALL = new Set(
  "will may can an and the in on my so sue art bob pat rob hope young long may mai haf best good will back ray bill mark love day page price rich".split(
    " ",
  ),
);

/** Finds the study's own names. Cost: preparing grows with the names, finding with the text alone. */
export function ownNames(named: readonly Named[]): Finder {
  const ways = named.flatMap(waysOf);
  const byId = new Map(ways.map((way, at) => [String(at), way]));
  const term = (way: Way, at: number, caseSensitive: boolean) => ({ id: String(at), words: way.words, caseSensitive });
  const strict = finder(ways.map((way, at) => term(way, at, way.cased)));
  // Where nothing is written large, a name that wants its capital is found without it.
  const loose = finder(
    ways.map((way, at) => term(way, at, false)).filter((_, at) => ways[at]?.cased && !SMALL.has(bare(ways[at].words))),
    { mutations: false },
  );
  const slip = slips(
    ways
      .filter(({ cased, words, kind }) => !cased && kind !== "other" && !/[\s.]/u.test(words))
      .map(({ words, kind }) => ({ words, kind })),
  );
  return (text) => {
    const astral = astralOf(text);
    const hits: (Hit & { readonly of: string })[] = [];
    const take = (found: ReturnType<typeof strict>, layer: Hit["layer"], isMeant: (at: number) => boolean) => {
      for (const one of found) {
        const way = byId.get(one.term);
        const [start, end] = [toUnits(astral, one.start), toUnits(astral, one.end)];
        if (way === undefined || !isMeant(start)) continue;
        hits.push({
          start,
          end,
          kind: way.kind,
          detector: "own",
          reason: way.reason,
          score: layer === "sure" ? 0.99 : 0.7,
          layer,
          of: way.of,
        });
      }
    };
    take(strict(text), "sure", () => true);
    const isPlain = plainLines(text);
    take(loose(text), "wide", isPlain);
    return [
      ...withMiddles(
        text,
        hits.toSorted((one, two) => one.start - two.start),
      ),
      ...slip(text),
    ];
  };
}

function waysOf(named: Named): readonly Way[] {
  const { id, kind } = named;
  const way = (words: string, reason: string, cased = false): Way => ({
    words,
    reason,
    cased,
    of: id,
    kind: KIND[kind],
  });
  if (kind === "term") {
    const lines = `${named.full}\n${named.others}`.split(/\r?\n/u).map((line) => line.trim());
    return lines.filter((line) => line !== "").map((words) => way(words, "own-term"));
  }
  const aliases =
    kind === "organisation" ? organisationAliases(named.full, named.others) : personAliases(named.full, named.others);
  const known = aliases.map(({ words, kind: of, cased }) => way(words, `own-${of}`, cased));
  return [
    ...known.filter(({ words }) => !CLOSED.has(bare(words))), // "Non and Gwil" was entered as one name: its "and" is none

    ...(kind === "organisation" ? domains(aliases) : handles(aliases)).map((words) => way(words, "own-handle")),
  ];
}

/** The letters and digits of a name, as they stand in an address. */
function joined(words: string): string {
  return bare(words).replace(/[^\p{L}\p{N}]/gu, "");
}

/** "Aberwen Council" → aberwencouncil, as in aberwencouncil.gov.uk. One word alone is found as it is. */
function domains(aliases: readonly Alias[]): readonly string[] {
  const several = aliases.filter(({ words, kind }) => /[\s-]/u.test(words) && kind !== "acronym");
  return [...new Set(several.map(({ words }) => joined(words)))].filter((word) => word.length >= 6);
}

/** "Siân Llewelyn" → sianllewelyn, llewelynsian, sllewelyn, sianl. Short ones are left out: they would be found in ordinary words. */
function handles(aliases: readonly Alias[]): readonly string[] {
  const of = (kind: Alias["kind"]) => aliases.filter((one) => one.kind === kind).map(({ words }) => joined(words));
  const made = of("first").flatMap((first) =>
    of("last").flatMap((last) => [
      first + last,
      last + first,
      first.slice(0, 1) + last,
      first + last.slice(0, 1),
      last + first.slice(0, 1),
    ]),
  );
  return [...new Set(made)].filter((word) => word.length >= 6);
}

/** What may stand between a first name and a surname: up to two names or initials. */
const BETWEEN = /^[ \u00a0](?:(?:\p{Lu}\.?|\p{Lu}[\p{L}\p{M}'’-]+|(?:ap|ab|de|van|von|der|el|al|bin|ben)) ){0,3}$/u;
const BETWEEN_PLAIN =
  /^[ \u00a0](?:\p{L}\.? |(?!(?:and|or|to|of|in|at|on|is|was|said|the|a|as|for|but|with|that|from|who|by|had|has|not|then|when|are) )[\p{L}'’-]{2,14} )?$/u;

/** Joins what was found of one person on both sides of names that were not entered. */
function withMiddles(text: string, hits: readonly (Hit & { readonly of: string })[]): readonly Hit[] {
  const out: Hit[] = hits.map(({ start, end, kind, detector, reason, score, layer }) => ({
    start,
    end,
    kind,
    detector,
    reason,
    score,
    layer,
  }));
  for (const [at, one] of hits.entries()) {
    const next = hits[at + 1];
    if (
      next === undefined ||
      next.of !== one.of ||
      one.kind !== "person" ||
      next.start <= one.end ||
      next.start - one.end > 40
    )
      continue;
    const between = text.slice(one.end, next.start);
    const strict = BETWEEN.test(between);
    if (!strict && !BETWEEN_PLAIN.test(between)) continue;
    const score = strict ? 0.97 : 0.6;
    out.push({
      start: one.start,
      end: next.end,
      kind: "person",
      detector: "own",
      reason: "own-middle",
      score,
      layer: strict ? "sure" : "wide",
    });
  }
  return out;
}
