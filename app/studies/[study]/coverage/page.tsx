import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CoverageScreen } from "#components/source/coverage/screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("coverage"))("title") };
}

/** What has been worked on, and what nobody has touched yet. */
export default async function CoveragePage({ params }: PageProps<"/studies/[study]/coverage">) {
  const { study } = await params;
  return <CoverageScreen study={study} />;
}
