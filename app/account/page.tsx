import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountScreen } from "#components/account/account-screen.tsx";
import { House } from "#components/frame/house.tsx";
import { requirePerson } from "#lib/server/auth/page.ts";
import { unusedSince } from "#lib/server/auth/session-limits.ts";
import { registry } from "#lib/server/registry.ts";
import { sessions } from "#lib/server/store/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

export default async function Page() {
  const { id, sid, name, email, locale } = await requirePerson("/account");
  const list = await sessions(registry().db).list(id, unusedSince());
  const signIns = list.map((one) => ({ id: one.id, agent: one.agent, createdAt: one.createdAt.toISOString(), seenAt: one.seenAt.toISOString(), isThis: one.id === sid }));
  return (
    <House name={name}>
      <AccountScreen me={{ name, email, locale }} signIns={signIns.toSorted((a, b) => Number(b.isThis) - Number(a.isThis))} />
    </House>
  );
}
