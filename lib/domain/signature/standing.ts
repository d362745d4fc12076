/** Whether somebody has signed what would leave now. Rules: docs/spec/risk.md, RK16 to RK18. */
import type { Beside, JudgedFile } from "../risk/beside.ts";
import { changesOf } from "../risk/seal.ts";
import type { Changes, Seal } from "../risk/seal-shape.ts";
import type { RiskReport } from "../risk/shape.ts";
import type { Rows } from "../study/rows.ts";
import { signable, signed } from "./shape.ts";
import type { SignableId, SignatureRow } from "./shape.ts";

/** `by`: the signature that stands for it, or that did. */
export type Standing =
  | Readonly<{ state: "none" }>
  | Readonly<{ state: "holds"; by: SignableId }>
  | Readonly<{ state: "changed"; by: SignableId; changes: Changes }>;

/** What of a judgement can be signed, what it is known by, and whether what was signed stands for it. */
export type Signing = Readonly<{ of: SignableId; seal: Seal; standing: Standing }>;

/** The risk report, with what of it can be signed. */
export type SignableReport = RiskReport & Readonly<{ signing: Readonly<Record<JudgedFile, Signing>> }>;

/** What was judged at least as strictly: whoever has more beside the quotes comes no less close (RK5). */
const COVERED: Readonly<Record<Beside, readonly Beside[]>> = {
  none: ["none", "kind", "person", "both"],
  kind: ["kind", "both"],
  person: ["person", "both"],
  both: ["both"],
};

/** @param sealNow - what would leave now is known by it */
export async function standingOf(
  rows: Rows,
  of: SignableId,
  sealNow: (of: SignableId) => Promise<Seal>,
): Promise<Standing> {
  const given = givenFor(rows, of);
  for (const { id, digest } of given) if ((await sealNow(id)).digest === digest) return { state: "holds", by: id };
  const [nearest] = given;
  return nearest
    ? { state: "changed", by: nearest.id, changes: changesOf(nearest, await sealNow(nearest.id)) }
    : { state: "none" };
}

/** The signatures that may stand for it, whatever has changed since; of what was judged just so first. */
export function givenFor(rows: Rows, of: SignableId): readonly SignatureRow[] {
  const { file, beside } = signed(of);
  return COVERED[beside].flatMap((one) => rows.live("signature", signable(file, one)) ?? []);
}
