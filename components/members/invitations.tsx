"use client";
/** Invites somebody by a link that works once, and lists the links that nobody has used yet. */
import { LinkIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Radio, RadioGroup } from "#components/ui/radio-group.tsx";
import { toast } from "#components/ui/toast.tsx";
import { ask } from "#lib/client/ask.ts";
import { Role } from "#lib/domain/member/shape.ts";
import { CopyOnce } from "./copy-once.tsx";

export type Waiting = Readonly<{
  id: string;
  role: Role;
  byName: string | null;
  /** Until when it holds, in words. */ until: string;
}>;

export function Invitations({ study, waiting }: Readonly<{ study: string; waiting: readonly Waiting[] }>) {
  const t = useTranslations("members");
  const common = useTranslations("common");
  const router = useRouter();
  const [role, setRole] = useState<Role>("analyst");
  const [made, setMade] = useState<Readonly<{ id: string; url: string; role: Role }> | null>(null);
  const [isPending, setPending] = useState(false);

  async function invite() {
    setPending(true);
    const answer = await ask("POST", `/api/studies/${study}/invitations`, { role });
    setPending(false);
    if (!answer.ok) return void toast({ kind: "error", text: t("notDone") });
    setMade({ id: String(answer.value.id), url: String(answer.value.url), role });
    router.refresh();
  }

  async function withdraw(id: string) {
    const answer = await ask("DELETE", `/api/studies/${study}/invitations/${id}`);
    toast(answer.ok ? { text: t("withdrawn") } : { kind: "error", text: t("notDone") });
    if (made?.id === id) setMade(null);
    router.refresh();
  }

  return (
    <div className="flex flex-col gap-5">
      <RadioGroup
        label={t("inviteAs")}
        value={role}
        onChange={(value) => {
          const chosen = Role.safeParse(value);
          if (chosen.success) setRole(chosen.data);
        }}
      >
        {Role.options.map((one) => (
          <Radio key={one} value={one} description={t(`roleHelp.${one}`)}>
            {common(`role.${one}`)}
          </Radio>
        ))}
      </RadioGroup>
      <Button look="primary" className="self-start" isPending={isPending} onPress={() => void invite()}>
        <LinkIcon aria-hidden size={16} />
        {t("invite")}
      </Button>
      {made ? (
        <CopyOnce key={made.url} url={made.url} title={t("invited", { role: common(`role.${made.role}`) })}>
          {t("inviteHelp")}
        </CopyOnce>
      ) : null}
      {waiting.length > 0 ? (
        <section aria-labelledby="waiting" className="flex flex-col gap-2">
          <h3 id="waiting" className="text-sm text-soft">
            {t("waiting", { count: waiting.length })}
          </h3>
          <ul className="border-t border-line">
            {waiting.map((link) => (
              <li key={link.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2">
                <span className="min-w-0 grow basis-56">
                  {common(`role.${link.role}`)}
                  <span className="block text-sm text-soft">
                    {t("waitingBy", { name: link.byName ?? "–", until: link.until })}
                  </span>
                </span>
                <Button
                  size="small"
                  look="quiet"
                  aria-label={t("withdrawNamed", { role: common(`role.${link.role}`), until: link.until })}
                  onPress={() => void withdraw(link.id)}
                >
                  {t("withdraw")}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
