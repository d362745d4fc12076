"use client";
/** Where files and pasted words come in. */
import { useState } from "react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { FileDrop } from "#components/ui/file-drop.tsx";
import { Option } from "#components/ui/option.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { Pasted } from "#lib/client/import/paste.ts";
import { pastedBlob, richPaste } from "#lib/client/import/paste.ts";
import { As } from "#lib/domain/import/plan.ts";

type Props = Readonly<{
  onFiles: (files: readonly File[]) => void;
  onPaste: (words: Blob, as: As | undefined) => void;
  compact: boolean;
}>;

export function Drop({ onFiles, onPaste, compact }: Props) {
  const t = useTranslations("sources");
  const [words, setWords] = useState("");
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const [as, setAs] = useState<As | "auto">("auto");
  return (
    <div className="flex flex-col gap-4">
      <FileDrop label={t("import.drop")} description={t("import.dropHelp")} multiple onFiles={onFiles} />
      <Disclosure key={String(compact)} title={t("import.paste")} level={2} defaultExpanded={!compact}>
        <div className="flex flex-col gap-3 pt-1">
          <TextArea
            label={t("import.pasteLabel")}
            description={t("import.pasteHelp")}
            rows={5}
            value={words}
            onChange={setWords}
            onPaste={({ clipboardData }) =>
              setPasted(
                words.trim() === ""
                  ? richPaste(clipboardData.getData("text/plain"), clipboardData.getData("text/html"))
                  : null,
              )
            }
            inputClassName="max-h-60"
          />
          <div className="flex flex-wrap items-end gap-3">
            <Select
              label={t("import.pasteAs")}
              selectedKey={as}
              onSelectionChange={(key) => setAs(As.safeParse(key).data ?? "auto")}
              className="min-w-64"
            >
              {(["auto", "transcript", "comments", "survey"] as const).map((one) => (
                <Option key={one} id={one}>
                  {t(`import.as.${one}`)}
                </Option>
              ))}
            </Select>
            <Button
              isDisabled={words.trim() === ""}
              onPress={() => {
                onPaste(pastedBlob(words, pasted), as === "auto" ? undefined : as);
                setWords("");
                setPasted(null);
              }}
            >
              {t("import.pasteAdd")}
            </Button>
          </div>
        </div>
      </Disclosure>
    </div>
  );
}
