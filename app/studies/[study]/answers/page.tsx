import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AnswersScreen } from "#components/source/answers/screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reader");
  return { title: t("page.answers") };
}

/** All that was answered, question by question. */
export default async function AnswersPage({ params }: PageProps<"/studies/[study]/answers">) {
  const { study } = await params;
  return <AnswersScreen study={study} />;
}
