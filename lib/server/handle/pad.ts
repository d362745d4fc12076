/** Gives a text slot what its pad says, by the command that anybody would give who had written it alone. */
import { randomUUID } from "node:crypto";
import { calledIn } from "#lib/domain/memo/called.ts";
import type { Named } from "#lib/domain/memo/called.ts";
import { MOST_CALLED } from "#lib/domain/memo/shape.ts";
import type { Due } from "#lib/domain/pad/shape.ts";
import type { Outcome } from "#lib/domain/study/outcome.ts";
import type { Writer } from "./writer.ts";

export type PadWriting = Readonly<{
  submit: Writer["submit"];
  /** Whom the words of a memo may call. */
  members: (study: string) => Promise<readonly Named[]>;
}>;

export async function sayOfPad(
  { submit, members }: PadWriting,
  study: string,
  { slot, by, phrase, was, words }: Due,
): Promise<Outcome> {
  const cmdId = randomUUID();
  const phrases = phrase === null ? [] : [{ id: phrase, lang: slot.lang, words }];
  const calls = slot.field === "body" ? calledIn(words, await members(study)).slice(0, MOST_CALLED) : null;
  const command = { kind: "wording.set" as const, ...slot, phrase, was, ...(calls && { calls }) };
  const [outcome] = await submit(study, [{ cmdId, person: by, command, phrases, names: [] }]);
  return outcome ?? { cmdId, refused: "bug" };
}
