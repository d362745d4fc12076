/** Ends all of one's own sign-ins but the one that asks. */
import { enterHouse } from "#lib/server/auth/enter.ts";
import { refuseEntry, reply } from "#lib/server/http/reply.ts";
import { registry } from "#lib/server/registry.ts";
import { sessions } from "#lib/server/store/session.ts";

export async function DELETE(request: Request) {
  const person = await enterHouse(request);
  if (!person.ok) return refuseEntry(person.fault);
  return reply({ ended: await sessions(registry().db).endAll(person.value.id, person.value.sid) });
}
