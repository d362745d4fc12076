"use client";
/** Turns in which the interviewer seems to ask a question of the guide: each is looked at, and those that hold are linked. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { Proposal } from "#lib/domain/passage/propose.ts";
import { shown } from "#lib/domain/source/reading.ts";
import type { Reading } from "#lib/domain/source/reading.ts";

type Props = Readonly<{
  reading: Reading;
  proposals: readonly Proposal[];
  labelOf: (question: string) => string;
  onLink: (proposals: readonly Proposal[]) => void;
  onClose: () => void;
}>;

export function ProposeDialog({ reading, proposals, labelOf, onLink, onClose }: Props) {
  const t = useTranslations("passage");
  const [held, setHeld] = useState<ReadonlySet<number>>(() => new Set(proposals.map(({ turn }) => turn)));
  const put = (turn: number, on: boolean) => {
    const next = new Set(held);
    if (on) next.add(turn);
    else next.delete(turn);
    setHeld(next);
  };
  return (
    <Dialog
      title={t("proposals")}
      width="wide"
      isOpen
      isDismissable={false}
      onOpenChange={(open) => !open && onClose()}
      actions={
        proposals.length === 0 ? undefined : (
          <>
            <Button
              look="primary"
              isDisabled={held.size === 0}
              onPress={() => {
                onClose();
                onLink(proposals.filter(({ turn }) => held.has(turn)));
              }}
            >
              {t("link", { count: held.size })}
            </Button>
            <Button look="quiet" onPress={onClose}>
              {t("leave")}
            </Button>
          </>
        )
      }
    >
      <p className="mb-3 text-soft">{t(proposals.length === 0 ? "noProposals" : "proposalsHelp")}</p>
      <ul className="flex flex-col gap-1">
        {proposals.map(({ turn, question }) => {
          const said = reading.turns[turn];
          return (
            <li key={turn} className="rounded-md border border-line px-3 py-1.5">
              <Checkbox
                isSelected={held.has(turn)}
                onChange={(on) => put(turn, on)}
                description={
                  <bdi lang={reading.lang} className="line-clamp-3">
                    {said ? shown(said) : ""}
                  </bdi>
                }
              >
                <span className="font-semibold">{labelOf(question)}</span>
              </Checkbox>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
