"use client";
/** Asks what a new study is called and in which language its findings are first written; then opens it. */
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Radio, RadioGroup } from "#components/ui/radio-group.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { ask } from "#lib/client/ask.ts";

const LONGEST = 300; // characters, as the server takes

export function NewStudyDialog({
  isOpen,
  onOpenChange,
}: Readonly<{ isOpen: boolean; onOpenChange: (open: boolean) => void }>) {
  const t = useTranslations("studies");
  const router = useRouter();
  const locale = useLocale();
  const [title, setTitle] = useState("");
  const [lang, setLang] = useState(locale === "cy" ? "cy" : "en");
  const [isPending, setPending] = useState(false);
  const [isBare, setBare] = useState(false);
  const [failed, setFailed] = useState(false);

  async function make(event: React.FormEvent) {
    event.preventDefault();
    if (isPending) return;
    setFailed(false);
    setBare(title.trim() === "");
    if (title.trim() === "") return;
    setPending(true);
    const answer = await ask("POST", "/api/studies", { title: title.trim(), lang });
    if (answer.ok) return router.push(`/studies/${String(answer.value.study)}`);
    setPending(false);
    setFailed(true);
  }

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={t("newTitle")}
      width="medium"
      actions={(close) => (
        <>
          <Button type="submit" form="new-study" look="primary" isPending={isPending}>
            {t("make")}
          </Button>
          <Button look="quiet" onPress={close}>
            {t("cancel")}
          </Button>
        </>
      )}
    >
      <form id="new-study" noValidate onSubmit={(event) => void make(event)} className="flex flex-col gap-5">
        {failed ? (
          <Notice kind="error" live>
            {t("notMade")}
          </Notice>
        ) : null}
        <TextField
          label={t("titleLabel")}
          description={t("titleHelp")}
          value={title}
          onChange={setTitle}
          error={isBare ? t("titleBare") : null}
          maxLength={LONGEST}
          autoFocus
          lang={lang}
        />
        <RadioGroup
          label={t("langLabel")}
          description={t("langHelp")}
          value={lang}
          onChange={setLang}
          orientation="horizontal"
        >
          <Radio value="en">
            <span lang="en">{t("lang.en")}</span>
          </Radio>
          <Radio value="cy">
            <span lang="cy">{t("lang.cy")}</span>
          </Radio>
        </RadioGroup>
      </form>
    </Dialog>
  );
}
