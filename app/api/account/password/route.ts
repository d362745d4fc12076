/** One's own password. The other sign-ins end with the old one. */
import * as z from "zod";
import { enterHouse } from "#lib/server/auth/enter.ts";
import { countTry, forgetTries } from "#lib/server/auth/limits.ts";
import { accountPorts } from "#lib/server/auth/ports.ts";
import { changePassword } from "#lib/server/handle/account.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { body } from "#lib/server/http/who.ts";

const Body = z.strictObject({ current: z.string().max(1000), next: z.string().max(1000) });

export async function POST(request: Request) {
  const person = await enterHouse(request);
  if (!person.ok) return refuseEntry(person.fault);
  const given = await body(request, Body);
  if (!given.ok) return given.answer;
  const seconds = await countTry(`password:${person.value.id}`, `person:${person.value.id}`);
  if (seconds > 0) return refuse(429, "tries.wait", { seconds });
  const done = await changePassword(accountPorts(), person.value, given.value);
  if (!done.ok) return refuse(422, done.fault.code);
  await forgetTries(`password:${person.value.id}`);
  return reply(done.value);
}
