/**
 * Dot voting on a board: everybody lays a limited number of dots on cards, and nobody sees anybody else's
 * until they are revealed. A vote is one person's dots on one card; its id is `voting/card/person`.
 */
import * as z from "zod";
import { Id } from "../field.ts";

export const VotingRow = z.strictObject({
  id: Id,
  board: Id,
  dots: z.int().min(1).max(50), // how many each person has
  revealed: z.boolean(),
  by: Id,
  gone: z.boolean(),
});
export type VotingRow = z.infer<typeof VotingRow>;

export const VoteRow = z.strictObject({
  id: z.string().regex(/^[0-9a-f-]{36}\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/),
  voting: Id,
  card: Id,
  person: Id,
  dots: z.int().min(0).max(50),
  gone: z.boolean(),
});
export type VoteRow = z.infer<typeof VoteRow>;

/** The id of a person's vote on a card. */
export function voteId(voting: string, card: string, person: string): string {
  return `${voting}/${card}/${person}`;
}
