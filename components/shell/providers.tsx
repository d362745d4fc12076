"use client";
/** What every page stands in: the language of the parts, the router for their links, where messages appear. */
import { useRouter } from "next/navigation";
import { I18nProvider, RouterProvider } from "react-aria-components";
import { LiveRegion } from "#components/ui/live-region.tsx";
import { Toaster } from "#components/ui/toast.tsx";

export function Providers({ locale, children }: Readonly<{ locale: string; children: React.ReactNode }>) {
  const router = useRouter();
  return (
    <I18nProvider locale={locale === "cy" ? "cy-GB" : "en-GB"}>
      <RouterProvider navigate={(path) => router.push(path)}>
        {children}
        <Toaster />
        <LiveRegion />
      </RouterProvider>
    </I18nProvider>
  );
}
