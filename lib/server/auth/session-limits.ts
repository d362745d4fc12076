/** How long a sign-in holds. Rule A4. */

/** Seconds after which one has to sign in again, whatever one did. */
export const ABSOLUTE = 14 * 24 * 60 * 60;

/** Seconds without a request after which a sign-in no longer holds. */
export const IDLE = 24 * 60 * 60;

/** The moment since which a sign-in must have been used. */
export function unusedSince(now: Date = new Date()): Date {
  return new Date(now.getTime() - IDLE * 1000);
}
