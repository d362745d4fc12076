"use client";
/** One's own account: name and language, password, and where one is signed in. */
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "#components/ui/button.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { Radio, RadioGroup } from "#components/ui/radio-group.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { toast } from "#components/ui/toast.tsx";
import { browserOf } from "#lib/client/account/browser.ts";
import { ask } from "#lib/client/ask.ts";
import { keepCookie } from "#lib/client/cookie.ts";
import { isLocale, LOCALE_COOKIE } from "#lib/client/i18n/locale.ts";
import { passwordFault, SHORTEST } from "#lib/domain/account/password.ts";
import { useFaults } from "./use-faults.ts";
import { useReady } from "./use-ready.ts";

/** A sign-in; its times in words, said by the server: browsers often know no Welsh dates. */
export type SignInShown = Readonly<{ id: string; agent: string; since: string; seen: string; isThis: boolean }>;
type Me = Readonly<{ name: string; email: string; locale: "en" | "cy" }>;

export function AccountScreen({ me, signIns }: Readonly<{ me: Me; signIns: readonly SignInShown[] }>) {
  const t = useTranslations("account");
  return (
    <div className="flex max-w-2xl flex-col gap-10">
      <PageHeader title={t("title")} lead={me.email} className="-mb-6" />
      <Details me={me} />
      <Password me={me} />
      <SignIns list={signIns} />
    </div>
  );
}

function Section({ title, lead, children }: Readonly<{ title: string; lead?: string; children: React.ReactNode }>) {
  return (
    <section aria-label={title} className="border-t border-line pt-6">
      <h2 className="text-lg">{title}</h2>
      {lead ? <p className="mt-1 text-soft">{lead}</p> : null}
      <div className="mt-4">{children}</div>
    </section>
  );
}

function useSaid() {
  const t = useTranslations("auth");
  return (code: string, detail: Readonly<Record<string, unknown>> = {}) => {
    const minutes = Math.ceil(Number(detail.seconds ?? 60) / 60);
    return t.has(`fault.${code}`) ? t(`fault.${code}`, { count: SHORTEST, minutes }) : t("fault.down");
  };
}

function Details({ me }: Readonly<{ me: Me }>) {
  const t = useTranslations("account");
  const c = useTranslations("common");
  const said = useSaid();
  const router = useRouter();
  const shown = useLocale();
  const faults = useFaults();
  const ready = useReady();
  const [name, setName] = useState(me.name);
  const [busy, setBusy] = useState(false);
  const [locale, setLocale] = useState(me.locale);

  async function save() {
    if (faults.show(name.trim() ? [] : [{ field: "account-name", text: said("nameEmpty") }])) return;
    setBusy(true);
    const done = await ask("PATCH", "/api/account", { name, locale });
    setBusy(false);
    if (!done.ok) return faults.show([{ text: said(done.fault.code) }]);
    if (locale !== shown) keepCookie(LOCALE_COOKIE, locale);
    router.refresh();
    toast({ kind: "success", text: t("saved") });
  }

  return (
    <Section title={t("details")}>
      <Form
        method="post"
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ErrorSummary key={faults.round} faults={faults.list} />
        <TextField
          id="account-name"
          autoComplete="name"
          label={t("name")}
          value={name}
          onChange={setName}
          error={faults.of("account-name")}
          className="max-w-md"
        />
        <RadioGroup
          label={t("language")}
          description={t("languageHelp")}
          value={locale}
          onChange={(value) => isLocale(value) && setLocale(value)}
          orientation="horizontal"
        >
          <Radio value="cy">
            <span lang="cy">Cymraeg</span>
          </Radio>
          <Radio value="en">
            <span lang="en">English</span>
          </Radio>
        </RadioGroup>
        <Button type="submit" look="primary" isPending={busy} isDisabled={!ready} className="self-start">
          {c("save")}
        </Button>
      </Form>
    </Section>
  );
}

function Password({ me }: Readonly<{ me: Me }>) {
  const t = useTranslations("account");
  const a = useTranslations("auth");
  const said = useSaid();
  const router = useRouter();
  const faults = useFaults();
  const ready = useReady();
  const [busy, setBusy] = useState(false);
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");

  async function save() {
    const weak = passwordFault(next, [me.email, me.name]);
    const wrong = [
      ...(current ? [] : [{ field: "password-current", text: said("passwordEmpty") }]),
      ...(weak ? [{ field: "password-next", text: said(weak) }] : []),
    ];
    if (faults.show(wrong)) return;
    setBusy(true);
    const done = await ask("POST", "/api/account/password", { current, next });
    setBusy(false);
    if (!done.ok) {
      const { code, detail } = done.fault;
      const field =
        code === "password.wrong" ? "password-current" : code.startsWith("password.") ? "password-next" : undefined;
      return faults.show([{ field, text: said(code, detail) }]);
    }
    setCurrent("");
    setNext("");
    router.refresh();
    toast({ kind: "success", text: t("passwordSaved"), detail: t("ended", { count: Number(done.value.ended ?? 0) }) });
  }

  return (
    <Section title={t("password")} lead={t("passwordLead")}>
      <Form
        method="post"
        className="flex max-w-md flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ErrorSummary key={faults.round} faults={faults.list} />
        <input type="hidden" name="username" autoComplete="username" value={me.email} readOnly />
        <PasswordField
          id="password-current"
          autoComplete="current-password"
          label={t("current")}
          value={current}
          onChange={setCurrent}
          error={faults.of("password-current")}
        />
        <PasswordField
          id="password-next"
          autoComplete="new-password"
          label={t("next")}
          description={a("passwordHelp", { count: SHORTEST })}
          value={next}
          onChange={setNext}
          error={faults.of("password-next")}
        />
        <Button type="submit" isPending={busy} isDisabled={!ready} className="self-start">
          {t("changePassword")}
        </Button>
      </Form>
    </Section>
  );
}

function SignIns({ list }: Readonly<{ list: readonly SignInShown[] }>) {
  const t = useTranslations("account");
  const said = useSaid();
  const router = useRouter();
  const [busy, setBusy] = useState<string | null>(null);

  async function end(path: string, key: string) {
    setBusy(key);
    const done = await ask("DELETE", path);
    setBusy(null);
    if (done.ok) toast({ text: t("ended", { count: Number(done.value.ended ?? 0) }) });
    else toast({ kind: "error", text: said(done.fault.code) });
    router.refresh();
  }

  return (
    <Section title={t("signIns")} lead={t("signInsLead")}>
      <ul className="flex flex-col">
        {list.map((one) => {
          const { browser, system } = browserOf(one.agent);
          const what = t("browserOn", { browser: browser ?? t("someBrowser"), system: system ?? t("someSystem") });
          return (
            <li
              key={one.id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2.5 first:border-t"
            >
              <div>
                <p className="font-semibold">{what}</p>
                <p className="text-sm text-soft">
                  {one.isThis ? t("thisOne") : t("lastSeen", { when: one.seen })}
                  {" · "}
                  {t("since", { day: one.since })}
                </p>
              </div>
              {one.isThis ? null : (
                <Button
                  size="small"
                  isPending={busy === one.id}
                  aria-label={t("endLabel", { what })}
                  onPress={() => void end(`/api/account/sessions/${one.id}`, one.id)}
                >
                  {t("end")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {list.length > 1 ? (
        <Button className="mt-4" isPending={busy === "all"} onPress={() => void end("/api/account/sessions", "all")}>
          {t("endOthers")}
        </Button>
      ) : (
        <p className="mt-3 text-sm text-soft">{t("onlyHere")}</p>
      )}
    </Section>
  );
}
