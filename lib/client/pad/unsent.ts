/**
 * What was written in pads and is not known to be stored: kept by this browser, so that it survives a reload, a crash and
 * a lost line. To send it twice changes nothing. Rules: docs/spec/pad.md, P12.
 */
import { openDB } from "idb";
import type { DBSchema, IDBPDatabase } from "idb";

/** What one page has not sent of a pad; `words`: all that stood there, for whoever must write it again. */
export type Left = Readonly<{
  key: string;
  line: string;
  pad: string;
  epoch: string;
  update: Uint8Array;
  words: string;
}>;

interface Schema extends DBSchema {
  left: { key: string; value: Left; indexes: { line: string } };
}

export class Unsent {
  private readonly line: string;
  private readonly page = crypto.randomUUID();
  private readonly database: Promise<IDBPDatabase<Schema> | null>;

  /** @param line - whose it is: `study/person` */
  constructor(line: string) {
    this.line = line;
    this.database = openDB<Schema>("carthen-pads", 1, {
      upgrade: (db) => {
        db.createObjectStore("left", { keyPath: "key" }).createIndex("line", "line");
      },
    }).catch(() => null);
  }

  /** What other pages have left, also those that are still open. */
  async others(): Promise<Left[]> {
    const db = await this.database;
    const all = (await db?.getAllFromIndex("left", "line", this.line).catch(() => [])) ?? [];
    return all.filter(({ key }) => !key.startsWith(this.page));
  }

  /** Keeps what this page has not sent of a pad, in the place of what was kept before. */
  async keep(pad: string, epoch: string, update: Uint8Array, words: string): Promise<void> {
    const db = await this.database;
    const left = { key: `${this.page}/${pad}`, line: this.line, pad, epoch, update, words };
    await db?.put("left", left).catch(() => undefined);
  }

  /** This page has sent all of a pad. */
  async sent(pad: string): Promise<void> {
    await this.forget(`${this.page}/${pad}`);
  }

  async forget(key: string): Promise<void> {
    const db = await this.database;
    await db?.delete("left", key).catch(() => undefined);
  }
}
