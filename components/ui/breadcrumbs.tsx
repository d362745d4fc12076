"use client";
/** Where this page lies: links to what holds it. */
import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "./link.tsx";

export type Crumb = Readonly<{ href: string; text: React.ReactNode }>;

export function Breadcrumbs({ crumbs }: Readonly<{ crumbs: readonly Crumb[] }>) {
  const t = useTranslations("common");
  return (
    <nav aria-label={t("breadcrumbs")}>
      <ol className="flex flex-wrap items-center gap-1 text-sm text-soft">
        {crumbs.map((crumb, at) => (
          <li key={crumb.href} className="flex items-center gap-1">
            {at > 0 ? <ChevronRight aria-hidden size={14} /> : null}
            <Link href={crumb.href} className="inline-flex min-h-6 items-center">
              {crumb.text}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
