import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NumbersPage } from "#components/matrix/page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matrix"))("title") };
}

export default function Page() {
  return <NumbersPage />;
}
