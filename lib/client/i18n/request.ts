/**
 * What next-intl asks for each request: the language, and the catalogues.
 *
 * Runs on the server only. Every folder of `messages/` is a namespace; adding one needs no list.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { ZONE } from "#lib/domain/zone.ts";
import { fromAcceptLanguage, isLocale, LOCALE_COOKIE } from "./locale.ts";
import type { Locale } from "./locale.ts";

type Catalogue = Record<string, unknown>;

const kept = new Map<Locale, Catalogue>();

async function catalogue(locale: Locale): Promise<Catalogue> {
  const known = kept.get(locale);
  if (known) return known;
  const root = path.join(/* turbopackIgnore: true */ process.cwd(), "messages");
  const spaces = await readdir(root);
  const read = await Promise.all(
    spaces
      .sort()
      .map(
        async (space) => [space, JSON.parse(await readFile(path.join(root, space, `${locale}.json`), "utf8"))] as const,
      ),
  );
  const all: Catalogue = Object.fromEntries(read);
  if (process.env.NODE_ENV === "production") kept.set(locale, all);
  return all;
}

/** The language of this request: what was chosen here, else what the browser wishes. */
export async function chosenLocale(): Promise<Locale> {
  const cookie = (await cookies()).get(LOCALE_COOKIE)?.value;
  return isLocale(cookie) ? cookie : fromAcceptLanguage((await headers()).get("accept-language"));
}

export default getRequestConfig(async () => {
  const locale = await chosenLocale();
  return { locale, messages: await catalogue(locale), timeZone: ZONE };
});
