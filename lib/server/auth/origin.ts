/**
 * Whether a request that writes was made by our own pages: cookies alone do not say so (cross-site request forgery).
 * Rule A6.
 */

/** @param url - our origin, `https://carthen.example.org` */
export function isOurs(headers: Headers, url: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = headers.get("origin");
  if (origin !== null) return origin === url;
  return site === "same-origin"; // neither header: not a browser that we would trust with a cookie
}
