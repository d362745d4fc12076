import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Overview } from "#components/study/overview.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("study");
  return { title: t("page") };
}

export default function Page() {
  return <Overview />;
}
