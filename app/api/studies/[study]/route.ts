/** Deletes a study for ever: only from the trash, only by an owner, only with its title typed. Rule A22. */
import * as z from "zod";
import { may } from "#lib/domain/member/shape.ts";
import { sameTitle } from "#lib/domain/study/title.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { body } from "#lib/server/http/who.ts";
import { registry } from "#lib/server/registry.ts";
import { eraseStudy } from "#lib/server/store/found.ts";
import { shelf } from "#lib/server/store/shelf.ts";

const Body = z.strictObject({ title: z.string().max(1000) });

export async function DELETE(request: Request, { params }: { params: Promise<{ study: string }> }) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const { study, role, person } = scope.value;
  if (!may(role, "managePeople")) return refuse(403, "role.refused");
  const given = await body(request, Body);
  if (!given.ok) return given.answer;
  const { db, log } = registry();
  const titles = await shelf(db).titles(study);
  if (!titles.some((title) => sameTitle(title, given.value.title))) return refuse(422, "title.other");
  if (!(await eraseStudy(db, study))) return refuse(409, "study.kept");
  log.info({ study, person: person.id }, "a study was deleted for ever");
  return reply({ ok: true });
}
