import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GuideScreen } from "#components/guide/guide-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("guide");
  return { title: t("page") };
}

export default function Page() {
  return <GuideScreen />;
}
