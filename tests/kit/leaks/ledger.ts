/** What was searched and what came of it, as a table. */
import type { Cage, Canary } from "./canary.ts";
import { Lookout } from "./look.ts";

type Entry = Readonly<{ place: string; lookout: Lookout; faults: readonly string[]; told: string | null }>;

export class Ledger {
  private readonly cage: Cage;
  private readonly entries: Entry[] = [];

  constructor(cage: Cage) {
    this.cage = cage;
  }

  /**
   * Searches one place and writes down what was found there.
   *
   * @param may - whether a canary may stand there
   * @param search - looks through what there is, and says what else is wrong
   */
  async enter(
    place: string,
    may: (canary: Canary) => boolean,
    search: (lookout: Lookout, fault: (what: string) => void) => Promise<string | null>,
  ): Promise<void> {
    const lookout = new Lookout(this.cage);
    const faults: string[] = [];
    const began = performance.now();
    let told: string | null = null;
    try {
      told = await search(lookout, (what) => faults.push(what));
    } catch (error) {
      faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    for (const { canary, where, how } of lookout.sightings)
      if (canary === null || !may(canary))
        faults.push(
          `LEAK ${canary ? `${canary.sort}: ${canary.place}` : "something of a canary"}, at ${where} (${how})`,
        );
    this.entries.push({ place, lookout, faults, told });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${faults.length === 0 ? "ok  " : "FAIL"} ${place} (${seconds} s)`);
    for (const fault of faults.slice(0, MOST)) console.log(`     ${fault}`);
    if (faults.length > MOST) console.log(`     and ${faults.length - MOST} more`);
  }

  /** Prints all of it; whether nothing was wrong. */
  print(): boolean {
    const rows = [
      ["place", "outcome", "bodies", "bytes", "members"],
      ...this.entries.map(({ place, lookout, faults, told }) => [
        place,
        faults.length > 0 ? `${faults.length} wrong` : (told ?? "0 canaries"),
        ...[lookout.bodies, lookout.bytes, lookout.members].map((count) => count.toLocaleString("en-GB")),
      ]),
    ];
    const sum = (of: "bodies" | "bytes" | "members") =>
      this.entries.reduce((all, { lookout }) => all + lookout[of], 0).toLocaleString("en-GB");
    const wrong = this.entries.reduce((all, { faults }) => all + faults.length, 0);
    rows.push(["all", wrong === 0 ? "nothing wrong" : `${wrong} wrong`, sum("bodies"), sum("bytes"), sum("members")]);
    const wide = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
    for (const row of rows)
      console.log(
        row.map((cell, at) => (at < 2 ? cell.padEnd(wide[at] ?? 0) : cell.padStart(wide[at] ?? 0))).join("  "),
      );
    return wrong === 0;
  }
}

const MOST = 40; // faults of a place that are printed
