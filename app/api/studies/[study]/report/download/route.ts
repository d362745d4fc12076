/** Hands out a finished file, or says why not. */
import * as z from "zod";
import { Lang } from "#lib/domain/field.ts";
import { APPENDICES, ATTRIBUTIONS, REPORT_FORMATS } from "#lib/domain/report/check.ts";
import { download } from "#lib/server/handle/report.ts";
import { exportOrder } from "#lib/server/http/order.ts";
import { reply, replyFile } from "#lib/server/http/reply.ts";
import { reportDesk } from "#lib/server/load/report.ts";
import { registry } from "#lib/server/registry.ts";

const Order = z.strictObject({
  format: z.enum(REPORT_FORMATS),
  language: Lang,
  appendices: z.array(z.enum(APPENDICES)).max(APPENDICES.length).default([]),
  beside: z.enum(ATTRIBUTIONS).default("none"),
});

export async function POST(request: Request, { params }: RouteContext<"/api/studies/[study]/report/download">) {
  const asked = await exportOrder(request, (await params).study, Order);
  if (!asked.ok) return asked.fault;
  const { scope, order } = asked.value;
  const { study, person } = scope;
  const { db, vault, log } = registry();
  const made = await download(reportDesk(db, vault), study, person.id, {
    format: order.format,
    lang: order.language,
    appendices: order.appendices,
    beside: order.beside,
  });
  if (!made.ok) {
    log.warn({ study, code: made.fault.code }, "an export was refused");
    return reply(made.fault, 409);
  }
  log.info({ study, format: order.format, size: made.value.bytes.length }, "an export was handed out");
  return replyFile(made.value);
}
