import * as z from "zod";
import { Id } from "../field.ts";
import { VoteRow, VotingRow } from "./shape.ts";

/** Opens a vote on a board; the board's earlier one, if any, is put away. */
export const VotingStart = z.strictObject({
  kind: z.literal("voting.start"),
  id: Id,
  board: Id,
  dots: VotingRow.shape.dots,
});

/** Shows everybody's dots. From then on nobody can vote. */
export const VotingReveal = z.strictObject({ kind: z.literal("voting.reveal"), id: Id });

/** Puts a vote away, with its dots. */
export const VotingEnd = z.strictObject({ kind: z.literal("voting.end"), id: Id });

/** Sets how many of one's own dots lie on a card. */
export const VoteSet = z.strictObject({
  kind: z.literal("vote.set"),
  voting: Id,
  card: Id,
  dots: VoteRow.shape.dots,
});
