/**
 * The headers that make browsers defend people: what a page may load, who may frame it, what may be kept.
 *
 * Rules: docs/spec/runtime.md, RT15 to RT17.
 */
import { createHash, randomBytes } from "node:crypto";
import { STYLE } from "#lib/format/report/style.ts";

/** A number used once, for the scripts of one answer. 128 bits. */
export function makeNonce(): string {
  return randomBytes(16).toString("base64");
}

/**
 * What a page may do: nothing from elsewhere, no script but those of this answer.
 *
 * Style attributes are allowed because React writes positions into them on the server; style sheets are not.
 *
 * @param url - our origin; named for the live socket, as not every browser counts `wss:` as 'self'
 */
export function contentSecurityPolicy(at: Readonly<{ nonce: string; url: string; dev: boolean }>): string {
  const live = at.url.replace(/^http/, "ws");
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${at.nonce}' 'strict-dynamic'${at.dev ? " 'unsafe-eval'" : ""}`,
    at.dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${at.nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${live}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(at.url.startsWith("https:") ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** Where reports stand that are read at a link, by people who are not signed in. */
export const PUBLISHED = "/published/";

const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

/** What a published report may do: nothing but wear its own style sheet (docs/spec/publication.md, PB4). */
export function publishedPolicy(): string {
  return `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox`;
}

/** Headers that every answer carries. */
export function commonHeaders(at: Readonly<{ url: string; path: string }>): Readonly<Record<string, string>> {
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": at.path.startsWith(PUBLISHED) ? "no-referrer" : "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    ...(at.url.startsWith("https:") ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
    ...(at.path.startsWith(PUBLISHED) ? { "X-Robots-Tag": "noindex, nofollow, noarchive" } : {}),
    // Files that Next names by their content may be kept; whatever says something about a study may not.
    ...(at.path.startsWith("/_next/static/") ? {} : { "Cache-Control": "no-store" }),
  };
}
