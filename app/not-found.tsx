import { getTranslations } from "next-intl/server";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link.tsx";

/** For addresses that lead nowhere, and for what is not open to the one who asks: they look alike on purpose. */
export default async function NotFound() {
  const t = await getTranslations("frame");
  return (
    <main id="main" className="grid min-h-[70dvh] place-items-center">
      <EmptyState level={1} title={t("missing.title")} action={<LinkButton href="/">{t("toStudies")}</LinkButton>}>
        {t("missing.text")}
      </EmptyState>
    </main>
  );
}
