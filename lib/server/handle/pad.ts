/** Gives a text slot what its pad says, by the command that anybody would give who had written it alone. */
import { randomUUID } from "node:crypto";
import type { Due } from "#lib/domain/pad/shape.ts";
import type { Outcome } from "#lib/domain/study/outcome.ts";
import type { Writer } from "./writer.ts";

export async function sayOfPad(
  writer: Pick<Writer, "submit">,
  study: string,
  { slot, by, phrase, was, words }: Due,
): Promise<Outcome> {
  const cmdId = randomUUID();
  const phrases = phrase === null ? [] : [{ id: phrase, lang: slot.lang, words }];
  const command = { kind: "wording.set" as const, ...slot, phrase, was };
  const [outcome] = await writer.submit(study, [{ cmdId, person: by, command, phrases, names: [] }]);
  return outcome ?? { cmdId, refused: "bug" };
}
