import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MemosScreen } from "#components/memo/screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("memo");
  return { title: t("title") };
}

/** What the team says to each other in a study. */
export default async function MemosPage({ params }: PageProps<"/studies/[study]/memos">) {
  const { study } = await params;
  return <MemosScreen study={study} />;
}
