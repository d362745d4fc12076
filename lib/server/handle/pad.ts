/** Gives a text slot what its pad says, by the command that anybody would give who had written it alone. */
import { randomUUID } from "node:crypto";
import type { Lang } from "#lib/domain/field.ts";
import type { Field } from "#lib/domain/wording/shape.ts";
import type { Outcome } from "#lib/domain/study/outcome.ts";
import type { Writer } from "./writer.ts";

/** @param due - who wrote last, the phrase that the words become (null: there are none), and the phrase that it follows */
export async function sayOfPad(
  writer: Pick<Writer, "submit">,
  study: string,
  due: Readonly<{
    slot: Readonly<{ subject: string; field: Field; lang: Lang }>;
    by: string;
    phrase: string | null;
    was: string | null;
    words: string;
  }>,
): Promise<Outcome> {
  const { slot, by, phrase, was, words } = due;
  const cmdId = randomUUID();
  const phrases = phrase === null ? [] : [{ id: phrase, lang: slot.lang, words }];
  const command = { kind: "wording.set" as const, ...slot, phrase, was };
  const [outcome] = await writer.submit(study, [{ cmdId, person: by, command, phrases, names: [] }]);
  return outcome ?? { cmdId, refused: "bug" };
}
