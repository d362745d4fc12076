/** The risk report of a study, put together. For owners; whoever asks has been asked. Rules: docs/spec/risk.md. */
import type { Beside } from "#lib/domain/risk/beside.ts";
import type { SignableReport } from "#lib/domain/signature/standing.ts";
import { judgeRisk } from "../handle/risk.ts";
import type { PrismaClient } from "../store/generated/client.ts";
import type { Seal } from "../store/seal.ts";
import { queueOf } from "./queue.ts";
import { reportDesk } from "./report.ts";

/** Cost: the study's texts twice. */
export async function riskOf(
  db: PrismaClient,
  vault: Seal,
  study: string,
  person: string,
  beside: Beside,
): Promise<SignableReport> {
  const { estimate } = await queueOf(db, vault, study, person, { show: "decided" });
  return judgeRisk(reportDesk(db, vault), study, { beside, missed: estimate });
}
