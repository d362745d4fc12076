import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SpeakersScreen } from "#components/source/speaker/screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("speaker"))("title") };
}

export default async function Page({ params }: PageProps<"/studies/[study]/sources/[source]/speakers">) {
  const { study, source } = await params;
  return <SpeakersScreen study={study} source={source} />;
}
