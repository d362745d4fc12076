/** Hands out the codebook as a finished .csv or .qdc, or says why not. */
import * as z from "zod";
import { Lang } from "#lib/domain/field.ts";
import { downloadCodebook } from "#lib/server/handle/codebook.ts";
import { exportOrder } from "#lib/server/http/order.ts";
import { refuse, reply, replyFile } from "#lib/server/http/reply.ts";
import { reportDesk } from "#lib/server/load/report.ts";
import { registry } from "#lib/server/registry.ts";

const Order = z.strictObject({ format: z.enum(["csv", "qdc"]), language: Lang });

export async function POST(request: Request, { params }: RouteContext<"/api/studies/[study]/codebook/download">) {
  const asked = await exportOrder(request, (await params).study, Order);
  if (!asked.ok) return asked.fault;
  const { scope, order } = asked.value;
  const { study, person } = scope;
  const { db, vault, log } = registry();
  const made = await downloadCodebook(reportDesk(db, vault), study, person.id, {
    format: order.format,
    lang: order.language,
  });
  if (!made.ok) {
    log.warn({ study, code: made.fault.code }, "a codebook was refused");
    return made.fault.code === "codebook.empty" ? refuse(422, "codebook.empty") : reply(made.fault, 409);
  }
  log.info({ study, format: order.format, size: made.value.bytes.length }, "a codebook was handed out");
  return replyFile(made.value);
}
