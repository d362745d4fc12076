"use client";
/** Signs somebody in; says nothing about which of the two was wrong. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "#components/ui/button.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { signIn } from "#lib/client/account/sign-in.ts";
import { useFaults } from "./use-faults.ts";
import { useReady } from "./use-ready.ts";

export function SignInForm({
  back,
  email: first = "",
  action,
}: Readonly<{
  /** Where to go then. */ back: string;
  email?: string;
  /** The button's words, where it does more than sign in. */ action?: string;
}>) {
  const t = useTranslations("auth");
  const faults = useFaults();
  const ready = useReady();
  const [busy, setBusy] = useState(false);
  const [email, setEmail] = useState(first);
  const [password, setPassword] = useState("");

  async function send() {
    const missing = [
      ...(email.trim() ? [] : [{ field: "email", text: t("fault.emailEmpty") }]),
      ...(password ? [] : [{ field: "password", text: t("fault.passwordEmpty") }]),
    ];
    if (faults.show(missing)) return;
    setBusy(true);
    const fault = await signIn(email, password);
    if (!fault) return location.assign(back);
    setBusy(false);
    faults.show([
      fault.code === "wrong"
        ? { field: "email", text: t("fault.wrong") }
        : { text: t(`fault.${fault.code}`, { minutes: fault.minutes }) },
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
      <TextField
        id="email"
        name="email"
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
        name="password"
        autoComplete="current-password"
        label={t("password")}
        value={password}
        onChange={setPassword}
        error={faults.of("password")}
      />
      <Button type="submit" look="primary" size="large" isPending={busy} isDisabled={!ready} className="self-start">
        {action ?? t("signIn.do")}
      </Button>
    </Form>
  );
}
