/** Whether anybody is left of an organisation. Rule: docs/spec/consent.md, CO24. */
import type { View } from "../study/rows.ts";

/**
 * Who of an organisation has withdrawn, where everybody has who took part for it; null where not, or nobody did.
 *
 * @param now - somebody who is withdrawing, and counts as one who has
 */
export function leftBy(view: View, organisation: string, now: string | null = null): string | null {
  const all = view.related("participantsOfOrganisation", organisation);
  return all.every(({ id, withdrawnOn }) => id === now || withdrawnOn !== null) ? (all[0]?.id ?? null) : null;
}
