"use client";
/** The guessing game of the study that is open, for those who know its people. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Page } from "#components/ui/page.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { useDesk } from "#lib/client/use-desk.ts";
import { useStudy } from "#lib/client/study/provider.tsx";
import { mayGuess } from "#lib/domain/guess/shape.ts";
import { Game } from "./game.tsx";

export function GuessPage() {
  const t = useTranslations("risk.guess");
  const desk = useDesk();
  const { me } = useStudy();
  const [game, setGame] = useState(() => crypto.randomUUID());
  return (
    <Page>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        above={<Breadcrumbs crumbs={[{ href: `/studies/${desk.study}/report`, text: t("toReport") }]} />}
      />
      {mayGuess(me.role) ? (
        <Game key={game} desk={desk} game={game} onAnew={() => setGame(crypto.randomUUID())} />
      ) : (
        <Notice>{t("notYours")}</Notice>
      )}
    </Page>
  );
}
