/**
 * The game in which somebody who knows the people of a study guesses whose words its quotes are, as they would leave.
 *
 * Which quotes are shown follows from the id of the game, so that nobody chooses them and the answers meet the same ones. Knows
 * nothing of Next or Prisma. Rules: docs/spec/risk.md, RK22 to RK26.
 */
import { MOST_SHOWN } from "#lib/domain/guess/shape.ts";
import type { GuessOutcome } from "#lib/domain/guess/shape.ts";
import { scoreOf } from "#lib/domain/guess/score.ts";
import type { Guesses, Round } from "#lib/domain/guess/round.ts";
import { layOutBy } from "./desk.ts";
import type { Desk, Laid, WholeReading } from "./desk.ts";
import { gatherLeaving } from "./leaving.ts";

/** Shows the quotes of a game, and who of the study it could be; not who it was. */
export async function showRound(desk: Desk, study: string, game: string): Promise<Round> {
  const laid = await layOutBy(desk, study, desk.readWhole);
  const { quotes, candidates } = await roundOf(desk, study, laid, game);
  return { quotes: quotes.map(({ quote, lang, pieces }) => ({ quote, lang, pieces })), candidates };
}

/** Says what came of it; null where nothing was shown, or somebody was named who could not be. */
export async function scoreRound(
  desk: Desk,
  study: string,
  game: string,
  guesses: Guesses,
): Promise<GuessOutcome | null> {
  const laid = await layOutBy(desk, study, desk.readWhole);
  const { quotes, candidates } = await roundOf(desk, study, laid, game);
  const named = new Map(guesses.map(({ quote, participant }) => [quote, participant]));
  const known = new Set(candidates);
  // What somebody has taken out meanwhile is not counted.
  const answers = quotes.flatMap(({ quote, participant: was }) => {
    const guess = named.get(quote);
    return guess === undefined || was === null ? [] : [{ quote, named: guess, was }];
  });
  if (answers.length === 0 || answers.some((one) => one.named !== null && !known.has(one.named))) return null;
  const { rows } = laid.reading;
  return scoreOf(answers, (participant) => rows.live("participant", participant)?.organisation ?? participant);
}

/** One quote of each cited, as published; where no finding cites any, of all quotes as they were said. */
async function roundOf(desk: Desk, study: string, laid: Laid<WholeReading>, game: string) {
  const { document, data, people } = await gatherLeaving(laid, study);
  const voiced = (some: typeof data) => [
    ...new Map(some.flatMap((one) => (one.participant === null ? [] : [[one.quote, one] as const]))).values(),
  ];
  const cited = voiced(document);
  const order = new Map(
    (cited.length > 0 ? cited : voiced(data)).map((one) => [one, desk.mark(`${game} ${one.quote}`)]),
  );
  const quotes = [...order.keys()]
    .toSorted((a, b) => ((order.get(a) ?? "") < (order.get(b) ?? "") ? -1 : 1))
    .slice(0, MOST_SHOWN);
  const { rows } = laid.reading;
  const candidates = people.people.flatMap(({ id }) => rows.live("participant", id)?.id ?? []).toSorted();
  return { quotes, candidates };
}
