/** What is published of a study, and publishing more of it. For owners. */
import { may } from "#lib/domain/member/shape.ts";
import { PublicationOrder } from "#lib/domain/publication/shape.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { hashToken, makeToken } from "#lib/server/auth/token.ts";
import { publish } from "#lib/server/handle/publication.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { body } from "#lib/server/http/who.ts";
import { reportDesk } from "#lib/server/load/report.ts";
import { registry } from "#lib/server/registry.ts";
import { recordExport } from "#lib/server/store/export.ts";
import { keepPublication, publicationsOf } from "#lib/server/store/publication.ts";

export async function GET(request: Request, { params }: RouteContext<"/api/studies/[study]/publications">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  if (!may(scope.value.role, "managePeople")) return refuse(403, "role.denied");
  return reply(await publicationsOf(registry().db, scope.value.study));
}

export async function POST(request: Request, { params }: RouteContext<"/api/studies/[study]/publications">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  if (!may(scope.value.role, "managePeople") || !may(scope.value.role, "export")) return refuse(403, "role.denied");
  const given = await body(request, PublicationOrder);
  if (!given.ok) return given.answer;
  const { study, person } = scope.value;
  const { db, vault, log, config } = registry();
  const { language: lang, ...order } = given.value;
  const made = await publish(
    {
      desk: reportDesk(db, vault),
      record: (file) => recordExport(db, { ...file, id: crypto.randomUUID(), study, person: person.id }),
      keep: ({ token, ...page }) => keepPublication(db, { ...page, study, by: person.id, hash: hashToken(token) }),
      makeToken,
      now: () => new Date(),
    },
    study,
    { lang, ...order },
  );
  if (!made.ok) {
    log.warn({ study, code: made.fault.code }, "a publication was refused");
    const { code, ...detail } = made.fault;
    return refuse(code === "role.refused" ? 403 : 409, code, detail);
  }
  const { id, token, expiresAt } = made.value;
  log.info({ study, publication: id }, "a report was published at a link");
  return reply({ id, url: `${config.url}/published/${token}`, expiresAt: expiresAt.toISOString() }, 201);
}
