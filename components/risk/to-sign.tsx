"use client";
/** Says before anything is downloaded that nobody has signed the risk report of such files at all. */
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import type { Desk } from "#lib/client/desk.ts";
import type { Attribution } from "#lib/domain/report/check.ts";
import { FILES } from "#lib/domain/risk/beside.ts";
import { signable } from "#lib/domain/signature/shape.ts";
import { givenFor } from "#lib/domain/signature/standing.ts";
import { useSigned } from "./signed-name.ts";

/** Whether what was signed still stands is found out with the file: that takes judging all of it. */
export function ToSign({ desk, beside }: Readonly<{ desk: Desk; beside: Attribution }>) {
  const t = useTranslations("risk.sign");
  const nameOf = useSigned();
  const isOwner = desk.mayPublish && desk.mayReadOriginals;
  return FILES.filter((file) => givenFor(desk.rows, signable(file, beside)).length === 0).map((file) => (
    <p key={file} className="text-warn">
      {t("waitsNone", { what: nameOf(signable(file, beside)) })}{" "}
      {isOwner ? (
        <Link href={`/studies/${desk.study}/report/risk?file=${file}&beside=${beside}`}>{t("go")}</Link>
      ) : (
        t("askOwner")
      )}
    </p>
  ));
}
