/** What erasing needs of this process. */
import { randomUUID } from "node:crypto";
import type { Command, Internal } from "#lib/domain/study/command.ts";
import { erase } from "../erasing/erase.ts";
import type { Writer } from "../handle/writer.ts";
import {
  forgetWithdrawnBefore,
  participantsThere,
  someOwner,
  waitingToBeErased,
  withdrawnBefore,
} from "../store/erasure.ts";
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
  const give = async (study: string, command: Command | Internal) => {
    const person = await someOwner(db, study);
    if (person === null) throw new Error("a study without an owner");
    const [outcome] = await writer.submit(study, [{ cmdId: randomUUID(), person, command, phrases: [], names: [] }]);
    return outcome && "refused" in outcome ? String(outcome.refused) : null;
  };
  return {
    again: async () => {
      const before = await withdrawnBefore(db);
      if (before.length === 0) return;
      const there = await participantsThere(
        db,
        before.map(({ participant }) => participant),
      );
      for (const { study, participant, on } of before) {
        if (!there.has(participant)) continue;
        const refused = await give(study, { kind: "participant.withdraw", id: participant, on });
        if (refused !== null) throw new Error(`somebody could not be withdrawn again: ${refused}`); // none is forgotten
      }
      await forgetWithdrawnBefore(db);
    },
    waiting: () => waitingToBeErased(db),
    erase: (who) => erase(db, vault, who),
    tell: async ({ study, participant }) => {
      const refused = await give(study, { kind: "participant.erased", id: participant });
      if (refused !== null) throw new Error(`that it was erased could not be said: ${refused}`);
    },
    fault,
  };
}
