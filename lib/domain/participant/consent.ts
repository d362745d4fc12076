/** What a participant's agreement allows on a day. Rules: docs/spec/consent.md, CO1 to CO4. */
import { daysThrough } from "../zone.ts";
import type { ParticipantRow } from "./shape.ts";

/** For how many days before its end people are warned that an agreement ends. */
export const SOON = 30;

type Agreement = Pick<ParticipantRow, "consent" | "agreedUntil" | "withdrawnOn">;

/**
 * How an agreement stands: `given` says what it allows, `ended` that its last day has passed, `withdrawn` that it was taken back.
 *
 * @param day - a calendar day, `2026-11-27`
 */
export function agreementOn(participant: Agreement, day: string): "given" | "ended" | "withdrawn" {
  if (participant.consent === "withdrawn" || participant.withdrawnOn !== null) return "withdrawn";
  return participant.agreedUntil !== null && participant.agreedUntil < day ? "ended" : "given";
}

/** Whether somebody may be quoted word for word on a day. */
export function quotable(participant: Agreement, day: string): boolean {
  return participant.consent === "verbatim" && agreementOn(participant, day) === "given";
}

/** For how many days an agreement still holds, the last one included; null where it does not end or has ended. */
export function daysLeft(participant: Agreement, day: string): number | null {
  if (participant.agreedUntil === null || agreementOn(participant, day) !== "given") return null;
  return daysThrough(day, participant.agreedUntil);
}

/** How many agreements have ended by a day, and how many end soon after it (CO4). */
export function endingOf(participants: readonly Agreement[], day: string): Readonly<{ ended: number; ending: number }> {
  return {
    ended: participants.filter((one) => agreementOn(one, day) === "ended").length,
    ending: participants.filter((one) => (daysLeft(one, day) ?? Infinity) <= SOON).length,
  };
}
