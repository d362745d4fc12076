/**
 * What would leave, judged, sealed and held against what an owner has signed.
 *
 * A study is judged once for each state in which it is looked at: the desk keeps the seals. Rules: docs/spec/risk.md, RK16 to RK20.
 */
import { createHash } from "node:crypto";
import type { JudgedWhole } from "#lib/domain/risk/judge.ts";
import { sealOf } from "#lib/domain/risk/seal.ts";
import type { Seal } from "#lib/domain/risk/seal-shape.ts";
import { signed } from "#lib/domain/signature/shape.ts";
import type { SignableId } from "#lib/domain/signature/shape.ts";
import { standingOf } from "#lib/domain/signature/standing.ts";
import type { Unsigned } from "#lib/domain/signature/shape.ts";
import type { Standing } from "#lib/domain/signature/standing.ts";
import type { Desk, Laid, WholeReading } from "./desk.ts";
import { gatherLeaving, judgeLeaving } from "./leaving.ts";
import type { Gathered } from "./leaving.ts";

/** What is signed for files that keep together who said what, and say of which kind their organisations are. */
export const TOGETHER: readonly SignableId[] = ["data_both"];

export type Judging = Readonly<{
  gathered: () => Promise<Gathered>;
  judged: (of: SignableId) => Promise<JudgedWhole>;
  seal: (of: SignableId) => Promise<Seal>;
  standing: (of: SignableId) => Promise<Standing>;
}>;

/** Judges a study as it was read, as far as it is asked for. */
export function judging(desk: Desk, study: string, laid: Laid<WholeReading>): Judging {
  const { rows, seq, day } = laid.reading;
  let gathering: Promise<Gathered> | null = null;
  const gathered = () => (gathering ??= gatherLeaving(laid, study));
  const known = new Map<SignableId, JudgedWhole>();
  const judged = async (of: SignableId) => {
    const { file, beside } = signed(of);
    const whole = known.get(of) ?? judgeLeaving(await gathered(), file, beside);
    known.set(of, whole);
    return whole;
  };
  // Names may change without the study: detection finds more, another process has seen an upgrade.
  const state = `${seq} ${day} ${createHash("sha256").update(JSON.stringify(laid.named)).digest("hex")}`;
  const seals = new Map<SignableId, Promise<Seal>>();
  const seal = (of: SignableId) => {
    const make = async () => sealOf(await judged(of), await gathered(), desk.mark);
    const made = seals.get(of) ?? desk.remember(study, state, of, make);
    seals.set(of, made);
    return made;
  };
  return { gathered, judged, seal, standing: (of) => standingOf(rows, of, seal) };
}

/**
 * Of these signatures those that a file waits for: nobody has given them, or they stand for something else than what would leave now.
 * Where no quote would leave there is nothing to sign.
 */
export async function unsignedOf(
  desk: Desk,
  study: string,
  laid: Laid<WholeReading>,
  wanted: readonly SignableId[],
): Promise<readonly Unsigned[]> {
  const { seal, standing } = judging(desk, study, laid);
  const needed: Unsigned[] = [];
  for (const of of wanted) {
    if ((await seal(of)).quotes === 0) continue;
    const now = await standing(of);
    if (now.state !== "holds") needed.push({ of, changes: now.state === "changed" ? now.changes : null });
  }
  return needed;
}
