/** How much of each source is quoted: numbers only, so every role may have them. */
import { countWords } from "#lib/domain/source/coverage.ts";
import type { Coverage, SourceCoverage } from "#lib/domain/source/coverage.ts";
import type { PrismaClient } from "#lib/server/store/generated/client.ts";
import { heardIn } from "#lib/server/store/coverage.ts";

export async function coverageOf(db: PrismaClient, study: string): Promise<Coverage> {
  const sources: SourceCoverage[] = [];
  for await (const { source, text, heard, quotes } of heardIn(db, study))
    sources.push({ source, ...countWords(text, heard, quotes) });
  return { sources };
}
