/** Puts a study into the archive or the trash, or takes it out, from the list where no study is open. */
import { ask } from "#lib/client/ask.ts";
import type { AskFault } from "#lib/client/ask.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import { Outcome } from "#lib/domain/study/outcome.ts";
import * as z from "zod";

const Answer = z.object({ outcomes: z.array(Outcome).length(1) });

/** Faults: the code of the refusal, `line.down` where nobody answered. */
export async function shelve(
  study: string,
  fields: Readonly<{ archived?: boolean; trashed?: boolean }>,
): Promise<Result<null, Pick<AskFault, "code">>> {
  const command = {
    cmdId: crypto.randomUUID(),
    command: { kind: "study.set", id: study, fields },
    phrases: [],
    names: [],
  };
  const answer = await ask("POST", `/api/studies/${study}/commands`, { commands: [command] });
  if (!answer.ok) return answer;
  const outcome = Answer.safeParse(answer.value).data?.outcomes[0];
  return outcome && "refused" in outcome && typeof outcome.refused === "string"
    ? no({ code: outcome.refused })
    : yes(null);
}
