import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { QueuePage } from "#components/identifier/queue-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identifier"))("title") };
}

export default function Page() {
  return <QueuePage />;
}
