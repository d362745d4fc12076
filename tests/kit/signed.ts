/** The last that must have been before anything with quotes leaves: an owner has signed the risk report, of documents and of data. */
import { randomUUID } from "node:crypto";
import { FILES } from "#lib/domain/risk/beside.ts";
import type { SignableReport } from "#lib/domain/signature/standing.ts";
import type { Command } from "#lib/domain/study/command.ts";
import { give, sent } from "./board.ts";
import type { At } from "./bring.ts";

type Signs = Readonly<{ command: Command; phrases: Readonly<Record<string, string>> }>;

/** What an owner says who has read a report and is content with it. */
export function signatures({ signing }: Pick<SignableReport, "signing">): readonly Signs[] {
  return FILES.map((file) => {
    const { of, seal } = signing[file];
    const judgement = randomUUID();
    return {
      command: { kind: "risk.sign", of, signed: { judgement, ...seal }, on: "2026-11-27" },
      phrases: { [judgement]: "Nobody could tell them apart." },
    };
  });
}

/** Signs as much as can stand beside quotes, so that it stands for every file; what changes afterwards is signed again. */
export async function signedOff(at: At): Promise<void> {
  const answer = await at.request.get(`/api/studies/${at.study}/report/risk?beside=both`);
  const report = (await answer.json()) as SignableReport; // our own route's answer
  await give(
    at,
    signatures(report).map(({ command, phrases }) => sent(command, phrases)),
  );
}
