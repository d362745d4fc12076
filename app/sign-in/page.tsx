import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignInForm } from "#components/account/sign-in-form.tsx";
import { Front } from "#components/frame/front.tsx";
import { safeBack } from "#lib/client/account/back.ts";
import { currentPerson } from "#lib/server/auth/page.ts";
import { registry } from "#lib/server/registry.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signIn.title") };
}

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  if (registry().setupToken !== null) redirect("/setup");
  const { next } = await searchParams;
  const back = safeBack(typeof next === "string" ? next : null);
  if (await currentPerson()) redirect(back);
  const t = await getTranslations("auth");
  return (
    <Front title={t("signIn.title")} lead={t("signIn.lead")}>
      <SignInForm back={back} />
      <p className="mt-8 text-sm text-soft">{t("signIn.forgotten")}</p>
    </Front>
  );
}
