"use client";
/**
 * An owner's judgement of what was shown, signed; until then files that hold it wait. Shows what stands, who signed it and why.
 *
 * Rules: docs/spec/risk.md, RK15 to RK21.
 */
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "#components/ui/button.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { Desk } from "#lib/client/desk.ts";
import { dayInWords } from "#lib/client/i18n/day.ts";
import { reasonLang } from "#lib/client/identifier/limits.ts";
import { signRisk } from "#lib/client/sign.ts";
import { usePersonNames } from "#lib/client/study/use-person-name.ts";
import type { SignableId } from "#lib/domain/signature/shape.ts";
import type { Signing } from "#lib/domain/signature/standing.ts";
import { ChangedSince } from "./changes.tsx";
import { useSigned } from "./signed-name.ts";

type Props = Readonly<{ desk: Desk; signing: Signing }>;

export function Sign({ desk, signing: { of, seal, standing } }: Props) {
  const t = useTranslations("risk.sign");
  const nameOf = useSigned();
  const what = nameOf(of);
  return (
    <section id="risk-sign" aria-labelledby="risk-sign-title" className="flex scroll-mt-20 flex-col gap-4">
      <header className="flex max-w-measure flex-col gap-1">
        <h2 id="risk-sign-title" className="text-xl">
          {t("title")}
        </h2>
        <p className="text-soft">{t("lead")}</p>
      </header>
      <div className="flex max-w-measure flex-col gap-4">
        <Stands desk={desk} of={of} standing={standing} />
        {standing.state === "holds" ? null : (
          <Judgement
            key={of} // what was begun of others is not signed here
            lang={reasonLang(desk)}
            what={what}
            onSign={(judgement) => {
              signRisk(desk, of, { judgement, seen: seal });
              announce(t("said", { what }));
            }}
          />
        )}
        {standing.state === "none" ? null : (
          <Button
            size="small"
            className="self-start"
            aria-label={t("backOf", { what: nameOf(standing.by) })}
            onPress={() => {
              signRisk(desk, standing.by, null);
              announce(t("saidBack", { what: nameOf(standing.by) }));
            }}
          >
            {t("back")}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Whether it is signed, by whom and why. */
function Stands({ desk, of, standing }: Readonly<{ desk: Desk; of: SignableId; standing: Signing["standing"] }>) {
  const t = useTranslations("risk.sign");
  const nameOf = usePersonNames();
  const signedName = useSigned();
  const what = signedName(of);
  if (standing.state === "none") return <Notice kind="warn" live title={t("none", { what })} />;
  const row = desk.rows.live("signature", standing.by);
  const by = row
    ? t(standing.by === of ? "by" : "byOther", {
        name: nameOf(row.by) ?? t("somebody"),
        day: dayInWords(row.on, desk.locale),
        what: signedName(standing.by),
      })
    : null;
  const words = row ? desk.phrase(row.judgement) : undefined;
  const holds = standing.state === "holds";
  return (
    <Notice kind={holds ? "success" : "warn"} live title={t(holds ? "holds" : "changed", { what })}>
      {by ? (
        <p>
          {by} {words === "" ? t("erased") : <q lang={reasonLang(desk)}>{words}</q>}
        </p>
      ) : null}
      {holds ? null : <ChangedSince changes={standing.changes} />}
    </Notice>
  );
}

function Judgement({
  lang,
  what,
  onSign,
}: Readonly<{ lang: string; what: string; onSign: (judgement: string) => void }>) {
  const t = useTranslations("risk.sign");
  const [judgement, setJudgement] = useState("");
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const isBare = judgement.trim() === "";
  return (
    <Form
      validationBehavior="aria"
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isBare) field.current?.focus();
        else onSign(judgement.trim());
      }}
    >
      <TextArea
        ref={field}
        label={t("judgement", { lang })}
        description={t("judgementHelp")}
        value={judgement}
        onChange={setJudgement}
        error={tried && isBare ? t("bare") : null}
      />
      <Button type="submit" look="primary" className="self-start" aria-label={t("doOf", { what })}>
        {t("do")}
      </Button>
    </Form>
  );
}
