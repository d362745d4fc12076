/** Makes the first account, for whoever knows the token that `npm start` printed. */
import { timingSafeEqual } from "node:crypto";
import * as z from "zod";
import { NewAccount } from "#lib/domain/account/shape.ts";
import { accountPorts } from "#lib/server/auth/ports.ts";
import { hashToken } from "#lib/server/auth/token.ts";
import { setUp } from "#lib/server/handle/account.ts";
import { adoptSample } from "#lib/server/handle/sample.ts";
import { refuse, reply } from "#lib/server/http/reply.ts";
import { body, guardOpen } from "#lib/server/http/who.ts";
import { registry } from "#lib/server/registry.ts";
import { orphanSample } from "#lib/server/store/sample.ts";

const Body = z.strictObject({ token: z.string().max(200), account: NewAccount });

export async function POST(request: Request) {
  const stop = await guardOpen(request);
  if (stop) return stop;
  const given = await body(request, Body);
  if (!given.ok) return given.answer;

  const house = registry();
  if (house.setupToken === null) return refuse(409, "setup.done");
  if (!timingSafeEqual(hashToken(given.value.token.trim()), hashToken(house.setupToken)))
    return refuse(403, "setup.token");
  const made = await setUp(accountPorts(), given.value.account);
  if (!made.ok) return refuse(made.fault.code === "setup.done" ? 409 : 422, made.fault.code);
  house.setupToken = null;
  house.log.info({ person: made.value.id }, "the installation has its owner");
  // The account is there whether or not the sample finds its owner.
  await adoptSample({ orphan: () => orphanSample(house.db), submit: house.writer.submit }, made.value.id).catch(
    (error: unknown) => {
      house.log.error({ err: error }, "the sample study has found no owner");
    },
  );
  return reply({ ok: true }, 201);
}
