/** Sets a new password by a one-time link. */
import * as z from "zod";
import { accountPorts } from "#lib/server/auth/ports.ts";
import { hashToken } from "#lib/server/auth/token.ts";
import { resetPassword } from "#lib/server/handle/account.ts";
import { refuse, reply } from "#lib/server/http/reply.ts";
import { body, guardOpen } from "#lib/server/http/who.ts";

const Body = z.strictObject({ token: z.string().max(200), password: z.string().max(1000) });

export async function POST(request: Request) {
  const stop = await guardOpen(request);
  if (stop) return stop;
  const given = await body(request, Body);
  if (!given.ok) return given.answer;
  const done = await resetPassword(accountPorts(), hashToken(given.value.token), given.value.password);
  return done.ok ? reply(done.value) : refuse(done.fault.code === "link.dead" ? 410 : 422, done.fault.code);
}
