/**
 * The only place that knows next-auth (docs/decisions/next-auth-behind-one-module.md).
 *
 * next-auth makes and reads the signed cookie; whether the sign-in behind it still holds is the session row's to say.
 */
import NextAuth from "next-auth";
import type { NextAuthOptions } from "next-auth";
import { decode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import type { NextRequest } from "next/server";
import { registry } from "../registry.ts";
import { endOne } from "./ended.ts";
import { addressOf } from "./limits.ts";
import { ABSOLUTE } from "./session-limits.ts";
import { signIn } from "./sign-in.ts";

type Arrived = (locale: "en" | "cy") => void;

/** The session cookie's name; with `__Host-` no other site of the domain can set it. */
export function cookieName(url: string): string {
  return url.startsWith("https:") ? "__Host-carthen-session" : "carthen-session";
}

function options(arrived: Arrived): NextAuthOptions {
  const { config, secret } = registry();
  const secure = config.url.startsWith("https:");
  return {
    secret,
    session: { strategy: "jwt", maxAge: ABSOLUTE },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    useSecureCookies: secure,
    cookies: {
      sessionToken: { name: cookieName(config.url), options: { httpOnly: true, sameSite: "lax", path: "/", secure } },
    },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: async (given, request) => {
          const headers = new Headers(request.headers as Record<string, string>); // next-auth hands over a plain object of strings
          const signed = await signIn({
            email: given?.email ?? "",
            password: given?.password ?? "",
            address: addressOf(headers),
            agent: headers.get("user-agent") ?? "",
          });
          // next-auth passes on an error's message, and nothing else, to the page.
          if (!signed.ok)
            throw new Error(
              signed.fault.code === "sign-in.wait" ? `sign-in.wait:${signed.fault.seconds}` : signed.fault.code,
            );
          arrived(signed.value.locale);
          return { id: signed.value.person, sid: signed.value.sid };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, sid: "sid" in user ? user.sid : undefined } : token),
      session: ({ session }) => ({ expires: session.expires }), // says nothing: pages ask us, not this
    },
    events: {
      signOut: async ({ token }) => {
        const { sub, sid } = token ?? {};
        if (typeof sub === "string" && typeof sid === "string") await endOne(sub, sid);
      },
    },
    logger: {
      error: (code) => registry().log.warn({ code }, "next-auth"), // never its metadata: it holds what was typed
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

/**
 * Answers next-auth's own addresses, `/api/auth/*`.
 *
 * @param arrived - called where this request signs somebody in, with the language of their account
 */
export async function authRoute(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
  arrived: Arrived,
): Promise<Response> {
  const answer: unknown = await NextAuth(
    request as unknown as Parameters<typeof NextAuth>[0], // its types know only the older Pages Router
    context as unknown as Parameters<typeof NextAuth>[1], // as above
    options(arrived),
  );
  if (answer instanceof Response) return answer;
  throw new Error("next-auth gave no answer");
}

/** Cookies that were opened a while ago: opening one costs more than asking for its session. */
const opened = new Map<string, Readonly<{ sid: string; until: number }>>();
const MOST = 2000;
const KEPT = 5 * 60_000; // milliseconds

/**
 * The sign-in that a cookie speaks of, if we signed it and it is not too old. What was opened is remembered for a
 * while: that the sign-in still holds is for its session row to say, each time.
 */
export async function readCookie(value: string | undefined): Promise<{ sid: string } | null> {
  if (!value) return null;
  const known = opened.get(value);
  if (known && known.until > performance.now()) return known;
  const token = await decode({ token: value, secret: registry().secret }).catch(() => null);
  if (typeof token?.sid !== "string") return null;
  opened.delete(value);
  const [oldest] = opened.keys();
  if (opened.size >= MOST && oldest !== undefined) opened.delete(oldest);
  opened.set(value, { sid: token.sid, until: performance.now() + KEPT });
  return { sid: token.sid };
}
