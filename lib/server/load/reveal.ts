/** Looking at one original, as somebody asks who reads the overlay. Rules: docs/spec/reveal.md, RV2. */
import { no } from "#lib/domain/result.ts";
import type { RevealAsked } from "#lib/domain/reveal/shape.ts";
import type { PrismaClient } from "#lib/server/store/generated/client.ts";
import { reveal } from "#lib/server/store/reveal.ts";
import type { Seal } from "#lib/server/store/seal.ts";
import { readingFor } from "./source.ts";

/** Shows it, if a mention is what the overlay replaces, neither more nor less. Faults: those of `reveal`. */
export async function revealOne(
  db: PrismaClient,
  vault: Seal,
  study: string,
  person: string,
  asked: RevealAsked,
): ReturnType<typeof reveal> {
  if (asked.what === "mention") {
    const reading = await readingFor(db, vault, study, "reviewer", asked.source);
    const isReplaced = reading?.turns.some(({ segments }) =>
      segments.some(({ replaced, start, end }) => replaced && start === asked.start && end === asked.end),
    );
    // A text that is not there, or was corrected since, is told of below.
    if (reading?.revision === asked.revision && !isReplaced) return no({ code: "quote.span" });
  }
  return reveal(db, study, person, asked);
}
