/** A round of the guessing game, put together; and its outcome, kept. Whoever asks has been asked. Rules: docs/spec/risk.md, RK22 to RK26. */
import { randomUUID } from "node:crypto";
import type { Guesses, Round } from "#lib/domain/guess/round.ts";
import type { GuessOutcome } from "#lib/domain/guess/shape.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import { dayOf } from "#lib/domain/zone.ts";
import { scoreRound, showRound } from "../handle/guess.ts";
import type { Writer } from "../handle/writer.ts";
import type { PrismaClient } from "../store/generated/client.ts";
import type { Seal } from "../store/seal.ts";
import { reportDesk } from "./report.ts";

/** Cost: the study's texts once. */
export function roundFor(db: PrismaClient, vault: Seal, study: string, game: string): Promise<Round> {
  return showRound(reportDesk(db, vault), study, game);
}

type Played = Readonly<{ study: string; person: string; game: string; guesses: Guesses }>;

/**
 * Finds out how often somebody was right, and keeps it under their name.
 *
 * Faults: `guess.none`, nothing of it was shown, or somebody named who could not be; those of a command, `row.taken` where the game was
 * kept before and `role.refused` where they may no longer play.
 */
export async function keepGuesses(
  db: PrismaClient,
  vault: Seal,
  writer: Writer,
  { study, person, game, guesses }: Played,
): Promise<Result<GuessOutcome, Readonly<{ code: string }>>> {
  const outcome = await scoreRound(reportDesk(db, vault), study, game, guesses);
  if (outcome === null) return no({ code: "guess.none" });
  const command = { kind: "risk.guessed", id: game, outcome, on: dayOf(new Date()) } as const;
  const [said] = await writer.submit(study, [{ cmdId: randomUUID(), person, command, phrases: [], names: [] }]);
  return said && "refused" in said ? no({ code: String(said.refused) }) : yes(outcome);
}
