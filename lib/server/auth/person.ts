/** Who is asking: for pages, for routes and for the live socket, from the same cookie and the same session row. */
import type { IncomingMessage } from "node:http";
import { registry } from "../registry.ts";
import { sessions } from "../store/session.ts";
import type { SignedIn } from "../store/session.ts";
import { cookieName, readCookie } from "./next-auth.ts";
import { unusedSince } from "./session-limits.ts";

export type { SignedIn } from "../store/session.ts";

/** The one signed in by this Cookie header, or null. Costs one query. */
export async function personFromCookies(header: string | null | undefined): Promise<SignedIn | null> {
  const { config, db } = registry();
  const name = `${cookieName(config.url)}=`;
  const part = (header ?? "")
    .split(";")
    .map((piece) => piece.trim())
    .find((piece) => piece.startsWith(name));
  const token = await readCookie(part?.slice(name.length));
  if (!token) return null;
  const store = sessions(db);
  const person = await store.read(token.sid, unusedSince());
  if (person && Date.now() - person.seenAt.getTime() > 60_000) await store.touch(person.sid);
  return person;
}

/** Who asks for the live socket; null also where the upgrade was not begun by our own pages. */
export async function personFromUpgrade(request: IncomingMessage): Promise<SignedIn | null> {
  if (request.headers.origin !== registry().config.url) return null; // browsers always send it with an upgrade
  return personFromCookies(request.headers.cookie);
}
