import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SourceScreen } from "#components/source/read/screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reader");
  return { title: t("page.source") };
}

/** A source to read and to quote from. */
export default async function SourcePage({ params }: PageProps<"/studies/[study]/sources/[source]">) {
  const { study, source } = await params;
  return (
    <>
      {/* The text is on its way before the page's own scripts have come. */}
      {["text", "place"].map((door) => (
        <link
          key={door}
          rel="preload"
          as="fetch"
          crossOrigin="anonymous"
          href={`/api/studies/${encodeURIComponent(study)}/sources/${encodeURIComponent(source)}/${door}`}
        />
      ))}
      <SourceScreen study={study} source={source} />
    </>
  );
}
