import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PastScreen } from "#components/activity/past/screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("activity.past");
  return { title: t("title") };
}

/** A study as it was at an earlier moment. */
export default async function PastPage({ params }: PageProps<"/studies/[study]/activity/past">) {
  const { study } = await params;
  return <PastScreen key={study} study={study} />;
}
