/** Ends all of one's own sign-ins but the one that asks. */
import { endAll } from "#lib/server/auth/ended.ts";
import { enterHouse } from "#lib/server/auth/enter.ts";
import { refuseEntry, reply } from "#lib/server/http/reply.ts";

export async function DELETE(request: Request) {
  const person = await enterHouse(request);
  if (!person.ok) return refuseEntry(person.fault);
  return reply({ ended: await endAll(person.value.id, person.value.sid) });
}
