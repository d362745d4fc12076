/** The browser's way to the mentions of an identifier, and from what a person decided about one to the commands that say so. */
import type { IdentifierKind } from "#lib/domain/identifier/shape.ts";
import type { Listed, Listing, Otherwise } from "#lib/domain/mention/listed.ts";
import type { Desk } from "../desk.ts";
import { fetchAnswer } from "../fetch-answer.ts";
import { inWords } from "./decision.ts";
import type { Decided } from "./decision.ts";

export type ListingAnswer = Readonly<{ listing: Listing } | { failed: "denied" | "line" }>;

/** Asks for them, from this one on. */
export async function fetchMentions(
  study: string,
  identifier: string,
  from: number,
  signal: AbortSignal,
): Promise<ListingAnswer> {
  const wish = new URLSearchParams({ identifier, from: String(from) }).toString();
  const answer = await fetchAnswer<Listing>(`/api/studies/${study}/identifiers/mentions?${wish}`, signal);
  return "got" in answer ? { listing: answer.got } : answer;
}

/** Decides one mention otherwise, or lets it go by its identifier again. */
export function decideMention(
  desk: Pick<Desk, "send" | "locale">,
  { id, of }: Readonly<{ id: string; of: IdentifierKind }>,
  { source, revision, start, end }: Pick<Listed, "source" | "revision" | "start" | "end">,
  decided: Decided,
): void {
  const { said, phrases } = inWords(decided, desk.locale);
  const place = { source, revision, start, end };
  desk.send({ kind: "mention.decide", id: crypto.randomUUID(), identifier: id, of, ...place, ...said }, { phrases });
}

/** Agrees that the words of a mention are shown for the reason that stands with it, or takes that back. */
export function agreeMention(desk: Pick<Desk, "send">, { id, why }: Pick<Otherwise, "id" | "why">, on: boolean): void {
  if (why !== null) desk.send({ kind: "mention.second", shown: [{ id, reason: why }], on });
}

/** What tells a mention from every other one of its identifier. */
export function mentionKey({ revision, start, end }: Pick<Listed, "revision" | "start" | "end">): string {
  return `${revision} ${start} ${end}`;
}
