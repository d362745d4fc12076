/**
 * Opens every page in a real browser, as people do, and searches all that the browser was given, holds and shows: answers and their
 * headers, frames of the live line, the document with its attributes and values, what is drawn on canvases, and what is stored.
 */
import { createHash } from "node:crypto";
import type { BrowserContext, Page, Response } from "@playwright/test";
import type { Lookout } from "./look.ts";
import { visits } from "./visits.ts";
import type { Rooms } from "./visits.ts";

const QUIET = 600; // ms without a request after which a page has all that it asks for
const SETTLES = 8000; // ms

export class Screens {
  private readonly context: BrowserContext;
  private readonly lookout: Lookout;
  private readonly hashes = new Set<string>();
  private readonly reading: Promise<void>[] = [];
  frames = 0;

  constructor(context: BrowserContext, lookout: Lookout) {
    this.context = context;
    this.lookout = lookout;
  }

  /** Opens all pages in a language. What went wrong. */
  async walk(rooms: Rooms, url: string, locale: "en" | "cy"): Promise<string[]> {
    const faults: string[] = [];
    await this.context.addCookies([{ name: "carthen-locale", value: locale, url }]);
    const page = await this.open();
    page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
    for (const [, visit] of visits()) {
      if (!("opens" in visit)) continue;
      for (const path of visit.opens(rooms)) {
        const where = `${path} in a browser, ${locale}`;
        await page.goto(path);
        await settled(page);
        await this.search(page, where);
      }
    }
    await page.close();
    await Promise.all(this.reading);
    return faults;
  }

  /** A page whose answers and frames are searched as they come, and that remembers what it draws. */
  async open(): Promise<Page> {
    const page = await this.context.newPage();
    await page.addInitScript(remember);
    page.on("response", (response) => this.reading.push(this.answer(response)));
    page.on("websocket", (socket) =>
      socket.on("framereceived", ({ payload }) => {
        this.frames += 1;
        this.reading.push(this.lookout.look(payload, "a frame of the live line in a browser"));
      }),
    );
    return page;
  }

  /** Searches what a page shows and holds now. */
  async search(page: Page, where: string): Promise<void> {
    await this.lookout.look(await page.content(), `${where}: document`);
    await this.lookout.look(JSON.stringify(await page.evaluate(held)), `${where}: values, words, drawings and storage`);
    await this.lookout.look(JSON.stringify(await this.context.cookies()), `${where}: cookies`);
  }

  private async answer(response: Response): Promise<void> {
    const where = new URL(response.url()).pathname;
    this.lookout.read(JSON.stringify(await response.allHeaders()), `${where}, headers`, "plain");
    const body = await response.body().catch(() => null); // none of a redirect, and none any more of a page that was left
    if (!body) return;
    const hash = createHash("sha256").update(body).digest("base64");
    if (this.hashes.has(hash)) return;
    this.hashes.add(hash);
    await this.lookout.look(body, `${where} in a browser`);
  }
}

/** Waits until a page has asked for nothing for a while; a page with a live line is never idle otherwise. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle", { timeout: SETTLES }).catch(() => undefined);
  await page.waitForTimeout(QUIET); // what it shows of it comes a moment later, and tells nobody
}

/** Keeps what is written on canvases: of pictures the letters cannot be read any more. */
function remember(): void {
  const drawn: string[] = [];
  Object.assign(window, { drawn });
  for (const kind of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
    for (const way of ["fillText", "strokeText", "measureText"] as const) {
      const own = kind.prototype[way] as (...given: unknown[]) => unknown; // called as it was
      Object.assign(kind.prototype, {
        [way](this: unknown, ...given: unknown[]) {
          if (drawn.length < 20_000) drawn.push(String(given[0]));
          return own.apply(this, given);
        },
      });
    }
  }
}

/** All that a page holds besides its document. Runs in the browser. */
async function held(): Promise<Record<string, unknown>> {
  const bytes = (value: ArrayBuffer | ArrayBufferView): string =>
    Array.from(value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array(value.buffer), (byte) =>
      String.fromCharCode(byte),
    ).join("");
  const plain = (value: unknown): unknown => {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return bytes(value);
    if (value instanceof Map) return [...value].map(plain);
    if (value instanceof Set) return [...value].map(plain);
    if (Array.isArray(value)) return value.map(plain);
    if (value !== null && typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
    return typeof value === "bigint" ? String(value) : value;
  };
  const done = <T>(asked: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error ?? new Error("not read"));
    });
  const databases: Record<string, unknown> = {};
  for (const { name } of await indexedDB.databases()) {
    if (!name) continue;
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const rows = database.transaction(store).objectStore(store);
      databases[`${name}/${store}`] = plain([await done(rows.getAllKeys()), await done(rows.getAll())]);
    }
    database.close();
  }
  const caches: Record<string, unknown> = {};
  if ("caches" in window)
    for (const name of await window.caches.keys())
      for (const request of await (await window.caches.open(name)).keys())
        caches[request.url] = await (await window.caches.match(request))?.text();
  return {
    title: document.title,
    address: location.href,
    words: document.body.innerText,
    values: [...document.querySelectorAll("input, textarea, select")].map((field) => (field as HTMLInputElement).value),
    drawn: (window as unknown as { drawn?: unknown }).drawn,
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    history: plain(history.state),
    databases,
    caches,
  };
}
