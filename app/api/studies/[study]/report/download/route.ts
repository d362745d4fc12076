/** Hands out a finished file, or says why not. */
import * as z from "zod";
import { Lang } from "#lib/domain/field.ts";
import { may } from "#lib/domain/member/shape.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { download } from "#lib/server/handle/report.ts";
import { jsonBody, refuse, refuseEntry, reply, replyFile } from "#lib/server/http/reply.ts";
import { reportDesk } from "#lib/server/load/report.ts";
import { registry } from "#lib/server/registry.ts";

const Order = z.strictObject({ format: z.enum(["docx", "html", "csv"]), language: Lang });

export async function POST(request: Request, { params }: RouteContext<"/api/studies/[study]/report/download">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const { study, role, person } = scope.value;
  if (!may(role, "export")) return refuse(403, "role.denied");
  const order = Order.safeParse(await jsonBody(request, 1024));
  if (!order.success) return refuse(400, "body.bad");
  const { db, vault, log } = registry();
  const made = await download(reportDesk(db, vault), study, person.id, {
    format: order.data.format,
    lang: order.data.language,
  });
  if (!made.ok) {
    log.warn({ study, code: made.fault.code }, "an export was refused");
    return reply(made.fault, 409);
  }
  log.info({ study, format: order.data.format, size: made.value.bytes.length }, "an export was handed out");
  return replyFile(made.value);
}
