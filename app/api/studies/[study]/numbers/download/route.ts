/** Hands out a table or chart of numbers as a finished file, or says why not. */
import * as z from "zod";
import { Lang } from "#lib/domain/field.ts";
import { NumbersOrder } from "#lib/domain/matrix/order.ts";
import { downloadNumbers } from "#lib/server/handle/numbers.ts";
import { exportOrder } from "#lib/server/http/order.ts";
import { reply, replyFile } from "#lib/server/http/reply.ts";
import { reportDesk } from "#lib/server/load/report.ts";
import { registry } from "#lib/server/registry.ts";

const Order = z.strictObject({ format: z.enum(["csv", "svg", "png"]), language: Lang, numbers: NumbersOrder });

export async function POST(request: Request, { params }: RouteContext<"/api/studies/[study]/numbers/download">) {
  const asked = await exportOrder(request, (await params).study, Order);
  if (!asked.ok) return asked.fault;
  const { scope, order } = asked.value;
  const { study, person } = scope;
  const { db, vault, log } = registry();
  const made = await downloadNumbers(reportDesk(db, vault), study, person.id, {
    order: order.numbers,
    format: order.format,
    lang: order.language,
  });
  if (!made.ok) {
    log.warn({ study, code: made.fault.code }, "numbers were refused");
    return reply(made.fault, 409);
  }
  log.info({ study, format: order.format, size: made.value.bytes.length }, "numbers were handed out");
  return replyFile(made.value);
}
