/** Takes up an invitation: as the one signed in, or with a new account. */
import * as z from "zod";
import { NewAccount } from "#lib/domain/account/shape.ts";
import { enterHouse } from "#lib/server/auth/enter.ts";
import { accountPorts, membershipPorts } from "#lib/server/auth/ports.ts";
import { makeAccount } from "#lib/server/handle/account.ts";
import { join } from "#lib/server/handle/membership.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { body, guardOpen } from "#lib/server/http/who.ts";

const Body = z.strictObject({ token: z.string().max(200), account: NewAccount.optional() });

export async function POST(request: Request) {
  const stop = await guardOpen(request);
  if (stop) return stop;
  const given = await body(request, Body);
  if (!given.ok) return given.answer;
  const { token, account } = given.value;

  const ports = membershipPorts();
  const link = await ports.links.invitation(ports.hashToken(token));
  if (!link || link.usedAt !== null || link.expiresAt <= new Date()) return refuse(410, "link.dead");
  let person: string;
  if (account) {
    const made = await makeAccount(accountPorts(), account);
    if (!made.ok) return refuse(422, made.fault.code);
    person = made.value.id;
  } else {
    const here = await enterHouse(request);
    if (!here.ok) return refuseEntry(here.fault);
    person = here.value.id;
  }
  const joined = await join(ports, token, person);
  return joined.ok ? reply(joined.value, 201) : refuse(410, joined.fault.code);
}
