/**
 * Invitations to a study, and links for a new password that an owner may make. Rules: docs/spec/account.md, A15 to A21.
 */
import { randomUUID } from "node:crypto";
import { may } from "#lib/domain/member/shape.ts";
import type { Role } from "#lib/domain/member/shape.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";

const WEEK = 7 * 24 * 60 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;

type Invitation = Readonly<{
  id: string;
  study: string;
  role: Role;
  by: string | null;
  expiresAt: Date;
  usedAt: Date | null;
}>;

/** What is asked of the world. */
export type Ports = Readonly<{
  links: Readonly<{
    invite: (
      made: Readonly<{ id: string; hash: Buffer; study: string; role: Role; by: string; expiresAt: Date }>,
    ) => Promise<void>;
    reset: (
      made: Readonly<{ id: string; hash: Buffer; person: string; by: string | null; expiresAt: Date }>,
    ) => Promise<void>;
    invitation: (hash: Buffer) => Promise<Invitation | null>;
    claim: (id: string) => Promise<boolean>;
    release: (id: string) => Promise<void>;
  }>;
  members: Readonly<{ role: (study: string, person: string) => Promise<{ role: Role } | null> }>;
  accounts: Readonly<{
    byId: (id: string) => Promise<{ installer: boolean } | null>;
    ownsAllOf: (asker: string, person: string) => Promise<boolean>;
  }>;
  /** Gives a person a role, in the name of somebody who must be allowed to; says whether it was done. */
  setMember: (study: string, by: string, person: string, role: Role) => Promise<boolean>;
  makeToken: () => string;
  hashToken: (token: string) => Buffer;
}>;

/** Makes an invitation; its token is given back here and nowhere else. */
export async function invite(
  ports: Ports,
  who: Readonly<{ person: string; study: string; role: Role }>,
  as: Role,
): Promise<Result<{ id: string; token: string; expiresAt: Date }, { code: "role.refused" }>> {
  if (!may(who.role, "managePeople")) return no({ code: "role.refused" });
  const made = { id: randomUUID(), token: ports.makeToken(), expiresAt: new Date(Date.now() + WEEK) };
  await ports.links.invite({
    id: made.id,
    hash: ports.hashToken(made.token),
    study: who.study,
    role: as,
    by: who.person,
    expiresAt: made.expiresAt,
  });
  return yes(made);
}

/**
 * Takes up an invitation. The role is given in the name of the one who invited, so an invitation is worth nothing once
 * they may no longer invite (rule A18); whoever belongs to the study already keeps their role and the link stays good.
 */
export async function join(
  ports: Ports,
  token: string,
  person: string,
): Promise<Result<{ study: string }, { code: "link.dead" }>> {
  const found = await ports.links.invitation(ports.hashToken(token));
  if (!found || found.by === null || found.usedAt !== null || found.expiresAt <= new Date())
    return no({ code: "link.dead" });
  if (await ports.members.role(found.study, person)) return yes({ study: found.study });
  if (!(await ports.links.claim(found.id))) return no({ code: "link.dead" });
  try {
    if (await ports.setMember(found.study, found.by, person, found.role)) return yes({ study: found.study });
  } catch (error) {
    await ports.links.release(found.id);
    throw error;
  }
  return no({ code: "link.dead" });
}

/**
 * Makes a link by which a member of the study sets a new password. Only for people whose every study the asker owns
 * (rule A21): else an owner here could walk into somebody else's study. Who runs the installation may for everybody.
 */
export async function makeReset(
  ports: Ports,
  who: Readonly<{ person: string; study: string; role: Role; installer: boolean }>,
  person: string,
): Promise<Result<{ token: string; expiresAt: Date }, { code: "role.refused" | "reset.elsewhere" }>> {
  if (!may(who.role, "managePeople") || !(await ports.members.role(who.study, person)))
    return no({ code: "role.refused" });
  const account = await ports.accounts.byId(person);
  const allowed =
    account !== null && (who.installer || (!account.installer && (await ports.accounts.ownsAllOf(who.person, person))));
  if (!allowed) return no({ code: "reset.elsewhere" });
  const made = { token: ports.makeToken(), expiresAt: new Date(Date.now() + DAY) };
  await ports.links.reset({
    id: randomUUID(),
    hash: ports.hashToken(made.token),
    person,
    by: who.person,
    expiresAt: made.expiresAt,
  });
  return yes(made);
}
