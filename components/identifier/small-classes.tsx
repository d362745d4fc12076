"use client";
/** The kinds too small for an organisation that is not named to stand under, and that an owner accepts of one all the same. */
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "#components/ui/button.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { Desk } from "#lib/client/desk.ts";
import { acceptClass, reasonLang, smallClasses } from "#lib/client/identifier/limits.ts";
import type { OrganisationKind } from "#lib/domain/organisation/shape.ts";

type Props = Readonly<{
  desk: Desk;
  maySet: boolean;
  wordsOf: (phrase: string | null) => string | undefined;
  who: (by: string, on: string) => Readonly<{ name: string; day: string }>;
}>;

export function SmallClasses({ desk, maySet, wordsOf, who }: Props) {
  const t = useTranslations("identifier.limits.classes");
  const kindOf = useTranslations("people.kind");
  const [open, setOpen] = useState<OrganisationKind | null>(null);
  /** The one that was just left: its button takes the focus that the form had. */
  const [left, setLeft] = useState<OrganisationKind | null>(null);
  const classes = useMemo(() => smallClasses(desk.rows), [desk]); // a desk is new with every change
  const close = (kind: OrganisationKind) => {
    setOpen(null);
    setLeft(kind);
  };
  return (
    <section aria-labelledby="classes-title" className="flex max-w-measure flex-col gap-4">
      <header className="flex flex-col gap-1">
        <h2 id="classes-title" className="text-xl">
          {t("title")}
        </h2>
        <p className="text-soft">{t("lead")}</p>
      </header>
      {classes.length === 0 ? <p>{t("none")}</p> : null}
      <ul className="flex flex-col gap-3">
        {classes.map(({ kind, listed, unnamed }) => {
          const row = desk.rows.live("acceptance", kind);
          const words = row ? wordsOf(row.reason) : undefined;
          const name = kindOf(kind);
          return (
            <li key={kind} className="flex flex-col gap-2 rounded-md border border-line px-3 py-2">
              <p>
                <span className="font-semibold">{name}</span>{" "}
                <span className="text-soft">{t("counts", { listed, unnamed })}</span>
              </p>
              {row ? (
                <p>
                  {t("by", who(row.by, row.on))} {words === "" ? t("erased") : <q lang={reasonLang(desk)}>{words}</q>}
                </p>
              ) : (
                <p className="text-sm text-soft">{t("together")}</p>
              )}
              {!maySet || open === kind ? null : row ? (
                <Button
                  key="back"
                  size="small"
                  className="self-start"
                  autoFocus={left === kind}
                  aria-label={t("backOf", { kind: name })}
                  onPress={() => {
                    acceptClass(desk, kind, null);
                    setLeft(kind);
                    announce(t("saidBack", { kind: name }));
                  }}
                >
                  {t("back")}
                </Button>
              ) : (
                <Button
                  key="accept"
                  size="small"
                  className="self-start"
                  autoFocus={left === kind}
                  aria-label={t("acceptOf", { kind: name })}
                  onPress={() => setOpen(kind)}
                >
                  {t("accept")}
                </Button>
              )}
              {open === kind ? (
                <Acceptance
                  lang={reasonLang(desk)}
                  onAccept={(reason) => {
                    acceptClass(desk, kind, reason);
                    close(kind);
                    announce(t("said", { kind: name }));
                  }}
                  onCancel={() => close(kind)}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Acceptance({
  lang,
  onAccept,
  onCancel,
}: Readonly<{ lang: string; onAccept: (reason: string) => void; onCancel: () => void }>) {
  const t = useTranslations("identifier.limits.classes");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const isBare = reason.trim() === "";
  return (
    <Form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isBare) onAccept(reason.trim());
      }}
    >
      <TextArea
        label={t("why", { lang })}
        description={t("help")}
        value={reason}
        onChange={setReason}
        error={tried && isBare ? t("bare") : null}
        autoFocus
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" size="small">
          {t("do")}
        </Button>
        <Button look="quiet" size="small" onPress={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </Form>
  );
}
