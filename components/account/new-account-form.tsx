"use client";
/** Makes an account: the first of the installation (with its token), or one for somebody who was invited. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "#components/ui/button.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import type { FormFault } from "#components/ui/error-summary.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { signIn } from "#lib/client/account/sign-in.ts";
import { ask } from "#lib/client/ask.ts";
import { passwordFault, SHORTEST } from "#lib/domain/account/password.ts";
import { Email } from "#lib/domain/account/shape.ts";
import { useFaults } from "./use-faults.ts";
import { useReady } from "./use-ready.ts";
import { useLang } from "#lib/client/i18n/lang.ts";

type Props = Readonly<{
  kind: "setup" | "join";
  /** The invitation's token; for the setup it is typed. */
  token?: string;
  /** Where to go then; `study` from the answer wins. */
  back: string;
}>;

const FIELDS: Record<string, string> = {
  "setup.token": "token",
  "email.taken": "email",
  "password.short": "password",
  "password.long": "password",
  "password.common": "password",
  "password.yours": "password",
};

export function NewAccountForm({ kind, token: given, back }: Props) {
  const t = useTranslations("auth");
  const locale = useLang();
  const faults = useFaults();
  const ready = useReady();
  const [busy, setBusy] = useState(false);
  const [token, setToken] = useState(given ?? "");
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");

  function check(): FormFault[] {
    const weak = passwordFault(password, [email, name]);
    return [
      ...(given === undefined && !token.trim() ? [{ field: "token", text: t("fault.tokenEmpty") }] : []),
      ...(name.trim() ? [] : [{ field: "name", text: t("fault.nameEmpty") }]),
      ...(Email.safeParse(email).success
        ? []
        : [{ field: "email", text: t(email.trim() ? "fault.emailBad" : "fault.emailEmpty") }]),
      ...(weak ? [{ field: "password", text: t(`fault.${weak}`, { count: SHORTEST }) }] : []),
    ];
  }

  async function send() {
    if (faults.show(check())) return;
    setBusy(true);
    const made = await ask("POST", `/api/${kind}`, { token, account: { name, email, password, locale } });
    if (made.ok) {
      const fault = await signIn(email, password);
      const study = made.value.study;
      return location.assign(fault ? "/sign-in" : typeof study === "string" ? `/studies/${study}` : back);
    }
    setBusy(false);
    const { code, detail } = made.fault;
    const minutes = Math.ceil(Number(detail.seconds ?? 60) / 60);
    faults.show([
      {
        field: FIELDS[code],
        text: t.has(`fault.${code}`) ? t(`fault.${code}`, { count: SHORTEST, minutes }) : t("fault.down"),
      },
    ]);
  }

  return (
    <Form
      method="post"
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ErrorSummary key={faults.round} faults={faults.list} />
      {given === undefined ? (
        <TextField
          id="token"
          autoComplete="off"
          spellCheck="false"
          label={t("setup.token")}
          description={t("setup.tokenHelp")}
          value={token}
          onChange={setToken}
          error={faults.of("token")}
        />
      ) : null}
      <TextField
        id="name"
        autoComplete="name"
        label={t("name")}
        description={t("nameHelp")}
        value={name}
        onChange={setName}
        error={faults.of("name")}
      />
      <TextField
        id="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        label={t("email")}
        value={email}
        onChange={setEmail}
        error={faults.of("email")}
      />
      <PasswordField
        id="password"
        autoComplete="new-password"
        label={t("newPassword")}
        description={t("passwordHelp", { count: SHORTEST })}
        value={password}
        onChange={setPassword}
        error={faults.of("password")}
      />
      <Button type="submit" look="primary" size="large" isPending={busy} isDisabled={!ready} className="self-start">
        {t(`${kind}.do`)}
      </Button>
    </Form>
  );
}
