import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NewAccountForm } from "#components/account/new-account-form.tsx";
import { Front } from "#components/frame/front.tsx";
import { registry } from "#lib/server/registry.ts";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("setup.title") };
}

export default async function Page() {
  if (registry().setupToken === null) redirect("/sign-in");
  const t = await getTranslations("auth");
  return (
    <Front title={t("setup.title")} lead={t("setup.lead")}>
      <NewAccountForm kind="setup" back="/" />
    </Front>
  );
}
