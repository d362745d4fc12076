import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SearchScreen } from "#components/search/screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("search");
  return { title: t("title") };
}

/** Words looked for in all that was said. */
export default async function SearchPage({ params }: PageProps<"/studies/[study]/search">) {
  const { study } = await params;
  return <SearchScreen key={study} study={study} />;
}
