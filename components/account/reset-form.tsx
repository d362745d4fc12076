"use client";
/** Sets a new password by a one-time link. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "#components/ui/button.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { signIn } from "#lib/client/account/sign-in.ts";
import { ask } from "#lib/client/ask.ts";
import { passwordFault, SHORTEST } from "#lib/domain/account/password.ts";
import { useFaults } from "./use-faults.ts";
import { useReady } from "./use-ready.ts";

export function ResetForm({ token, email }: Readonly<{ token: string; email: string }>) {
  const t = useTranslations("auth");
  const faults = useFaults();
  const ready = useReady();
  const [busy, setBusy] = useState(false);
  const [password, setPassword] = useState("");

  async function send() {
    const weak = passwordFault(password, [email]);
    if (faults.show(weak ? [{ field: "password", text: t(`fault.${weak}`, { count: SHORTEST }) }] : [])) return;
    setBusy(true);
    const done = await ask("POST", "/api/reset", { token, password });
    if (done.ok) {
      const fault = await signIn(email, password);
      return location.assign(fault ? "/sign-in" : "/");
    }
    setBusy(false);
    const { code, detail } = done.fault;
    const minutes = Math.ceil(Number(detail.seconds ?? 60) / 60);
    faults.show([
      {
        field: code.startsWith("password.") ? "password" : undefined,
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
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
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
        {t("reset.do")}
      </Button>
    </Form>
  );
}
