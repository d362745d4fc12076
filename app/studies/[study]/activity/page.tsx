import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActivityScreen } from "#components/activity/screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("activity");
  return { title: t("title") };
}

/** What was done in a study, by whom and when. */
export default async function ActivityPage({ params }: PageProps<"/studies/[study]/activity">) {
  const { study } = await params;
  return <ActivityScreen key={study} study={study} />;
}
