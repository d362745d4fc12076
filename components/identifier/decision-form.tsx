"use client";
/**
 * Deciding what may identify somebody: the words that stand for it in each language, a reason why it stays, or that it
 * identifies nobody.
 *
 * Made for the keyboard: the first suggestion is filled in and marked, Enter takes it and goes on to the next.
 */
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "#components/ui/button.tsx";
import { Radio, RadioGroup } from "#components/ui/radio-group.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Decided } from "#lib/client/identifier/decision.ts";
import { takable } from "#lib/domain/identifier/ladder/rung.ts";
import type { Level } from "#lib/domain/identifier/ladder/rung.ts";
import type { Decision } from "#lib/domain/identifier/shape.ts";
import { Ladder } from "./ladder.tsx";

type Props = Readonly<{
  /** What was decided before, if anything. */
  before: Readonly<{
    decision: Decision | null;
    replacement: string | null;
    replacementCy: string | null;
    reason: string | null;
  }>;
  ladder: readonly Level[];
  /** Whether it may turn out to be none. */
  mayBeOrdinary?: boolean;
  /** What it begins with where nothing was decided before. */
  begin?: Decision;
  /** Whether it may be kept without a second person. */
  alone?: boolean;
  /** Where only one mention is decided about: whether one person may say that it means somebody or something else there. */
  here?: Readonly<{ alone: boolean }> | null;
  /** A reason that may serve again. */
  usual?: string;
  /** Puts the cursor where writing begins. */
  takesFocus: boolean;
  onDecide: (decided: Decided) => void;
  onRemove?: (() => void) | null;
}>;

export function DecisionForm(props: Props) {
  const { before, ladder, mayBeOrdinary = false, begin = "replace", usual = "", takesFocus } = props;
  const { here = null, onDecide, onRemove = null } = props;
  const t = useTranslations("identifier");
  const [rung] = takable(ladder);
  const fresh = before.decision === null;
  const [way, setWay] = useState<Decision>(before.decision ?? begin);
  const [en, setEn] = useState(before.replacement ?? (fresh ? (rung?.en ?? "") : ""));
  const [cy, setCy] = useState(before.replacementCy ?? (fresh ? (rung?.cy ?? "") : ""));
  const [reason, setReason] = useState(before.reason ?? usual);
  const [tried, setTried] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) first.current?.focus();
  }, [takesFocus]);
  // Of one mention it is said why its words stay, whatever they are.
  const reasoned = way === "keep" || (way === "ordinary" && here !== null);
  const bare = way === "replace" ? en.trim() === "" && cy.trim() === "" : reasoned && reason.trim() === "";
  // Saying the same again would ask for a second person anew.
  const same = reasoned && before.decision === way && reason.trim() === before.reason;
  const alone = way === "ordinary" && here ? here.alone : (props.alone ?? false);
  const decided = (): Decided =>
    way === "replace"
      ? { decision: way, en: en.trim(), cy: cy.trim() }
      : way === "keep"
        ? { decision: way, reason: reason.trim() }
        : { decision: way, ...(here && { reason: reason.trim() }) };
  return (
    <Form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!bare) onDecide(decided());
      }}
    >
      <RadioGroup
        label={t("decide.what")}
        value={way}
        onChange={(value) => setWay(value === "keep" || value === "ordinary" ? value : "replace")}
        orientation="horizontal"
      >
        <Radio value="replace">{t("decide.replace")}</Radio>
        <Radio value="keep">{t("decide.keep")}</Radio>
        {mayBeOrdinary ? <Radio value="ordinary">{t(here ? "decide.ordinaryHere" : "decide.ordinary")}</Radio> : null}
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
          <Ladder
            levels={ladder}
            onTake={(level) => {
              setEn(level.en);
              setCy(level.cy);
            }}
          />
        </>
      ) : null}
      {reasoned ? (
        <TextField
          ref={first}
          label={t("decide.reason")}
          description={t(
            here
              ? alone
                ? "decide.hereAlone"
                : "decide.hereHelp"
              : alone
                ? "decide.reasonAlone"
                : "decide.reasonHelp",
          )}
          value={reason}
          onChange={setReason}
          onFocus={(event) => event.target instanceof HTMLInputElement && event.target.select()}
          error={tried && bare ? t("decide.bareKeep") : null}
        />
      ) : null}
      {way === "ordinary" && here === null ? <p className="text-soft">{t("decide.ordinaryHelp")}</p> : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" isDisabled={same}>
          {t(here ? HERE[way] : way === "keep" ? (alone ? "decide.doKeepAlone" : "decide.doKeep") : DO[way])}
        </Button>
        {fresh ? null : (
          <Button look="quiet" onPress={() => onDecide({ decision: null })}>
            {t(here ? "decide.asElsewhere" : "decide.reopen")}
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

const DO = { replace: "decide.doReplace", ordinary: "decide.doOrdinary" } as const;
const HERE = { replace: "decide.hereReplace", keep: "decide.hereKeep", ordinary: "decide.hereOrdinary" } as const;
