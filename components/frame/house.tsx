/** The frame of pages that belong to no one study: the list of studies, one's account. */
import { useTranslations } from "next-intl";
import { LanguageLink } from "./language-link.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { SkipLink } from "./skip-link.tsx";
import { Wordmark } from "./wordmark.tsx";

export function House({
  name,
  children,
}: Readonly<{ /** Who is signed in. */ name: string; children: React.ReactNode }>) {
  const t = useTranslations("frame");
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink>{t("skip")}</SkipLink>
      <header className="flex items-center justify-between gap-4 border-b border-line bg-raised px-4 py-1.5 sm:px-8">
        <Wordmark />
        <div className="flex items-center gap-2">
          <LanguageLink />
          <PersonMenu name={name} />
        </div>
      </header>
      <main id="main" className="mx-auto w-full max-w-5xl grow px-4 pt-8 pb-20 sm:px-8 sm:pt-12">
        {children}
      </main>
    </div>
  );
}
