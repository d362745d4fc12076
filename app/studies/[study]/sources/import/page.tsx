import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportPage } from "#components/source/import/page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources"))("import.title") };
}

export default function Page() {
  return <ImportPage />;
}
