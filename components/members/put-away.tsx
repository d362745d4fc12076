"use client";
/** The archive and the trash, from within the study: both can be taken back. */
import { Archive, ArchiveRestore, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/toast.tsx";
import { useRow, useStudy } from "#lib/client/study/provider.tsx";

export function PutAway() {
  const t = useTranslations("members");
  const tf = useTranslations("faults");
  const router = useRouter();
  const session = useStudy();
  const row = useRow("study", session.study);

  async function set(fields: Readonly<{ archived?: boolean; trashed?: boolean }>, said: string) {
    const outcome = await session.send({ kind: "study.set", id: session.study, fields });
    if ("refused" in outcome && typeof outcome.refused === "string") {
      session.dismiss(outcome.cmdId);
      toast({ kind: "error", text: tf.has(outcome.refused) ? tf(outcome.refused) : tf("other") });
      return;
    }
    toast({ kind: "success", text: said });
    if (fields.trashed) router.push("/");
  }

  const lines = [
    row?.archived
      ? { key: "unarchive", icon: ArchiveRestore, act: () => void set({ archived: false }, t("unarchived")) }
      : { key: "archive", icon: Archive, act: () => void set({ archived: true }, t("archived")) },
    row?.trashed
      ? { key: "restore", icon: ArchiveRestore, act: () => void set({ trashed: false }, t("restored")) }
      : { key: "trash", icon: Trash2, act: () => void set({ trashed: true }, t("trashed")) },
  ];
  return (
    <ul className="border-t border-line">
      {lines.map(({ key, icon: Sign, act }) => (
        <li key={key} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3">
          <span className="min-w-0 max-w-measure grow basis-64">
            <span className="font-semibold">{t(`${key}.title`)}</span>
            <span className="block text-soft">{t(`${key}.text`)}</span>
          </span>
          <Button onPress={act}>
            <Sign aria-hidden size={16} />
            {t(`${key}.do`)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
