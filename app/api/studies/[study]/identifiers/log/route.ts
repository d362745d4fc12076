/** Hands out the anonymisation log, to those who may read originals. */
import { createHash, randomUUID } from "node:crypto";
import * as z from "zod";
import { Lang } from "#lib/domain/field.ts";
import { may } from "#lib/domain/member/shape.ts";
import { exportOrder } from "#lib/server/http/order.ts";
import { refuse, replyFile } from "#lib/server/http/reply.ts";
import { anonymisationLog } from "#lib/server/load/anonymisation-log.ts";
import { registry } from "#lib/server/registry.ts";
import { clockOf } from "#lib/server/store/events.ts";
import { recordExport } from "#lib/server/store/export.ts";

const Order = z.strictObject({ language: Lang });

export async function POST(request: Request, { params }: RouteContext<"/api/studies/[study]/identifiers/log">) {
  const asked = await exportOrder(request, (await params).study, Order);
  if (!asked.ok) return asked.fault;
  const { scope, order } = asked.value;
  const { study, person, role } = scope;
  if (!may(role, "readOriginals") || !may(role, "decideIdentifiers")) return refuse(403, "role.denied");
  const { db, vault, log } = registry();
  const seq = BigInt((await clockOf(db, study))?.seq ?? 0);
  const bytes = await anonymisationLog(db, vault, study, order.language);
  const sha256 = createHash("sha256").update(bytes).digest();
  const entry = { study, person: person.id, format: "csv", lang: order.language, size: bytes.length, sha256, seq };
  await recordExport(db, { id: randomUUID(), ...entry });
  log.info({ study, size: bytes.length }, "an anonymisation log was handed out");
  // Its name says that it is not for publishing.
  return replyFile({
    name: `CONFIDENTIAL-anonymisation-log-${order.language}.csv`,
    type: "text/csv; charset=utf-8",
    bytes,
  });
}
