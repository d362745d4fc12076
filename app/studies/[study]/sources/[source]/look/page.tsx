import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LookScreen } from "#components/source/correct/look-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("correct"))("lookTitle") };
}

export default async function Page({ params }: PageProps<"/studies/[study]/sources/[source]/look">) {
  const { study, source } = await params;
  return <LookScreen study={study} source={source} />;
}
