/** A study as it was: `?at=` a place in its log, or `?on=` a minute as clocks show it in Wales. */
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import * as z from "zod";
import { enter } from "#lib/server/auth/enter.ts";
import { refuse, refuseEntry, replyGzipped } from "#lib/server/http/reply.ts";
import { momentAt } from "#lib/server/load/moment.ts";
import { registry } from "#lib/server/registry.ts";
import { placeAt } from "#lib/server/store/events.ts";

const Minute = z.iso.datetime({ local: true, offset: false, precision: -1 });
const compress = promisify(gzip);

export async function GET(request: Request, { params }: RouteContext<"/api/studies/[study]/past">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const { study, person } = scope.value;
  const { db } = registry();
  const asked = new URL(request.url).searchParams;
  const minute = asked.get("on");
  if (minute !== null && !Minute.safeParse(minute).success) return refuse(400, "body.bad");
  const at = minute === null ? Number(asked.get("at")) : ((await placeAt(db, study, minute)) ?? 1);
  if (!Number.isSafeInteger(at)) return refuse(400, "body.bad");
  const moment = await momentAt(db, study, person.id, at);
  return moment ? replyGzipped(await compress(JSON.stringify(moment), { level: 2 })) : refuse(404, "row.missing");
}
