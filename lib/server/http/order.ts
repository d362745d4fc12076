/** Who asks for a finished file, and for which: every route that hands one out begins with this. */
import type * as z from "zod";
import { may } from "#lib/domain/member/shape.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import { enter } from "../auth/enter.ts";
import type { Scope } from "../auth/enter.ts";
import { jsonBody, refuse, refuseEntry } from "./reply.ts";

/**
 * Lets somebody in who may take files out of a study, with what they ask for; else the answer that refuses it.
 *
 * @param limit - bytes of the order
 */
export async function exportOrder<Order>(
  request: Request,
  of: string,
  shape: z.ZodType<Order>,
  limit = 1024,
): Promise<Result<Readonly<{ scope: Scope; order: Order }>, Response>> {
  const scope = await enter(request, of);
  if (!scope.ok) return no(refuseEntry(scope.fault));
  if (!may(scope.value.role, "export")) return no(refuse(403, "role.denied"));
  const order = shape.safeParse(await jsonBody(request, limit));
  return order.success ? yes({ scope: scope.value, order: order.data }) : no(refuse(400, "body.bad"));
}
