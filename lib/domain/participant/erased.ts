/** What the erasure of somebody's words found: numbers, days and ids, never words. Rules: docs/spec/consent.md, CO19. */
export type Erased = Readonly<{
  /** Sources that were theirs alone, and those that they shared. */
  whole: number;
  shared: number;
  /** Signs that were overwritten in them, and files that were destroyed. */
  signs: number;
  files: number;
  /** Places at which others named them. */
  named: number;
  /** What people had written that was theirs, or repeated or named them. */
  written: number;
  /** Names, labels and titles besides. */
  names: number;
  /** Findings that lost support, with how many quotes each. */
  findings: Readonly<Record<string, number>>;
  /** When the first of their words came in: what left before holds none of them. ISO 8601. */
  since: string | null;
}>;

/** A file that left while somebody's words were in the study. Whether it holds any, it alone says. */
export type Past = Readonly<{ id: string; format: string; lang: string; at: string; by: string }>;
export type ErasureTold = Readonly<{ at: string; found: Erased; exports: readonly Past[] }>;
