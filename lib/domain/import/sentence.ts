/** What a fault's sentence in `messages/sources` speaks of: numbers, sizes in megabytes, and what there is too much of. */
export type SentenceValues = Readonly<
  Record<"size" | "limit" | "count" | "line" | "column", number> & { what: string }
>;

export function sentenceValues(fault: Readonly<Record<string, unknown>>): SentenceValues {
  const number = (key: string) => (typeof fault[key] === "number" ? fault[key] : 0);
  const bytes = fault["code"] === "file.too-large" || fault["code"] === "file.bomb";
  const mega = (size: number) => Math.ceil((size / 1024 / 1024) * 10) / 10;
  return {
    size: mega(number("bytes")),
    limit: bytes ? mega(number("limit")) : number("limit"),
    count: number("count") || number("characters"),
    line: number("line"),
    column: number("column"),
    what: typeof fault["what"] === "string" ? fault["what"] : "",
  };
}
