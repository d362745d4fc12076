/** Says which names stand in the finished report, what was decided about each, and shows the document. */
import * as z from "zod";
import { Lang } from "#lib/domain/field.ts";
import { may } from "#lib/domain/member/shape.ts";
import { APPENDICES, ATTRIBUTIONS } from "#lib/domain/report/check.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { check } from "#lib/server/handle/report.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { reportDesk } from "#lib/server/load/report.ts";
import { registry } from "#lib/server/registry.ts";

const Asked = z.strictObject({
  language: Lang,
  appendices: z
    .string()
    .transform((list) => list.split(",").filter((one) => one !== ""))
    .pipe(z.array(z.enum(APPENDICES)).max(APPENDICES.length))
    .default([]),
  beside: z.enum(ATTRIBUTIONS).default("none"),
});

export async function GET(request: Request, { params }: RouteContext<"/api/studies/[study]/report/check">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const { study, role, person } = scope.value;
  // It shows names and the words around them.
  if (!may(role, "readOriginals") || !may(role, "decideIdentifiers")) return refuse(403, "role.denied");
  const asked = Asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return refuse(400, "body.bad");
  const { db, vault } = registry();
  const { language, ...wish } = asked.data;
  return reply(await check(reportDesk(db, vault), study, person.id, language, wish));
}
