import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PeopleScreen } from "#components/people/people-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("page") };
}

export default function Page() {
  return <PeopleScreen />;
}
