import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { House } from "#components/frame/house.tsx";
import { StudyShelf } from "#components/studies/study-shelf.tsx";
import { dayInWords } from "#lib/client/i18n/day.ts";
import { requirePerson } from "#lib/server/auth/page.ts";
import { studiesOf } from "#lib/server/load/shelf.ts";
import { registry } from "#lib/server/registry.ts";

const WEEK = 7 * 24 * 60 * 60 * 1000;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("studies"))("title") };
}

/** The studies of the one who has signed in. */
export default async function Page() {
  const person = await requirePerson("/");
  const { db, vault } = registry();
  const locale = (await getLocale()) === "cy" ? "cy" : "en";
  const [found, format] = await Promise.all([studiesOf(db, vault, person.id, locale), getFormatter()]);
  const now = new Date();
  const studies = found.map(({ lastAt, ...study }) => ({
    ...study,
    // Said here and not in the browser, whose clock and languages may be others.
    last:
      now.getTime() - lastAt.getTime() < WEEK
        ? format.relativeTime(lastAt, now)
        : dayInWords(lastAt.toISOString(), locale),
    lastAt: lastAt.toISOString(),
  }));
  return (
    <House name={person.name}>
      <StudyShelf studies={studies} />
    </House>
  );
}
