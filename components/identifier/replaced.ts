/** The words that stand for something, as they are shown: each language's in its brackets. */
export function replaced({
  replacement,
  replacementCy,
}: Readonly<{ replacement: string | null; replacementCy: string | null }>): string {
  return [replacement, replacementCy]
    .filter((words) => words !== null)
    .map((words) => `[${words}]`)
    .join(" · ");
}
