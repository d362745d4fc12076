"use client";
/** What is wrong with a form, by field; a new set for each try, so that the summary takes the focus again. */
import { useState } from "react";
import type { FormFault } from "#components/ui/error-summary.tsx";

export function useFaults() {
  const [{ list, round }, set] = useState<{ list: readonly FormFault[]; round: number }>({ list: [], round: 0 });
  return {
    list,
    round,
    /** Shows these faults; an empty list clears them. Gives back whether there are any. */
    show: (next: readonly FormFault[]): boolean => {
      set({ list: next, round: round + 1 });
      return next.length > 0;
    },
    of: (field: string): string | null => list.find((fault) => fault.field === field)?.text ?? null,
  };
}
