/** Makes an invitation to a study; the answer holds its token, this once. */
import * as z from "zod";
import { Role } from "#lib/domain/member/shape.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { membershipPorts } from "#lib/server/auth/ports.ts";
import { invite } from "#lib/server/handle/membership.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { body } from "#lib/server/http/who.ts";
import { registry } from "#lib/server/registry.ts";

const Body = z.strictObject({ role: Role });

export async function POST(request: Request, { params }: { params: Promise<{ study: string }> }) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const given = await body(request, Body);
  if (!given.ok) return given.answer;
  const { study, role, person } = scope.value;
  const made = await invite(membershipPorts(), { study, role, person: person.id }, given.value.role);
  if (!made.ok) return refuse(403, made.fault.code);
  const { id, token, expiresAt } = made.value;
  return reply({ id, url: `${registry().config.url}/join/${token}`, expiresAt: expiresAt.toISOString() }, 201);
}
