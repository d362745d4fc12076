/** Hands out the log as a finished .csv, or says why not. */
import * as z from "zod";
import { Lang } from "#lib/domain/field.ts";
import { downloadActivity } from "#lib/server/handle/activity-file.ts";
import { exportOrder } from "#lib/server/http/order.ts";
import { refuse, reply, replyStream } from "#lib/server/http/reply.ts";
import { logDesk } from "#lib/server/load/activity-file.ts";
import { reportDesk } from "#lib/server/load/report.ts";
import { registry } from "#lib/server/registry.ts";

const Order = z.strictObject({ language: Lang });

export async function POST(request: Request, { params }: RouteContext<"/api/studies/[study]/activity/download">) {
  const asked = await exportOrder(request, (await params).study, Order);
  if (!asked.ok) return asked.fault;
  const { scope, order } = asked.value;
  const { study, person } = scope;
  const { db, vault, log } = registry();
  const { language } = order;
  const made = await downloadActivity(reportDesk(db, vault), logDesk(db, person.id), study, person.id, language);
  if (!made.ok) {
    log.warn({ study, code: made.fault.code }, "a log was refused");
    return made.fault.code === "role.denied" ? refuse(403, "role.denied") : reply(made.fault, 409);
  }
  const { name, type, size, spool } = made.value;
  log.info({ study, size }, "a log was handed out");
  return replyStream({ name, type, size, stream: spool.stream() });
}
