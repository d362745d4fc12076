"use client";
/** Two ways to take up an invitation: with a new account, or with the one that one has. */
import { useTranslations } from "next-intl";
import { Tab, TabList, TabPanel, Tabs } from "#components/ui/tabs.tsx";
import { NewAccountForm } from "./new-account-form.tsx";
import { SignInForm } from "./sign-in-form.tsx";

export function JoinTabs({ token }: Readonly<{ token: string }>) {
  const t = useTranslations("auth");
  return (
    <Tabs>
      <TabList aria-label={t("join.ways")}>
        <Tab id="new">{t("join.new")}</Tab>
        <Tab id="have">{t("join.have")}</Tab>
      </TabList>
      <TabPanel id="new">
        <NewAccountForm kind="join" token={token} back="/" />
      </TabPanel>
      <TabPanel id="have">
        <SignInForm back={`/join/${token}`} action={t("join.signIn")} />
      </TabPanel>
    </Tabs>
  );
}
