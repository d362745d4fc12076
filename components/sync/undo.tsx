"use client";
/** Undo and redo: two buttons and their keys. Asks where somebody else has changed the same since. */
import { Redo2, Undo2 } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { toast } from "#components/ui/toast.tsx";
import { useStudy } from "#lib/client/study/provider.tsx";
import { useFaultWords } from "./fault-words.ts";

type Direction = "undo" | "redo";
type How = "ask" | "force" | "skip";

export function UndoButtons() {
  const t = useTranslations("sync");
  const session = useStudy();
  const why = useFaultWords();
  const [asked, setAsked] = useState<{ direction: Direction; code: string } | null>(null);

  const back = useCallback(
    async (direction: Direction, how: How) => {
      const outcome = await session.send({ kind: direction, how });
      if (!("refused" in outcome) || typeof outcome.refused !== "string") {
        toast({ text: t(how === "skip" ? "skipped" : direction === "undo" ? "undone" : "redone") });
        return;
      }
      session.dismiss(outcome.cmdId); // answered here, so it need not stand in the list
      if (outcome.refused === "undo.none") toast({ text: t(direction === "undo" ? "nothing" : "nothingAgain") });
      else setAsked({ direction, code: outcome.refused });
    },
    [session, t],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target;
      if (
        event.defaultPrevented ||
        (target instanceof HTMLElement && target.closest("input, textarea, [contenteditable]"))
      )
        return;
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      void back(key === "y" || event.shiftKey ? "redo" : "undo", "ask");
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [back]);

  const settle = (how: How) => {
    if (asked) void back(asked.direction, how);
    setAsked(null);
  };
  return (
    <div className="flex items-center">
      <IconButton icon={Undo2} label={t("undo")} keys="Ctrl+Z" onPress={() => void back("undo", "ask")} />
      <IconButton icon={Redo2} label={t("redo")} keys="Ctrl+Shift+Z" onPress={() => void back("redo", "ask")} />
      <Dialog
        title={t("changedTitle")}
        role="alertdialog"
        width="narrow"
        isOpen={asked !== null}
        onOpenChange={(open) => open || setAsked(null)}
        actions={
          <>
            {asked?.code === "undo.changed" ? <Button onPress={() => settle("force")}>{t("force")}</Button> : null}
            <Button onPress={() => settle("skip")}>{t("skip")}</Button>
            <Button look="quiet" onPress={() => setAsked(null)}>
              {t("leave")}
            </Button>
          </>
        }
      >
        <p>{asked ? why(asked.code) : null}</p>
      </Dialog>
    </div>
  );
}
