import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { VersionsScreen } from "#components/source/correct/versions-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("correct"))("versions") };
}

export default async function Page({ params }: PageProps<"/studies/[study]/sources/[source]/versions">) {
  const { study, source } = await params;
  return <VersionsScreen study={study} source={source} />;
}
