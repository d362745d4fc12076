"use client";
/** What belongs to the person and not to the study: account, language, colours, keys, signing out. */
import { signOut } from "next-auth/react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useLocale, useTranslations } from "next-intl";
import { CircleUserRound, Keyboard, Languages, LogOut, Moon, Sun, SunMoon, UserRound } from "lucide-react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuSection, MenuSeparator, MenuTrigger } from "#components/ui/menu.tsx";
import { keepCookie } from "#lib/client/cookie.ts";
import { LOCALE_COOKIE, isLocale, other } from "#lib/client/i18n/locale.ts";
import { isScheme, SCHEMES, SCHEME_COOKIE } from "#lib/client/theme/scheme.ts";
import type { Scheme } from "#lib/client/theme/scheme.ts";
import { ShortcutSheet } from "./shortcut-sheet.tsx";

const SIGNS = { light: Sun, dark: Moon, system: SunMoon };

export function PersonMenu({ name }: Readonly<{ name: string }>) {
  const t = useTranslations("frame");
  const router = useRouter();
  const locale = useLocale();
  const [keysShown, showKeys] = useState(false);
  const to = other(isLocale(locale) ? locale : "en");
  return (
    <>
      <MenuTrigger>
        <IconButton icon={CircleUserRound} label={t("me", { name })} />
        <Menu placement="bottom end">
          <MenuItem icon={UserRound} onAction={() => router.push("/account")}>
            {t("account")}
          </MenuItem>
          <MenuItem
            icon={Languages}
            onAction={() => {
              keepCookie(LOCALE_COOKIE, to);
              router.refresh();
            }}
          >
            {to === "cy" ? "Cymraeg" : "English"}
          </MenuItem>
          <MenuItem icon={Keyboard} keys="?" onAction={() => showKeys(true)}>
            {t("keys")}
          </MenuItem>
          <MenuSeparator />
          <Colours />
          <MenuSeparator />
          <MenuItem icon={LogOut} onAction={() => void signOut({ callbackUrl: "/sign-in" })}>
            {t("signOut")}
          </MenuItem>
        </Menu>
      </MenuTrigger>
      <ShortcutSheet isOpen={keysShown} onOpenChange={showKeys} />
    </>
  );
}

/** The choice between light, dark, and as the system says. Stands only in an open menu, so only in a browser. */
function Colours() {
  const t = useTranslations("frame");
  const [chosen, setChosen] = useState<Scheme>(() => {
    const worn = document.documentElement.dataset.theme;
    return isScheme(worn) ? worn : "system";
  });
  const wear = (scheme: string) => {
    if (!isScheme(scheme)) return;
    setChosen(scheme);
    keepCookie(SCHEME_COOKIE, scheme);
    if (scheme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = scheme;
  };
  return (
    <MenuSection title={t("colours")} chosen={chosen} onChoose={wear}>
      {SCHEMES.map((scheme) => (
        <MenuItem key={scheme} id={scheme} icon={SIGNS[scheme]}>
          {t(`scheme.${scheme}`)}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
