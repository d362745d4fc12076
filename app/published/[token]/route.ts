/** A published report, for whoever has its link. What browsers are told of such a page besides is in lib/server/http/headers.ts. */
import { hashToken } from "#lib/server/auth/token.ts";
import { nowhere } from "#lib/server/load/nowhere.ts";
import { registry } from "#lib/server/registry.ts";
import { publishedPage } from "#lib/server/store/publication.ts";

export async function GET(_: Request, { params }: RouteContext<"/published/[token]">) {
  const page = await publishedPage(registry().db, hashToken((await params).token));
  return new Response(Uint8Array.from(page ?? nowhere()), {
    status: page ? 200 : 404,
    headers: { "content-type": "text/html; charset=utf-8" },
  });
}
