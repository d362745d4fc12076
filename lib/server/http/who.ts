/** Body and caller of the small routes that are not about a study's content. */
import type * as z from "zod";
import { countLinkTry, addressOf } from "../auth/limits.ts";
import { isOurs } from "../auth/origin.ts";
import { registry } from "../registry.ts";
import { jsonBody, refuse } from "./reply.ts";

const SMALL = 64 * 1024;

/** The body of a small request, or the answer to give where it is none. */
export async function body<T>(
  request: Request,
  shape: z.ZodType<T>,
): Promise<{ ok: true; value: T } | { ok: false; answer: Response }> {
  const parsed = shape.safeParse(await jsonBody(request, SMALL));
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    answer: refuse(400, "body.bad", { fields: [...new Set(parsed.error.issues.map((issue) => issue.path.join(".")))] }),
  };
}

/** For routes without a sign-in: refuses other sites' pages, and too many tries from one address. Null where all is well. */
export async function guardOpen(request: Request): Promise<Response | null> {
  if (!isOurs(request.headers, registry().config.url)) return refuse(403, "origin.foreign");
  const seconds = await countLinkTry(addressOf(request.headers));
  return seconds > 0 ? refuse(429, "tries.wait", { seconds }) : null;
}
