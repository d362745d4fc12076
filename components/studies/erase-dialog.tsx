"use client";
/** Deletes a study for ever, once its title has been typed. */
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AlertDialog } from "#components/ui/alert-dialog.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { toast } from "#components/ui/toast.tsx";
import { ask } from "#lib/client/ask.ts";
import { sameTitle } from "#lib/domain/study/title.ts";

export function EraseDialog({
  study,
  onClose,
}: Readonly<{ study: Readonly<{ id: string; title: string; titleLang: string }>; onClose: () => void }>) {
  const t = useTranslations("studies");
  const router = useRouter();
  const [typed, type] = useState("");
  const [isPending, setPending] = useState(false);
  const [failed, setFailed] = useState(false);
  const title = study.title || t("untitled");

  async function erase() {
    setPending(true);
    setFailed(false);
    const answer = await ask("DELETE", `/api/studies/${study.id}`, { title: typed });
    setPending(false);
    if (!answer.ok) return setFailed(true);
    onClose();
    toast({ kind: "success", text: t("erased", { title }) });
    router.refresh();
  }

  return (
    <AlertDialog
      isOpen
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("eraseTitle")}
      action={t("eraseNow")}
      onAction={() => void erase()}
      isPending={isPending}
      isDisabled={!sameTitle(study.title, typed)}
    >
      <div className="flex flex-col gap-4">
        <p>{t("eraseText")}</p>
        <p className="border-s-2 border-danger ps-3 font-semibold" lang={study.titleLang}>
          {title}
        </p>
        <TextField
          label={t("eraseLabel")}
          value={typed}
          onChange={type}
          autoComplete="off"
          spellCheck="false"
          autoFocus
          error={failed ? t("eraseFailed") : null}
        />
      </div>
    </AlertDialog>
  );
}
