/** Ends one of one's own sign-ins. */
import { endOne } from "#lib/server/auth/ended.ts";
import { enterHouse, isUuid } from "#lib/server/auth/enter.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";

export async function DELETE(request: Request, { params }: { params: Promise<{ session: string }> }) {
  const person = await enterHouse(request);
  if (!person.ok) return refuseEntry(person.fault);
  const { session } = await params;
  const ended = isUuid(session) && (await endOne(person.value.id, session));
  return ended ? reply({ ended: 1 }) : refuse(404, "session.none");
}
