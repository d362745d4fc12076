import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EvidencePage } from "#components/finding/evidence-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("evidence"))("title") };
}

/** What stands behind one finding. */
export default async function Page({ params }: PageProps<"/studies/[study]/findings/[finding]">) {
  return <EvidencePage finding={(await params).finding} />;
}
