import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RiskPage } from "#components/risk/risk-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("risk"))("title") };
}

export default function Page() {
  return <RiskPage />;
}
