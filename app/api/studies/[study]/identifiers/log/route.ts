/** Hands out the anonymisation log, to those who may read originals. */
import * as z from "zod";
import { Lang } from "#lib/domain/field.ts";
import { may } from "#lib/domain/member/shape.ts";
import { exportOrder } from "#lib/server/http/order.ts";
import { refuse, replyFile } from "#lib/server/http/reply.ts";
import { takeLog } from "#lib/server/load/anonymisation-log.ts";
import { registry } from "#lib/server/registry.ts";

const Order = z.strictObject({ language: Lang });

export async function POST(request: Request, { params }: RouteContext<"/api/studies/[study]/identifiers/log">) {
  const asked = await exportOrder(request, (await params).study, Order);
  if (!asked.ok) return asked.fault;
  const { scope, order } = asked.value;
  const { study, person, role } = scope;
  if (!may(role, "readOriginals") || !may(role, "decideIdentifiers")) return refuse(403, "role.denied");
  const { db, vault, log } = registry();
  const file = await takeLog(db, vault, study, person.id, order.language);
  log.info({ study, size: file.bytes.length }, "an anonymisation log was handed out");
  return replyFile(file);
}
