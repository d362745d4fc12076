import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { AccountScreen } from "#components/account/account-screen.tsx";
import { House } from "#components/frame/house.tsx";
import { dayInWords } from "#lib/client/i18n/day.ts";
import { requirePerson } from "#lib/server/auth/page.ts";
import { unusedSince } from "#lib/server/auth/session-limits.ts";
import { registry } from "#lib/server/registry.ts";
import { sessions } from "#lib/server/store/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

export default async function Page() {
  const { id, sid, name, email, locale } = await requirePerson("/account");
  const [list, format, shown] = await Promise.all([
    sessions(registry().db).list(id, unusedSince()),
    getFormatter(),
    getLocale(),
  ]);
  const now = new Date();
  const signIns = list.map(({ id: session, agent, createdAt, seenAt }) => ({
    id: session,
    agent,
    since: dayInWords(createdAt.toISOString(), shown),
    seen: format.relativeTime(seenAt, now),
    isThis: session === sid,
  }));
  return (
    <House name={name}>
      <AccountScreen
        me={{ name, email, locale }}
        signIns={signIns.toSorted((a, b) => Number(b.isThis) - Number(a.isThis))}
      />
    </House>
  );
}
