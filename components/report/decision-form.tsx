"use client";
/**
 * Deciding one name: the words that stand for it in each language, or a reason why it stays.
 *
 * Made for the keyboard: the first suggestion is filled in and marked, Enter takes it and goes on to the next open name.
 */
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "#components/ui/button.tsx";
import { Radio, RadioGroup } from "#components/ui/radio-group.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Rung } from "#lib/domain/identifier/ladder.ts";
import type { Found } from "#lib/domain/report/check.ts";

export type Decided = Readonly<
  { decision: "replace"; en: string; cy: string } | { decision: "keep"; reason: string } | { decision: null }
>;

type Props = Readonly<{
  found: Found;
  ladder: readonly Rung[];
  /** Puts the cursor where writing begins. */ takesFocus: boolean;
  onDecide: (decided: Decided) => void;
  onRemove: (() => void) | null;
}>;

export function DecisionForm({ found, ladder, takesFocus, onDecide, onRemove }: Props) {
  const t = useTranslations("report");
  const [rung] = ladder;
  const [way, setWay] = useState<"replace" | "keep">(found.decision ?? "replace");
  const [en, setEn] = useState(found.replacement ?? (found.decision === null ? (rung?.en ?? "") : ""));
  const [cy, setCy] = useState(found.replacementCy ?? (found.decision === null ? (rung?.cy ?? "") : ""));
  const [reason, setReason] = useState(found.reason ?? "");
  const [tried, setTried] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) first.current?.focus();
  }, [takesFocus]);
  const bare = way === "replace" ? en.trim() === "" && cy.trim() === "" : reason.trim() === "";
  return (
    <Form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (bare) return;
        onDecide(
          way === "replace"
            ? { decision: "replace", en: en.trim(), cy: cy.trim() }
            : { decision: "keep", reason: reason.trim() },
        );
      }}
    >
      <RadioGroup
        label={t("decide.what")}
        value={way}
        onChange={(value) => setWay(value === "keep" ? "keep" : "replace")}
        orientation="horizontal"
      >
        <Radio value="replace">{t("decide.replace")}</Radio>
        <Radio value="keep">{t("decide.keep")}</Radio>
      </RadioGroup>
      {way === "replace" ? (
        <>
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField
              ref={first}
              label={t("decide.english")}
              value={en}
              onChange={setEn}
              onFocus={(event) => event.target instanceof HTMLInputElement && event.target.select()}
              error={tried && bare ? t("decide.bareReplace") : null}
            />
            <TextField label={t("decide.welsh")} value={cy} onChange={setCy} />
          </div>
          <div className="flex flex-wrap items-center gap-1.5">
            <span className="text-sm text-soft">{t("decide.offered")}</span>
            {ladder.map((rung) => (
              <Button
                key={rung.en}
                size="small"
                onPress={() => {
                  setEn(rung.en);
                  setCy(rung.cy);
                }}
              >
                {rung.en} · <span lang="cy">{rung.cy}</span>
              </Button>
            ))}
          </div>
        </>
      ) : (
        <TextField
          ref={first}
          label={t("decide.reason")}
          description={t("decide.reasonHelp")}
          value={reason}
          onChange={setReason}
          error={tried && bare ? t("decide.bareKeep") : null}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary">
          {t(way === "replace" ? "decide.doReplace" : "decide.doKeep")}
        </Button>
        {found.decision === null ? null : (
          <Button look="quiet" onPress={() => onDecide({ decision: null })}>
            {t("decide.reopen")}
          </Button>
        )}
        {onRemove === null ? null : (
          <Button look="quiet" onPress={onRemove}>
            {t("decide.removeTerm")}
          </Button>
        )}
      </div>
    </Form>
  );
}
