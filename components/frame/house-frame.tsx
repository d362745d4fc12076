"use client";
/** What pages outside a study stand in once somebody has signed in: the bar, and a column of reading width. */
import Link from "next/link";
import { useTranslations } from "next-intl";
import { WeaveGlyph } from "#components/ui/weave.tsx";
import { LanguageLink } from "./language-link.tsx";
import { PersonMenu } from "./person-menu.tsx";

export function HouseFrame({ name, children }: Readonly<{ name: string; children: React.ReactNode }>) {
  const t = useTranslations("frame");
  const product = useTranslations("common");
  return (
    <div className="flex min-h-dvh flex-col">
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-md focus:bg-raised focus:p-2">
        {t("skip")}
      </a>
      <header className="flex h-13 shrink-0 items-center gap-2 border-b border-line bg-raised px-2 sm:px-3">
        <Link href="/" className="flex shrink-0 items-center gap-2 rounded-md p-1.5 font-semibold tracking-tight ring-none focus-visible:ring-focus touch:min-h-11">
          <WeaveGlyph size={24} />
          {product("product")}
        </Link>
        <span className="grow" />
        <LanguageLink />
        <PersonMenu name={name} />
      </header>
      <main id="main" tabIndex={-1} className="ring-none mx-auto w-full max-w-4xl grow px-4 py-8 focus-visible:outline-none sm:px-8 sm:py-12">{children}</main>
    </div>
  );
}
