"use client";
/** Says that a file waits until an owner has signed the risk report of what it would quote; owners are led there. */
import { useTranslations } from "next-intl";
import { LinkButton } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useStudy } from "#lib/client/study/provider.tsx";
import { may } from "#lib/domain/member/shape.ts";
import { signed } from "#lib/domain/signature/shape.ts";
import type { Unsigned as Need } from "#lib/domain/signature/shape.ts";
import { ChangedSince } from "./changes.tsx";
import { useSigned } from "./signed-name.ts";

export function Unsigned({ needs, study }: Readonly<{ needs: readonly Need[]; study: string }>) {
  const t = useTranslations("risk.sign");
  const nameOf = useSigned();
  const { me } = useStudy();
  const isOwner = may(me.role, "managePeople") && may(me.role, "readOriginals");
  return (
    <Notice
      kind="warn"
      live
      title={t("waits")}
      action={
        isOwner
          ? needs.map(({ of }) => {
              const { file, beside } = signed(of);
              return (
                <LinkButton
                  key={of}
                  size="small"
                  href={`/studies/${study}/report/risk?file=${file}&beside=${beside}#risk-sign`}
                >
                  {needs.length === 1 ? t("go") : t("goTo", { what: nameOf(of) })}
                </LinkButton>
              );
            })
          : undefined
      }
    >
      <ul className="flex flex-col gap-1">
        {needs.map(({ of, changes }) => (
          <li key={of}>
            <p>{t(changes ? "waitsChanged" : "waitsNone", { what: nameOf(of) })}</p>
            {changes ? <ChangedSince changes={changes} /> : null}
          </li>
        ))}
      </ul>
      {isOwner ? null : <p>{t("askOwner")}</p>}
    </Notice>
  );
}
