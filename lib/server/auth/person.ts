/** Who is asking: for pages, for routes and for the live socket, from the same cookie and the same session row. */
import type { IncomingMessage } from "node:http";
import { registry } from "../registry.ts";
import type { Role } from "#lib/domain/member/shape.ts";
import { sessions } from "../store/session.ts";
import type { SignedIn } from "../store/session.ts";
import { gathered } from "./gathered.ts";
import { cookieName, readCookie } from "./next-auth.ts";
import { unusedSince } from "./session-limits.ts";

export type { SignedIn } from "../store/session.ts";

/** The one signed in by this Cookie header, or null. Costs one query. */
export async function personFromCookies(header: string | null | undefined): Promise<SignedIn | null> {
  const token = await readCookie(ourCookie(header));
  if (!token) return null;
  const store = sessions(registry().db);
  return touched(await store.read(token.sid, unusedSince()));
}

/** A command costs less to carry out than to find out whose it is: those of many people are found out together. */
const memberOf = gathered((asked: readonly Readonly<{ sid: string; study: string }>[]) =>
  sessions(registry().db).readIn(asked, unusedSince()),
);

/** The one signed in by this Cookie header, and their role in a study, or null. Costs a share of one query. */
export async function memberFromCookies(
  header: string | null,
  study: string,
): Promise<Readonly<{ person: SignedIn; role: Role | null }> | null> {
  const token = await readCookie(ourCookie(header));
  if (!token) return null;
  const member = await memberOf({ sid: token.sid, study });
  await touched(member?.person ?? null);
  return member;
}

function ourCookie(header: string | null | undefined): string | undefined {
  const name = `${cookieName(registry().config.url)}=`;
  return (header ?? "")
    .split(";")
    .map((piece) => piece.trim())
    .find((piece) => piece.startsWith(name))
    ?.slice(name.length);
}

/** Notes that a sign-in was used, at most once a minute. */
async function touched(person: SignedIn | null): Promise<SignedIn | null> {
  if (person && Date.now() - person.seenAt.getTime() > 60_000) await sessions(registry().db).touch(person.sid);
  return person;
}

/** Who asks for the live socket; null also where the upgrade was not begun by our own pages. */
export async function personFromUpgrade(request: IncomingMessage): Promise<SignedIn | null> {
  if (request.headers.origin !== registry().config.url) return null; // browsers always send it with an upgrade
  return personFromCookies(request.headers.cookie);
}
