/** What the server answers to a batch of commands, and what it tells everybody afterwards. */
import * as z from "zod";
import { Id, Lang } from "../field.ts";
import { Change } from "./change.ts";
import { Command } from "./command.ts";
import type { Internal } from "./command.ts";

/** How long a phrase may be, in UTF-16 units. */
export const LONGEST_PHRASE = 100_000;

/** Words that a person wrote, on their way to the server; rows refer to them by id. */
export const NewPhrase = z.strictObject({ id: Id, lang: Lang, words: z.string().min(1).max(LONGEST_PHRASE) });
export type NewPhrase = z.infer<typeof NewPhrase>;

/** A name on its way to the server, where it is sealed. */
export const NewName = z.strictObject({
  id: Id,
  subject: Id, // whose name it is: an organisation, a participant, a speaker, a source, a term
  field: z.enum(["name", "aliases", "contact", "label", "title", "term"]),
  words: z.string().min(1).max(10_000),
});
export type NewName = z.infer<typeof NewName>;

/** One command with the words that it refers to. `cmdId` makes sending it twice safe. */
export const Sent = z.strictObject({
  cmdId: Id,
  command: Command,
  phrases: z.array(NewPhrase).max(50_000), // a whole codebook comes in by one command
  names: z.array(NewName).max(5000),
});
export type Sent = z.infer<typeof Sent>;

/** A command on its way into the log, with its sender. */
export type Item = Readonly<{
  cmdId: string;
  person: string;
  command: Command | Internal;
  phrases: readonly NewPhrase[];
  names: readonly NewName[];
}>;

/** What the browser sends: at most fifty commands, in order. */
export const Batch = z.strictObject({ commands: z.array(Sent).min(1).max(50) });

/** What became of a command: its place in the log, that nothing had to change, or why it was refused. */
export const Outcome = z.union([
  z.strictObject({ cmdId: Id, seq: z.int().positive() }),
  z.strictObject({ cmdId: Id, same: z.literal(true) }),
  z.looseObject({ cmdId: Id, refused: z.string() }),
]);
export type Outcome = z.infer<typeof Outcome>;

/** An entry of the log, as everybody in the study sees it: ids and numbers, never words. */
export const Event = z.strictObject({
  seq: z.int().positive(),
  cmdId: Id,
  actor: Id,
  kind: z.string(),
  mode: z.enum(["do", "undo", "redo"]),
  at: z.string(),
  changes: z.array(Change),
});
export type Event = z.infer<typeof Event>;

/** The version of what browser and server say to each other; another one asks the page to load anew. */
export const PROTOCOL = 11;
