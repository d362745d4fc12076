/** The browser's way to the guessing game. */
import type { Guesses, Round } from "#lib/domain/guess/round.ts";
import type { GuessOutcome } from "#lib/domain/guess/shape.ts";
import { ask } from "./ask.ts";
import { fetchAnswer } from "./fetch-answer.ts";

export type RoundAnswer = Awaited<ReturnType<typeof fetchRound>>;

const at = (study: string) => `/api/studies/${study}/report/guess`;

export function fetchRound(study: string, game: string, signal: AbortSignal) {
  return fetchAnswer<Round>(`${at(study)}?game=${game}`, signal);
}

/** @returns null where it could not be kept */
export async function sendGuesses(study: string, game: string, guesses: Guesses): Promise<GuessOutcome | null> {
  const answer = await ask("POST", at(study), { game, guesses });
  return answer.ok ? (answer.value as GuessOutcome) : null; // our own route's answer, of the same version as this page
}
