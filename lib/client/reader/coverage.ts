"use client";
/** What the screen of coverage shows: sources, participants and questions with what is quoted of each. */
import { useFromRows } from "#lib/client/study/provider.tsx";
import type { Coverage } from "#lib/domain/source/coverage.ts";
import { coveredOf } from "#lib/domain/source/covered.ts";
import type { Covered } from "#lib/domain/source/covered.ts";

/** @param coverage - what the server counted in the texts */
export function useCovered(coverage: Coverage | null): Covered {
  return useFromRows(
    ["source", "quote", "anchor", "speaker", "participant", "question"],
    (rows) => coveredOf(rows, coverage?.sources ?? []),
    [coverage],
  );
}
