/**
 * Snapshots as they travel: packed, compressed, and kept for as long as the study's clock stands still.
 *
 * To read and pack ten thousand quotes takes most of a second, and everybody who opens a study between two changes gets
 * the same. Whether a snapshot still holds is asked of the database each time, so that several servers may stand on one.
 * Only ids and numbers are kept, never words. Rules: docs/spec/sync.md, Y35.
 */
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { hidesSome, rowsSeenBy } from "#lib/domain/study/hidden.ts";
import { pack } from "#lib/domain/study/packed.ts";
import { clockOf, snapshot } from "../store/events.ts";
import type { PrismaClient } from "../store/generated/client.ts";

const MOST = 64 * 1024 * 1024; // bytes kept of all studies together
const LEVEL = 2; // beyond it the time grows faster than the bytes shrink
const compress = promisify(gzip);

/** What a study's readers get at one moment of its clock: all the same, or each their own where something is hidden. */
type Kept = { epoch: string; seq: number; bytes: number; forAll: Buffer | null; forOne: Map<string, Buffer> };

export class Snapshots {
  private readonly db: PrismaClient;
  private readonly most: number;
  private readonly kept = new Map<string, Kept>(); // the study asked for last stands last
  private readonly making = new Map<string, Promise<Buffer | null>>();
  private bytes = 0;

  /** @param most - how many bytes may be kept of all studies together */
  constructor(db: PrismaClient, most = MOST) {
    this.db = db;
    this.most = most;
  }

  /**
   * The snapshot of a study as this person may see it: JSON `{epoch, seq, packed}`, gzipped. Null where there is no such
   * study. Whether the person may see the study at all has been asked before.
   */
  async of(study: string, person: string): Promise<Buffer | null> {
    const clock = await clockOf(this.db, study);
    if (!clock) return null;
    const kept = this.kept.get(study);
    if (kept && kept.epoch === clock.epoch && kept.seq === clock.seq) {
      this.kept.delete(study);
      this.kept.set(study, kept);
      const found = kept.forAll ?? kept.forOne.get(person);
      if (found) return found;
    }
    // Many who come at once, as after a restart, wait for one reading.
    const key = `${study}/${clock.epoch}/${clock.seq}`;
    const first = this.making.get(key);
    if (first) {
      await first.catch(() => undefined); // whoever asked first is told of the fault; this one tries again
      return this.of(study, person);
    }
    const made = this.make(study, person).finally(() => this.making.delete(key));
    this.making.set(key, made);
    return made;
  }

  private async make(study: string, person: string): Promise<Buffer | null> {
    const read = await snapshot(this.db, study);
    if (!read) return null;
    const { epoch, seq, rows, buried } = read;
    const packed = pack(rowsSeenBy(rows, person, buried));
    const made = await compress(JSON.stringify({ epoch, seq, packed }), { level: LEVEL });
    let kept = this.kept.get(study);
    if (kept?.epoch !== epoch || kept.seq !== seq) {
      this.forget(study);
      kept = { epoch, seq, bytes: 0, forAll: null, forOne: new Map() };
      this.kept.set(study, kept);
    }
    if (hidesSome(rows, buried)) kept.forOne.set(person, made);
    else kept.forAll = made;
    kept.bytes += made.length;
    this.bytes += made.length;
    for (const oldest of this.kept.keys()) {
      if (this.bytes <= this.most) break;
      this.forget(oldest);
    }
    return made;
  }

  private forget(study: string): void {
    this.bytes -= this.kept.get(study)?.bytes ?? 0;
    this.kept.delete(study);
  }
}
