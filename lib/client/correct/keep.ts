/**
 * Keeps what a person has written and not saved yet in this browser, in IndexedDB as the outbox is: it survives a reload
 * and a crash, and goes when it is saved. Where the browser keeps nothing for us, the page alone holds it.
 */
import { openDB } from "idb";
import type { DBSchema, IDBPDatabase } from "idb";

interface Schema extends DBSchema {
  draft: { key: string; value: { key: string; value: unknown } };
}

let opened: Promise<IDBPDatabase<Schema> | null> | null = null;

function database(): Promise<IDBPDatabase<Schema> | null> {
  opened ??= openDB<Schema>("carthen-drafts", 1, {
    upgrade: (db) => void db.createObjectStore("draft", { keyPath: "key" }),
  }).catch(() => null);
  return opened;
}

/** What was kept under a key; undefined where nothing was. */
export async function keptDraft(key: string): Promise<unknown> {
  const db = await database();
  return (await db?.get("draft", key).catch(() => undefined))?.value;
}

/** Keeps a draft in place of the one before; null takes it away. */
export async function keepDraft(key: string, value: unknown): Promise<void> {
  const db = await database();
  if (value === null) await db?.delete("draft", key).catch(() => undefined);
  else await db?.put("draft", { key, value }).catch(() => undefined);
}
