/** What erasing needs of this process. */
import { randomUUID } from "node:crypto";
import { erase } from "../erasing/erase.ts";
import type { Writer } from "../handle/writer.ts";
import { someOwner, waitingToBeErased } from "../store/erasure.ts";
import type { Waiting } from "../store/erasure.ts";
import type { PrismaClient } from "../store/generated/client.ts";
import type { Seal } from "../store/seal.ts";
import type { ErasingPorts } from "./erasing.ts";

export function erasingPorts(
  db: PrismaClient,
  vault: Seal,
  writer: Writer,
  fault: (what: string, error: unknown) => void,
): ErasingPorts<Waiting> {
  return {
    waiting: () => waitingToBeErased(db),
    erase: (who) => erase(db, vault, who),
    tell: async ({ study, participant }) => {
      const person = await someOwner(db, study);
      if (person === null) throw new Error("a study without an owner");
      const command = { kind: "participant.erased", id: participant } as const;
      const [outcome] = await writer.submit(study, [{ cmdId: randomUUID(), person, command, phrases: [], names: [] }]);
      if (outcome && "refused" in outcome)
        throw new Error(`that it was erased could not be said: ${String(outcome.refused)}`);
    },
    fault,
  };
}
