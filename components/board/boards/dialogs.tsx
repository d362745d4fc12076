"use client";
/** What is asked about a whole board: its name, and whether it is really meant for everybody or for the findings. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AlertDialog } from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useBoard } from "../open.tsx";
import type { BoardActions } from "./use-boards.ts";

export type BoardAsking = "rename" | "share" | "analyse";

type Props = Readonly<{ asking: BoardAsking | null; onClose: () => void; actions: BoardActions }>;

export function BoardDialogs({ asking, onClose, actions }: Props) {
  const t = useTranslations("boards");
  const { board } = useBoard();
  if (asking === null) return null;
  if (asking === "rename") return <Rename name={actions.nameOf(board)} onClose={onClose} />;
  return (
    <AlertDialog
      isOpen
      isDanger={false}
      title={t(`ask.${asking}Title`, { board: actions.nameOf(board) })}
      action={t(`ask.${asking}Do`)}
      onAction={() => {
        onClose();
        if (asking === "share") actions.share();
        else actions.analyse();
      }}
      onOpenChange={(open) => !open && onClose()}
    >
      {t(`ask.${asking}`)}
    </AlertDialog>
  );
}

function Rename({ name, onClose }: Readonly<{ name: string; onClose: () => void }>) {
  const t = useTranslations("boards");
  const common = useTranslations("common");
  const { board, deeds } = useBoard();
  const [text, setText] = useState(name);
  return (
    <Dialog title={t("rename")} width="narrow" isOpen onOpenChange={(open) => !open && onClose()}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const said = text.trim();
          if (said === "") return;
          if (said !== name) deeds.write(board, "name", said);
          onClose();
        }}
      >
        {/* Whoever asked to rename wants to type. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <TextField autoFocus label={t("name")} value={text} onChange={setText} maxLength={200} />
        <Button type="submit" look="primary" className="self-start" isDisabled={text.trim() === ""}>
          {common("save")}
        </Button>
      </form>
    </Dialog>
  );
}
