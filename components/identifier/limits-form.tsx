"use client";
/** Sets the four limits, and asks for a reason where one is lower than usual. */
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "#components/ui/button.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { NumberField } from "#components/ui/number-field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { Desk } from "#lib/client/desk.ts";
import { outOfBounds, reasonLang, setLimits } from "#lib/client/identifier/limits.ts";
import { BOUNDS, LIMITS, lowered, sameLimits, THRESHOLDS } from "#lib/domain/disclosure/threshold.ts";
import type { Thresholds } from "#lib/domain/disclosure/threshold.ts";

type Props = Readonly<{
  desk: Desk;
  now: Thresholds;
  /** The words of the reason that stands. */
  reason: string;
}>;

export function LimitsForm({ desk, now, reason: before }: Props) {
  const t = useTranslations("identifier.limits");
  /** What the numbers were when somebody began to change them. */
  const [seen, setSeen] = useState(now);
  const [limits, setDraft] = useState(now);
  const [written, setWritten] = useState<string | null>(null); // null: as it stands
  const [tried, setTried] = useState(false);
  const why = useRef<HTMLTextAreaElement>(null);
  const reason = (written ?? before).trim();
  const isTouched = !sameLimits(limits, seen) || (written !== null && reason !== before);
  const begin = () => {
    setSeen(now);
    setDraft(now);
    setWritten(null);
    setTried(false);
  };
  const isBehind = !sameLimits(now, seen);
  if (isBehind && !isTouched) begin(); // a colleague has set them, and nothing is lost here
  const bad = outOfBounds(limits);
  const isLower = lowered(limits).length > 0;
  const isBare = isLower && reason === "";
  return (
    <Form
      validationBehavior="aria"
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isBare) why.current?.focus();
        if (bad.size > 0 || isBare) return announce(t("notSet"));
        setLimits(desk, limits, reason, before);
        setSeen(limits);
        setTried(false);
        announce(t("said"));
      }}
    >
      {LIMITS.map((limit) => (
        <NumberField
          key={limit}
          label={t(`${limit}.label`)}
          description={`${t(`${limit}.help`)} ${t("bounds", { ...BOUNDS[limit], usual: THRESHOLDS[limit] })}`}
          value={limits[limit]}
          onChange={(value) => setDraft({ ...limits, [limit]: value })}
          minValue={BOUNDS[limit].least}
          maxValue={BOUNDS[limit].most}
          formatOptions={{ maximumFractionDigits: 0 }}
          error={tried && bad.has(limit) ? t("number", BOUNDS[limit]) : null}
          className="[&_[role=group]]:max-w-48"
        />
      ))}
      {/* Always there: what appears when a number is left would move the button away under a hand that presses it. */}
      <TextArea
        ref={why}
        optional={!isLower}
        label={t("reason", { lang: reasonLang(desk) })}
        description={t("reasonHelp")}
        value={written ?? before}
        onChange={setWritten}
        error={tried && isBare ? t("bare") : null}
      />
      {isBehind && isTouched ? (
        <Notice
          kind="warn"
          live
          action={
            <Button size="small" onPress={begin}>
              {t("theirs")}
            </Button>
          }
        >
          {t("behind", now)}
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary">
          {t("set")}
        </Button>
        {sameLimits(limits, THRESHOLDS) ? null : (
          <Button look="quiet" onPress={() => setDraft(THRESHOLDS)}>
            {t("toUsual")}
          </Button>
        )}
      </div>
    </Form>
  );
}
