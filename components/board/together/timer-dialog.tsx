"use client";
/** Asks how many minutes a timer shall run. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { NumberField } from "#components/ui/number-field.tsx";
import { useStudy } from "#lib/client/study/provider.tsx";
import { LONGEST, MORE } from "#lib/domain/study/live.ts";
import { useBoard } from "../open.tsx";

const USUAL = 20;

export function TimerDialog() {
  const t = useTranslations("board-together");
  const { ask, asking, board } = useBoard();
  const { together } = useStudy();
  const [minutes, setMinutes] = useState(USUAL);
  if (asking?.kind !== "timer") return null;
  return (
    <Dialog
      title={t("timer.menu")}
      width="narrow"
      isOpen
      onOpenChange={(open) => !open && ask(null)}
      actions={
        <>
          <Button
            look="primary"
            onPress={() => {
              ask(null);
              together.startTimer(board, minutes);
            }}
          >
            {t("timer.start")}
          </Button>
          <Button look="quiet" onPress={() => ask(null)}>
            {t("cancel")}
          </Button>
        </>
      }
    >
      <NumberField
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus // this field is what was asked for
        label={t("timer.own")}
        description={t("timer.help")}
        minValue={1}
        maxValue={LONGEST / MORE}
        value={minutes}
        onChange={(next) => setMinutes(Number.isNaN(next) ? USUAL : next)}
      />
    </Dialog>
  );
}
