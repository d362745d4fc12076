import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CodebookScreen } from "#components/tag/screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reader");
  return { title: t("page.tags") };
}

/** The codebook of a study. */
export default async function TagsPage({ params }: PageProps<"/studies/[study]/tags">) {
  const { study } = await params;
  return <CodebookScreen study={study} />;
}
