import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CorrectScreen } from "#components/source/correct/screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("correct"))("title") };
}

export default async function Page({ params }: PageProps<"/studies/[study]/sources/[source]/correct">) {
  const { study, source } = await params;
  return <CorrectScreen study={study} source={source} />;
}
