import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ResetForm } from "#components/account/reset-form.tsx";
import { Front } from "#components/frame/front.tsx";
import { LinkButton } from "#components/ui/link.tsx";
import { hashToken } from "#lib/server/auth/token.ts";
import { registry } from "#lib/server/registry.ts";
import { links } from "#lib/server/store/link.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("reset.title"), referrer: "no-referrer" };
}

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("auth");
  const link = await links(registry().db).resetFor(hashToken(token));
  if (!link || link.usedAt !== null || link.expiresAt <= new Date()) {
    return (
      <Front title={t("reset.deadTitle")} lead={t("reset.dead")}>
        <LinkButton href="/sign-in">{t("signIn.title")}</LinkButton>
      </Front>
    );
  }
  return (
    <Front title={t("reset.title")} lead={t("reset.lead", { email: link.email })}>
      <ResetForm token={token} email={link.email} />
    </Front>
  );
}
