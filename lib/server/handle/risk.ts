/**
 * The risk report: for everything that files would quote, who could guess whose words it is; and whether an owner has signed it.
 *
 * Made of what would leave and of nothing else; it changes nothing. Knows nothing of Next or Prisma. Rules: docs/spec/risk.md.
 */
import { firstOf } from "#lib/domain/risk/judge.ts";
import type { Beside, JudgedFile } from "#lib/domain/risk/beside.ts";
import type { StudyRisk } from "#lib/domain/risk/shape.ts";
import { signable } from "#lib/domain/signature/shape.ts";
import type { SignableReport, Signing } from "#lib/domain/signature/standing.ts";
import { layOutBy } from "./desk.ts";
import type { Desk } from "./desk.ts";
import { judging } from "./signed.ts";

/** Judges what would leave now. Cost: the study's texts once. */
export async function judgeRisk(
  desk: Desk,
  study: string,
  { beside, missed }: Readonly<{ beside: Beside; missed: StudyRisk["missed"] }>,
): Promise<SignableReport> {
  const laid = await layOutBy(desk, study, desk.readWhole);
  const { gathered, judged, seal, standing } = judging(desk, study, laid);
  const { study: whole, least } = await gathered();
  const signing = async (file: JudgedFile): Promise<Signing> => {
    const of = signable(file, beside);
    return { of, seal: await seal(of), standing: await standing(of) };
  };
  return {
    document: firstOf(await judged(signable("document", beside))),
    data: firstOf(await judged(signable("data", beside))),
    study: { ...whole, missed },
    least,
    signing: { document: await signing("document"), data: await signing("data") },
  };
}
