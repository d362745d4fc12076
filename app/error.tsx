"use client";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** For bugs of ours: says so, and that nothing saved is lost. */
export default function Broken({ reset }: Readonly<{ reset: () => void }>) {
  const t = useTranslations("frame.broken");
  return (
    <div role="alert" className="grid min-h-[60dvh] place-items-center">
      <EmptyState
        title={t("title")}
        action={
          <Button look="primary" onPress={reset}>
            {t("again")}
          </Button>
        }
      >
        {t("text")}
      </EmptyState>
    </div>
  );
}
