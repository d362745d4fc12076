/** Light, dark, or as the system says. Kept in a cookie so that the server draws the first page right. */
export const SCHEMES = ["light", "dark", "system"] as const;
export type Scheme = (typeof SCHEMES)[number];

export const SCHEME_COOKIE = "carthen-scheme";

export function isScheme(value: unknown): value is Scheme {
  return value === "light" || value === "dark" || value === "system";
}
