/**
 * What the server would not carry out, kept by this browser until the person has dismissed it: a page that is loaded
 * anew still has it, with its words. Rules: docs/spec/sync.md, Y14 and Y96.
 */
import { openDB } from "idb";
import type { DBSchema, IDBPDatabase } from "idb";
import type { Refused } from "./state.ts";

interface Schema extends DBSchema {
  refused: { key: string; value: { cmdId: string; line: string; refused: Refused }; indexes: { line: string } };
}

export class Refusals {
  private readonly line: string;
  private readonly database: Promise<IDBPDatabase<Schema> | null>;

  /** @param line - whose they are: `study/person` */
  constructor(line: string) {
    this.line = line;
    // A database of its own: another version of the outbox's would have to wait until every older page is closed.
    this.database = openDB<Schema>("carthen-refused", 1, {
      upgrade: (db) => {
        db.createObjectStore("refused", { keyPath: "cmdId" }).createIndex("line", "line");
      },
    }).catch(() => null);
  }

  async all(): Promise<Refused[]> {
    const db = await this.database;
    const kept = (await db?.getAllFromIndex("refused", "line", this.line).catch(() => [])) ?? [];
    return kept.map(({ refused }) => refused);
  }

  /** Resolves when it is kept, or where this browser keeps nothing. */
  async keep(refused: Refused): Promise<void> {
    const db = await this.database;
    await db?.put("refused", { cmdId: refused.sent.cmdId, line: this.line, refused }).catch(() => undefined);
  }

  async forget(cmdId: string): Promise<void> {
    const db = await this.database;
    await db?.delete("refused", cmdId).catch(() => undefined);
  }
}
