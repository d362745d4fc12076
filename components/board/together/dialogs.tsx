"use client";
/** What a vote asks in a dialog: how many dots each person has, and whether it shall be revealed or ended. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AlertDialog } from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { NumberField } from "#components/ui/number-field.tsx";
import { useBoard } from "../open.tsx";

const DOTS = 5; // what most groups take
const MOST = 50;

export function VoteDialogs() {
  const t = useTranslations("board-together");
  const { ask, asking, setSide, vote } = useBoard();
  if (asking?.kind !== "vote") return null;
  const onOpenChange = (open: boolean) => {
    if (!open) ask(null);
  };
  if (asking.what === "start") return <StartDialog />;
  const reveal = asking.what === "reveal";
  return (
    <AlertDialog
      isOpen
      onOpenChange={onOpenChange}
      title={t(reveal ? "reveal.title" : "end.title")}
      action={t(reveal ? "reveal.action" : "end.action")}
      isDanger={!reveal}
      onAction={() => {
        ask(null);
        if (reveal) {
          vote.reveal();
          setSide({ kind: "votes" });
        } else vote.end();
      }}
    >
      {t(reveal ? "reveal.body" : "end.body")}
    </AlertDialog>
  );
}

function StartDialog() {
  const t = useTranslations("board-together");
  const { ask, vote } = useBoard();
  const [dots, setDots] = useState(DOTS);
  const start = () => {
    ask(null);
    vote.start(dots);
  };
  return (
    <Dialog
      title={t("start.title")}
      width="narrow"
      isOpen
      onOpenChange={(open) => !open && ask(null)}
      actions={
        <>
          <Button look="primary" onPress={start}>
            {t("start.action")}
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
        label={t("start.dots")}
        description={t("start.help")}
        minValue={1}
        maxValue={MOST}
        value={dots}
        onChange={(next) => setDots(Number.isNaN(next) ? DOTS : next)}
      />
    </Dialog>
  );
}
