/** From an owner's judgement of the risk report to the command that signs it, or takes that back. */
import type { Seal } from "#lib/domain/risk/seal-shape.ts";
import type { SignableId } from "#lib/domain/signature/shape.ts";
import { dayOf } from "#lib/domain/zone.ts";
import type { Desk } from "./desk.ts";
import { phraseOf } from "./identifier/limits.ts";

/** @param seen - the seal of what its author has seen: of anything else the signature is none */
export function signRisk(
  desk: Pick<Desk, "send" | "rows" | "study">,
  of: SignableId,
  signed: Readonly<{ judgement: string; seen: Seal }> | null,
): void {
  const on = dayOf(new Date());
  if (signed === null) return desk.send({ kind: "risk.sign", of, signed: null, on });
  const phrase = phraseOf(desk, signed.judgement);
  desk.send({ kind: "risk.sign", of, signed: { judgement: phrase.id, ...signed.seen }, on }, { phrases: [phrase] });
}
