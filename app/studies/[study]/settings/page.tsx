import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SettingsScreen } from "#components/members/settings-screen.tsx";
import { dayInWords } from "#lib/client/i18n/day.ts";
import { may } from "#lib/domain/member/shape.ts";
import { requireMember } from "#lib/server/auth/page.ts";
import { registry } from "#lib/server/registry.ts";
import { links } from "#lib/server/store/link.ts";
import { members } from "#lib/server/store/member.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("settings") };
}

export default async function Page({ params }: PageProps<"/studies/[study]/settings">) {
  const { study, role } = await requireMember((await params).study);
  const { db } = registry();
  const owns = may(role, "managePeople");
  const [people, waiting, locale] = await Promise.all([
    members(db).list(study),
    owns ? links(db).waiting(study) : [],
    getLocale(),
  ]);
  return (
    <SettingsScreen
      people={people.map(({ id, name, email }) => ({ id, name, email: owns ? email : null }))}
      waiting={waiting.map(({ expiresAt, ...link }) => ({
        ...link,
        until: dayInWords(expiresAt.toISOString(), locale),
      }))}
    />
  );
}
