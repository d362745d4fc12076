/** The game in which somebody who knows the people of a study guesses whose words its quotes are: a round of it, and what came of it. */
import * as z from "zod";
import { Id } from "#lib/domain/field.ts";
import { Guesses } from "#lib/domain/guess/round.ts";
import { mayGuess } from "#lib/domain/guess/shape.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { body } from "#lib/server/http/who.ts";
import { keepGuesses, roundFor } from "#lib/server/load/guess.ts";
import { registry } from "#lib/server/registry.ts";

const Asked = z.strictObject({ game: Id });
const Said = z.strictObject({ game: Id, guesses: Guesses });

export async function GET(request: Request, { params }: RouteContext<"/api/studies/[study]/report/guess">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const { study, role } = scope.value;
  if (!mayGuess(role)) return refuse(403, "role.denied");
  const asked = Asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return refuse(400, "body.bad");
  const { db, vault } = registry();
  return reply(await roundFor(db, vault, study, asked.data.game));
}

export async function POST(request: Request, { params }: RouteContext<"/api/studies/[study]/report/guess">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const { study, role, person } = scope.value;
  if (!mayGuess(role)) return refuse(403, "role.denied");
  const said = await body(request, Said);
  if (!said.ok) return said.answer;
  const { db, vault, writer } = registry();
  const kept = await keepGuesses(db, vault, writer, { study, person: person.id, ...said.value });
  return kept.ok ? reply(kept.value) : refuse(kept.fault.code === "role.refused" ? 403 : 409, kept.fault.code);
}
