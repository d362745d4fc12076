"use client";
/** Asks what of the board to download and in which form, gets the file, and says what stands in the way of it. */
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Hindered } from "#components/identifier/hindered.tsx";
import { useTaking } from "#components/identifier/use-taking.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Option } from "#components/ui/option.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { Radio, RadioGroup } from "#components/ui/radio-group.tsx";
import { Select } from "#components/ui/select.tsx";
import { fetchBoardFile } from "#lib/client/board/file.ts";
import { useStudy } from "#lib/client/study/provider.tsx";
import { BOARD_FORMATS } from "#lib/domain/report/check.ts";
import type { BoardFormat, Language } from "#lib/domain/report/check.ts";
import { useBoard } from "./open.tsx";

export function DownloadDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const t = useTranslations("board-export");
  const { study, state } = useStudy();
  const { board, lang, model } = useBoard();
  const [cards] = useState(() => model.ids(model.selection.slots()));
  const [chosen, setChosen] = useState(false);
  const [format, setFormat] = useState<BoardFormat>("png");
  const [language, setLanguage] = useState<Language>(lang);
  const { busy, hindrance, take, close } = useTaking(onClose);
  const ask = (signal: AbortSignal) =>
    fetchBoardFile(study, board, { format, language, cards: chosen ? cards : null }, signal);

  return (
    <Dialog
      title={t("title")}
      isOpen
      onOpenChange={(open) => !open && close()}
      actions={
        <>
          <Button
            look="primary"
            isPending={busy !== null}
            onPress={() => void take(ask, format === "png" ? null : t(`forms.${format}`))}
          >
            <Download aria-hidden size={16} />
            {t("do")}
          </Button>
          <Button look="quiet" onPress={close}>
            {t("cancel")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {cards.length > 0 ? (
          <RadioGroup
            label={t("what")}
            value={chosen ? "chosen" : "whole"}
            onChange={(value) => setChosen(value === "chosen")}
          >
            <Radio value="whole">{t("whole")}</Radio>
            <Radio value="chosen">{t("chosen", { count: cards.length })}</Radio>
          </RadioGroup>
        ) : null}
        <RadioGroup
          label={t("form")}
          value={format}
          onChange={(value) => setFormat(BOARD_FORMATS.find((one) => one === value) ?? "png")}
        >
          {BOARD_FORMATS.map((one) => (
            <Radio key={one} value={one} description={t(`helps.${one}`)}>
              {t(`forms.${one}`)}
            </Radio>
          ))}
        </RadioGroup>
        <Select
          label={t("language")}
          selectedKey={language}
          onSelectionChange={(key) => setLanguage(key === "cy" ? "cy" : "en")}
          className="w-44"
        >
          <Option id="en">{t("languageOf.en")}</Option>
          <Option id="cy">{t("languageOf.cy")}</Option>
        </Select>
        <p className="max-w-measure text-sm text-soft">
          {t("promise")}
          {state.rows.live("board", board)?.owner ? ` ${t("private")}` : ""}
        </p>
        {busy === null ? null : <Progress label={t(`busy.${busy}`)} />}
        {hindrance === null ? null : <Hindered hindrance={hindrance} study={study} denied={t("failed.denied")} />}
      </div>
    </Dialog>
  );
}
