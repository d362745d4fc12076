/** Where a tag stands, in one cell: names from the outermost to its own, with a sign between that names cannot hold unseen. */

const BETWEEN = " › ";

/** Joins names. A sign of ours within a name is written behind a backslash. */
export function joinPath(names: readonly string[]): string {
  return names.map((name) => name.replace(/[\\›]/gu, "\\$&")).join(BETWEEN);
}

/** Takes apart what `joinPath` put together. */
export function splitPath(cell: string): string[] {
  const names: string[] = [];
  let name = "";
  for (let at = 0; at < cell.length; at += 1) {
    const sign = cell[at] ?? "";
    if (sign === "\\" && at + 1 < cell.length) {
      at += 1;
      name += cell[at] ?? "";
    } else if (sign === "›") {
      names.push(name.trim());
      name = "";
    } else name += sign;
  }
  return [...names, name.trim()];
}
