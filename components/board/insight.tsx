"use client";
/** Where an insight is written, or written anew. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextArea } from "#components/ui/text-area.tsx";

type Props = Readonly<{ words: string; onWrite: (words: string) => void; onClose: () => void }>;

export function InsightDialog({ words, onWrite, onClose }: Props) {
  const t = useTranslations("board");
  const [text, setText] = useState(words);
  const done = () => {
    onClose();
    const said = text.trim();
    if (said !== "" && said !== words) onWrite(said);
  };
  return (
    <Dialog
      title={words === "" ? t("insight.new") : t("insight.edit")}
      width="narrow"
      isOpen
      onOpenChange={(open) => !open && onClose()}
      actions={
        <>
          <Button look="primary" isDisabled={text.trim() === ""} onPress={done}>
            {words === "" ? t("insight.write") : t("insight.save")}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t("cancel")}
          </Button>
        </>
      }
    >
      <TextArea
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus // this field is what was asked for
        label={t("insight.words")}
        description={t("insight.help")}
        rows={4}
        maxLength={4000}
        value={text}
        onChange={setText}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) done();
        }}
      />
    </Dialog>
  );
}
