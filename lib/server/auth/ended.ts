/** Ends sign-ins, and with them the open sockets that came by them, on every instance. Rule Y37. */
import { registry } from "../registry.ts";
import { sessions } from "../store/session.ts";

/** Ends one sign-in of a person. */
export async function endOne(person: string, sid: string): Promise<boolean> {
  const { db, signedOut } = registry();
  const ended = await sessions(db).end(person, sid);
  signedOut(person);
  return ended;
}

/** Ends all sign-ins of a person, but for `except`. */
export async function endAll(person: string, except: string | null): Promise<number> {
  const { db, signedOut } = registry();
  const ended = await sessions(db).endAll(person, except);
  signedOut(person);
  return ended;
}
