/** Makes a link by which a member sets a new password; the answer holds its token, this once. */
import * as z from "zod";
import { Id } from "#lib/domain/field.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { membershipPorts } from "#lib/server/auth/ports.ts";
import { makeReset } from "#lib/server/handle/membership.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { body } from "#lib/server/http/who.ts";
import { registry } from "#lib/server/registry.ts";

const Body = z.strictObject({ person: Id });

export async function POST(request: Request, { params }: { params: Promise<{ study: string }> }) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const given = await body(request, Body);
  if (!given.ok) return given.answer;
  const { study, role, person } = scope.value;
  const made = await makeReset(
    membershipPorts(),
    { study, role, person: person.id, installer: person.installer },
    given.value.person,
  );
  if (!made.ok) return refuse(403, made.fault.code);
  registry().log.info({ person: given.value.person, by: person.id }, "a link for a new password was made");
  return reply(
    { url: `${registry().config.url}/reset/${made.value.token}`, expiresAt: made.value.expiresAt.toISOString() },
    201,
  );
}
