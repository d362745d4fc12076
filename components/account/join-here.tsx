"use client";
/** Takes up an invitation as the one who is signed in already. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { ask } from "#lib/client/ask.ts";

export function JoinHere({ token, name }: Readonly<{ token: string; name: string }>) {
  const t = useTranslations("auth");
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  async function send() {
    setBusy(true);
    const joined = await ask("POST", "/api/join", { token });
    if (joined.ok)
      return location.assign(typeof joined.value.study === "string" ? `/studies/${joined.value.study}` : "/");
    setBusy(false);
    setFault(t(joined.fault.code === "link.dead" ? "fault.link.dead" : "fault.down"));
  }

  return (
    <div className="flex flex-col items-start gap-4">
      {fault ? (
        <Notice kind="error" live className="self-stretch">
          {fault}
        </Notice>
      ) : null}
      <Button look="primary" size="large" isPending={busy} onPress={() => void send()}>
        {t("join.as", { name })}
      </Button>
    </div>
  );
}
