"use client";
/**
 * The quotes that a correction has changed or lost, each with what it said and what may be decided.
 * Rules: docs/spec/correct.md, K12, K15 and K16.
 */
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { Page } from "#components/ui/page.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { toast } from "#components/ui/toast.tsx";
import { usePast } from "#lib/client/correct/door.ts";
import { useSource } from "#lib/client/reader/use.ts";
import { useFromRows, useStandingOf, useStudy, useWords } from "#lib/client/study/provider.tsx";
import type { Command } from "#lib/domain/study/command.ts";
import { looksOf } from "#lib/domain/correction/look.ts";
import type { Look } from "#lib/domain/correction/look.ts";
import { may } from "#lib/domain/member/shape.ts";
import { PlaceDialog } from "./place-dialog.tsx";
import { BeforeAfter } from "./touched.tsx";
import { useSpoken } from "#lib/client/reader/spoken.ts";

type Props = Readonly<{ study: string; source: string }>;

export function LookScreen({ study, source }: Props) {
  const t = useTranslations("correct");
  const session = useStudy();
  const loaded = useStandingOf("loaded");
  const view = useSource(source, useSpoken());
  const looks = useFromRows(["source", "quote", "anchor"], (rows) => looksOf(rows, source), [source]);
  const version = useFromRows(["source", "anchor"], (rows) => rows.edition("anchor"), [source]);
  const mine = may(session.me.role, "change") && may(session.me.role, "readOriginals");
  const past = usePast(study, mine ? source : null, version);
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const [placing, setPlacing] = useState<Look | null>(null);
  const home = `/studies/${study}/sources/${source}`;
  if (!mine || (!view && loaded))
    return (
      <EmptyState
        title={t(mine ? "missing" : "noRight")}
        action={<LinkButton href={`/studies/${study}/sources`}>{t("toSources")}</LinkButton>}
      />
    );

  function give(command: Command, sentence: string) {
    void session.send(command).then((outcome) => {
      if ("refused" in outcome) return; // shown with its reason where all refusals are
      announce(sentence);
      toast({
        text: sentence,
        kind: "success",
        action: { label: t("undo"), onPress: () => void session.send({ kind: "undo", how: "ask" }) },
      });
    });
    heading.current?.focus(); // what was decided leaves the list, and the keyboard's place with it
  }

  const waiting = looks.filter(({ kind }) => kind !== "kept");
  const kept = looks.filter(({ kind }) => kind === "kept");
  const item = (look: Look) => {
    const { quote, kind } = look;
    const said = words.quote(quote);
    const before = past?.before[quote];
    return (
      <li key={quote} className="flex flex-col gap-3 rounded-md border border-line bg-raised p-4">
        <p className="text-sm font-semibold">{t(`kind.${kind}`)}</p>
        <blockquote lang={said?.lang} className="max-w-measure whitespace-pre-wrap">
          {kind === "changed" && before !== undefined ? (
            <BeforeAfter before={before} after={said?.words ?? ""} />
          ) : (
            (said?.words ?? "")
          )}
        </blockquote>
        <div className="flex flex-wrap gap-2">
          {kind === "changed" ? (
            <Button size="small" onPress={() => give({ kind: "quote.accept", ids: [quote] }, t("accepted"))}>
              {t("accept")}
            </Button>
          ) : null}
          <Button size="small" onPress={() => setPlacing(look)}>
            {t(kind === "changed" ? "adjust" : "place")}
          </Button>
          {kind === "lost" ? (
            <Button size="small" onPress={() => give({ kind: "quote.accept", ids: [quote] }, t("keptNow"))}>
              {t("keep")}
            </Button>
          ) : null}
          <Button size="small" look="quiet" onPress={() => give({ kind: "quote.remove", ids: [quote] }, t("removed"))}>
            {t("remove")}
          </Button>
          {kind === "changed" ? (
            <LinkButton size="small" look="quiet" href={`${home}?quote=${quote}`}>
              {t("inText")}
            </LinkButton>
          ) : null}
        </div>
      </li>
    );
  };
  const changed = waiting.filter(({ kind }) => kind === "changed").map(({ quote }) => quote);
  return (
    <Page className="max-w-4xl">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ href: home, text: `${view?.code ?? ""} ${view?.title ?? ""}`.trim() }]} />}
        title={
          <span ref={heading} tabIndex={-1} className="ring-none">
            {t("lookTitle")}
          </span>
        }
        lead={t("lookLead")}
        actions={<LinkButton href={home}>{t("toText")}</LinkButton>}
      />
      {waiting.length === 0 ? (
        <EmptyState title={t("nothing")} action={<LinkButton href={home}>{t("toText")}</LinkButton>}>
          <p>{t("nothingHelp")}</p>
        </EmptyState>
      ) : (
        <>
          {changed.length > 1 ? (
            <p className="mb-3">
              <Button
                size="small"
                onPress={() =>
                  give({ kind: "quote.accept", ids: changed }, t("acceptedAll", { count: changed.length }))
                }
              >
                {t("acceptAll", { count: changed.length })}
              </Button>
            </p>
          ) : null}
          <ul className="flex flex-col gap-4">{waiting.map(item)}</ul>
        </>
      )}
      {kept.length > 0 ? (
        <section className="mt-8 flex flex-col gap-3">
          <h2 className="text-lg">{t("keptTitle", { count: kept.length })}</h2>
          <ul className="flex flex-col gap-4">{kept.map(item)}</ul>
        </section>
      ) : null}
      {placing && view ? (
        <PlaceDialog
          study={study}
          source={source}
          revision={view.row.revision}
          look={placing}
          words={words.quote(placing.quote)?.words ?? ""}
          onClose={() => setPlacing(null)}
          onPlace={(span) => {
            setPlacing(null);
            give({ kind: "quote.place", id: placing.quote, revision: view.row.revision, ...span }, t("placed"));
          }}
        />
      ) : null}
    </Page>
  );
}
