"use client";
/** The way to the other language, named in that language. Stays on the page and keeps what was typed. */
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { buttonClass } from "#components/ui/button.tsx";
import { keepCookie } from "#lib/client/cookie.ts";
import { LOCALE_COOKIE, isLocale, other } from "#lib/client/i18n/locale.ts";

export function LanguageLink() {
  const t = useTranslations("frame");
  const router = useRouter();
  const locale = useLocale();
  const to = other(isLocale(locale) ? locale : "en");
  return (
    <nav aria-label={t("languages")}>
      <button
        type="button"
        lang={to}
        className={buttonClass("quiet", "small", "underline underline-offset-3")}
        onClick={() => {
          keepCookie(LOCALE_COOKIE, to);
          router.refresh();
        }}
      >
        {to === "cy" ? "Cymraeg" : "English"}
      </button>
    </nav>
  );
}
