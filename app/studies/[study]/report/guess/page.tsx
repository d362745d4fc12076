import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GuessPage } from "#components/risk/guess-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("risk.guess"))("title") };
}

export default function Page() {
  return <GuessPage />;
}
