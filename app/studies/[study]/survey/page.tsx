import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SurveyScreen } from "#components/source/read/survey.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reader");
  return { title: t("page.survey") };
}

/** The answers of a survey, question by question. */
export default async function SurveyPage({ params }: PageProps<"/studies/[study]/survey">) {
  const { study } = await params;
  return <SurveyScreen study={study} />;
}
