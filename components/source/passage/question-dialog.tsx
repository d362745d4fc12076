"use client";
/** Says which question of the guide is answered from a turn on: type a few letters or its number, press Enter. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import * as Aria from "react-aria-components";
import { Dialog } from "#components/ui/dialog.tsx";
import { Option } from "#components/ui/option.tsx";
import { Radio, RadioGroup } from "#components/ui/radio-group.tsx";
import { SearchField } from "#components/ui/search-field.tsx";

/** How far it reaches: to where the next question is asked, or the turns that are meant, no more. */
export type Reach = "on" | "these";

type Props = Readonly<{
  questions: readonly Readonly<{ id: string; label: string }>[];
  now: string | null; // the question that is answered here
  turns: number; // that are meant
  onPick: (question: string | null, reach: Reach) => void;
  onClose: () => void;
}>;

export function QuestionDialog({ questions, now, turns, onPick, onClose }: Props) {
  const t = useTranslations("passage");
  const { contains } = Aria.useFilter({ sensitivity: "base" });
  const [reach, setReach] = useState<Reach>(turns > 1 ? "these" : "on");
  return (
    <Dialog title={t("which")} width="medium" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      {questions.length === 0 ? (
        <p className="text-soft">{t("noGuide")}</p>
      ) : (
        <Aria.Autocomplete filter={contains}>
          {/* Whoever asked for it wants to type. */}
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
          <SearchField autoFocus label={t("find")} />
          <Aria.ListBox
            aria-label={t("which")}
            className="mt-2 max-h-[46dvh] overflow-auto ring-none"
            selectionMode="none"
            onAction={(key) => {
              onClose();
              onPick(key === "none" ? null : String(key), reach);
            }}
            renderEmptyState={() => <p className="px-2.5 py-2 text-soft">{t("nothing")}</p>}
          >
            {questions.map(({ id, label }) => (
              <Option key={id} id={id} textValue={label}>
                <span className={`grow ${id === now ? "font-semibold" : ""}`}>{label}</span>
                {id === now ? <span className="text-sm text-soft">{t("now")}</span> : null}
              </Option>
            ))}
            <Option id="none" textValue={t("none")}>
              <span className="grow text-soft">{t("none")}</span>
            </Option>
          </Aria.ListBox>
        </Aria.Autocomplete>
      )}
      {questions.length === 0 ? null : (
        <RadioGroup
          label={t("reach")}
          className="mt-3 border-t border-line pt-3"
          value={reach}
          onChange={(value) => setReach(value === "on" ? "on" : "these")}
        >
          <Radio value="on">{t("on")}</Radio>
          <Radio value="these">{t("these", { count: turns })}</Radio>
        </RadioGroup>
      )}
    </Dialog>
  );
}
