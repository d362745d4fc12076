/** Several tabs of one person are one person: the tab that moved last says where they are. Rule Y24. */
import type { Peer } from "#lib/domain/study/live.ts";

/**
 * The other persons behind these tabs, by name.
 *
 * @param tabs - those that moved last come last
 * @param me - whose own tabs are left out
 */
export function personsOf(tabs: Iterable<Peer>, me: string): readonly Peer[] {
  const found = new Map<string, Peer>();
  for (const peer of tabs) {
    if (peer.person !== me && (peer.at !== null || !found.has(peer.person))) found.set(peer.person, peer);
  }
  return [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name) || (a.person < b.person ? -1 : 1));
}
