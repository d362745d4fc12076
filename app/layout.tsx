import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import "./globals.css";
import { Providers } from "#components/shell/providers.tsx";
import { isScheme, SCHEME_COOKIE } from "#lib/client/theme/scheme.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    title: { default: "Carthen", template: "%s · Carthen" },
    description: t("description"),
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf6ee" },
    { media: "(prefers-color-scheme: dark)", color: "#191714" },
  ],
};

/** The frame of every page: language, colours, words, and the places where messages appear. */
export default async function RootLayout({ children }: Readonly<{ children: React.ReactNode }>) {
  const locale = await getLocale();
  const cookie = (await cookies()).get(SCHEME_COOKIE)?.value;
  const scheme = isScheme(cookie) ? cookie : "system";
  const nonce = (await headers()).get("x-nonce") ?? "";
  return (
    <html lang={locale} {...(scheme === "system" ? {} : { "data-theme": scheme })}>
      <head>
        {/* Where react-aria looks for leave to add the few styles that it needs. */}
        <meta property="csp-nonce" content={nonce} nonce={nonce} />
      </head>
      <body>
        <NextIntlClientProvider>
          <Providers locale={locale}>{children}</Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
