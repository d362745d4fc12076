/**
 * What somebody does with their own account: makes the first one, changes name, language or password, sets a new
 * password by a one-time link. Rules: docs/spec/account.md.
 */
import { randomUUID } from "node:crypto";
import { passwordFault } from "#lib/domain/account/password.ts";
import type { PasswordFault } from "#lib/domain/account/password.ts";
import type { NewAccount } from "#lib/domain/account/shape.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";

type Lang = "en" | "cy";

/** What is asked of the world. */
export type Ports = Readonly<{
  accounts: Readonly<{
    byId: (id: string) => Promise<{ hash: string | null; email: string; name: string } | null>;
    make: (
      made: Readonly<{ id: string; email: string; name: string; locale: Lang; hash: string; installer: boolean }>,
    ) => Promise<boolean>;
    makeFirst: (
      made: Readonly<{ id: string; email: string; name: string; locale: Lang; hash: string }>,
    ) => Promise<boolean>;
    setHash: (id: string, hash: string) => Promise<void>;
  }>;
  sessions: Readonly<{ endAll: (person: string, except: string | null) => Promise<number> }>;
  links: Readonly<{
    resetFor: (hash: Buffer) => Promise<{
      id: string;
      person: string;
      email: string;
      name: string;
      expiresAt: Date;
      usedAt: Date | null;
    } | null>;
    claim: (id: string) => Promise<boolean>;
  }>;
  hashPassword: (password: string) => Promise<string>;
  checkPassword: (stored: string | null, password: string) => Promise<boolean>;
}>;

/** Makes the first account, which owns the installation. Rule A1. */
export async function setUp(
  ports: Ports,
  given: NewAccount,
): Promise<Result<{ id: string }, { code: PasswordFault | "setup.done" }>> {
  const weak = passwordFault(given.password, [given.email, given.name]);
  if (weak) return no({ code: weak });
  const id = randomUUID();
  const { email, name, locale } = given;
  const made = await ports.accounts.makeFirst({
    id,
    email,
    name,
    locale,
    hash: await ports.hashPassword(given.password),
  });
  return made ? yes({ id }) : no({ code: "setup.done" });
}

/** Makes an account for somebody who was invited. */
export async function makeAccount(
  ports: Ports,
  given: NewAccount,
): Promise<Result<{ id: string }, { code: PasswordFault | "email.taken" }>> {
  const weak = passwordFault(given.password, [given.email, given.name]);
  if (weak) return no({ code: weak });
  const id = randomUUID();
  const { email, name, locale } = given;
  const made = await ports.accounts.make({
    id,
    email,
    name,
    locale,
    installer: false,
    hash: await ports.hashPassword(given.password),
  });
  return made ? yes({ id }) : no({ code: "email.taken" });
}

/** Changes one's own password; every other sign-in of the same person ends. Rule A13. */
export async function changePassword(
  ports: Ports,
  who: Readonly<{ id: string; sid: string }>,
  given: Readonly<{ current: string; next: string }>,
): Promise<Result<{ ended: number }, { code: PasswordFault | "password.wrong" }>> {
  const account = await ports.accounts.byId(who.id);
  if (!(await ports.checkPassword(account?.hash ?? null, given.current)) || !account)
    return no({ code: "password.wrong" });
  const weak = passwordFault(given.next, [account.email, account.name]);
  if (weak) return no({ code: weak });
  await ports.accounts.setHash(who.id, await ports.hashPassword(given.next));
  return yes({ ended: await ports.sessions.endAll(who.id, who.sid) });
}

/** Sets a new password by a one-time link; every sign-in of that person ends. Rule A14. */
export async function resetPassword(
  ports: Ports,
  token: Buffer,
  password: string,
): Promise<Result<{ email: string }, { code: PasswordFault | "link.dead" }>> {
  const link = await ports.links.resetFor(token);
  if (!link || link.usedAt !== null || link.expiresAt <= new Date()) return no({ code: "link.dead" });
  const weak = passwordFault(password, [link.email, link.name]);
  if (weak) return no({ code: weak });
  const hash = await ports.hashPassword(password);
  if (!(await ports.links.claim(link.id))) return no({ code: "link.dead" });
  await ports.accounts.setHash(link.person, hash);
  await ports.sessions.endAll(link.person, null);
  return yes({ email: link.email });
}
