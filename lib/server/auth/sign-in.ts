/** Signs somebody in: counts the try, checks the password, opens a session row. Rules A3, A7 to A9. */
import { randomUUID } from "node:crypto";
import { Email } from "#lib/domain/account/shape.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import { registry } from "../registry.ts";
import { accounts } from "../store/account.ts";
import { sessions } from "../store/session.ts";
import { countTry, forgetTries } from "./limits.ts";
import { checkPassword } from "./password.ts";
import { ABSOLUTE } from "./session-limits.ts";

export type SignInFault =
  | { readonly code: "sign-in.wrong" }
  | { readonly code: "sign-in.wait"; readonly seconds: number };

/**
 * @param given - as typed; `agent` is the browser's name for itself, shown in the list of sign-ins
 * Faults: `sign-in.wrong` for every mismatch alike; `sign-in.wait` after too many tries.
 */
export async function signIn(
  given: Readonly<{ email: string; password: string; address: string; agent: string }>,
): Promise<Result<{ person: string; sid: string; locale: "en" | "cy" }, SignInFault>> {
  const { db, log } = registry();
  const parsed = Email.safeParse(given.email);
  const email = parsed.success ? parsed.data : "";
  const seconds = await countTry(email, given.address);
  if (seconds > 0) {
    log.warn({ seconds }, "sign-in refused: too many tries");
    return no({ code: "sign-in.wait", seconds });
  }
  const account = parsed.success ? await accounts(db).byEmail(email) : null;
  const right = await checkPassword(account?.disabled === false ? account.hash : null, given.password.slice(0, 1000));
  if (!account || !right) {
    log.info("sign-in refused: wrong address or password");
    return no({ code: "sign-in.wrong" });
  }
  await forgetTries(email);
  const sid = randomUUID();
  await sessions(db).open({
    id: sid,
    person: account.id,
    agent: given.agent.slice(0, 300),
    expiresAt: new Date(Date.now() + ABSOLUTE * 1000),
  });
  log.info({ person: account.id }, "signed in");
  return yes({ person: account.id, sid, locale: account.locale });
}
