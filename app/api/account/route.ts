/** One's own name and language. */
import * as z from "zod";
import { PersonName } from "#lib/domain/account/shape.ts";
import { Lang } from "#lib/domain/field.ts";
import { enterHouse } from "#lib/server/auth/enter.ts";
import { refuseEntry, reply } from "#lib/server/http/reply.ts";
import { body } from "#lib/server/http/who.ts";
import { registry } from "#lib/server/registry.ts";
import { accounts } from "#lib/server/store/account.ts";

const Body = z.strictObject({ name: PersonName, locale: Lang }).partial();

export async function PATCH(request: Request) {
  const person = await enterHouse(request);
  if (!person.ok) return refuseEntry(person.fault);
  const given = await body(request, Body);
  if (!given.ok) return given.answer;
  await accounts(registry().db).change(person.value.id, given.value);
  return reply({ ok: true });
}
