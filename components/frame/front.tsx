/** The frame of pages for people who are not in yet: the name of the house, one narrow column, the other language. */
import { useTranslations } from "next-intl";
import { WeaveBand } from "#components/ui/weave.tsx";
import { LanguageLink } from "./language-link.tsx";
import { SkipLink } from "./skip-link.tsx";
import { Wordmark } from "./wordmark.tsx";

export function Front({
  title,
  lead,
  children,
}: Readonly<{ title: string; lead?: React.ReactNode; children: React.ReactNode }>) {
  const t = useTranslations("frame");
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink>{t("skip")}</SkipLink>
      <header className="flex items-center justify-between px-4 py-3 sm:px-8 sm:py-5">
        <Wordmark />
        <LanguageLink />
      </header>
      <main id="main" className="mx-auto w-full max-w-md grow px-4 pt-4 pb-16 sm:pt-[9vh]">
        <WeaveBand className="mb-7 w-36" />
        <h1 className="text-[1.75rem] leading-tight">{title}</h1>
        {lead ? <div className="mt-2 text-soft">{lead}</div> : null}
        <div className="mt-6">{children}</div>
      </main>
    </div>
  );
}
