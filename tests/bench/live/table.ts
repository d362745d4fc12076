/** Figures beside their targets and beside another product's, as one table. */

type Figure = Readonly<{ name: string; target: string; ours: string; peer: string; missed: boolean }>;

export class Table {
  private readonly figures: Figure[] = [];

  /** @param ours - the figure; missed where it is over `most` or under `least` */
  add(
    name: string,
    ours: number | null,
    limit: Readonly<{ most?: number; least?: number; digits?: number }>,
    peer: number | string | null,
  ): void {
    const { most, least, digits = 0 } = limit;
    const missed =
      ours === null ||
      Number.isNaN(ours) ||
      (most !== undefined && ours > most) ||
      (least !== undefined && ours < least);
    const target = most !== undefined ? `≤ ${most}` : least !== undefined ? `≥ ${least}` : "–";
    const said = (value: number | string | null) =>
      value === null ? "–" : typeof value === "string" ? value : value.toFixed(digits);
    const limited = most !== undefined || least !== undefined;
    this.figures.push({
      name,
      target,
      ours: `${said(ours)}${missed && limited ? "!" : ""}`,
      peer: said(peer),
      missed: missed && limited,
    });
  }

  get missed(): boolean {
    return this.figures.some((figure) => figure.missed);
  }

  /** Prints it in Markdown. */
  print(): void {
    const rows = [
      ["", "target", "Carthen", "Hocuspocus 4.7"],
      ...this.figures.map(({ name, target, ours, peer }) => [name, target, ours, peer]),
    ];
    const wide = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    const line = (row: readonly string[]) =>
      `| ${row.map((cell, column) => cell.padEnd(wide[column] ?? 0)).join(" | ")} |`;
    const [head = [], ...body] = rows;
    console.log(line(head));
    console.log(`|${wide.map((width) => "-".repeat(width + 2)).join("|")}|`);
    for (const row of body) console.log(line(row));
  }
}
