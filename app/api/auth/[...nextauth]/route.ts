/** next-auth's own addresses: sign-in, sign-out, their token against forgery. */
import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import { LOCALE_COOKIE } from "#lib/client/i18n/locale.ts";
import { authRoute } from "#lib/server/auth/next-auth.ts";

async function answer(request: NextRequest, context: RouteContext<"/api/auth/[...nextauth]">) {
  const jar = await cookies();
  return authRoute(request, context, (locale) => {
    // A30: whoever has chosen no language in this browser finds the one of their account.
    if (!jar.has(LOCALE_COOKIE))
      jar.set(LOCALE_COOKIE, locale, {
        path: "/",
        maxAge: 31_536_000,
        sameSite: "lax",
        secure: request.nextUrl.protocol === "https:",
      });
  });
}

export { answer as GET, answer as POST };
