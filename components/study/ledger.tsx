"use client";
/** Where a study stands, as a ledger: what is there, what is open, and the one thing to do next. */
import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link, LinkButton } from "#components/ui/link.tsx";
import { nextOf } from "#lib/domain/study/progress.ts";
import type { Next, Progress } from "#lib/domain/study/progress.ts";

type Props = Readonly<{ study: string; progress: Progress }>;
type Line = Readonly<{
  key: string;
  page: string;
  facts: readonly string[];
  open: string | null;
  settled: string | null;
}>;

const PAGES: Record<Exclude<Next, null> | "done", string> = {
  source: "sources",
  quote: "sources",
  board: "board",
  cluster: "board",
  define: "board",
  finding: "findings",
  evidence: "findings",
  identify: "report",
  done: "report",
};

export function Ledger({ study, progress }: Props) {
  const t = useTranslations("study");
  const { sources, quotes, cards, themes, findings, identifiers } = progress;
  const next = nextOf(progress) ?? "done";
  const count = {
    board: quotes.all - quotes.onBoard,
    cluster: cards.unclustered,
    define: themes.undefined,
    evidence: findings.bare,
    identify: identifiers.open,
  };
  const all = sources.interview + sources.survey + sources.other;

  const line = (
    key: string,
    page: string,
    facts: readonly (string | false)[],
    told: string | false,
    isOpen: boolean,
  ): Line => ({
    key,
    page,
    facts: facts.filter((fact) => fact !== false),
    open: told !== false && isOpen ? told : null,
    settled: told !== false && !isOpen ? told : null,
  });
  const lines: readonly Line[] = [
    line(
      "sources",
      "sources",
      [
        t("progress.interviews", { count: sources.interview }),
        t("progress.responses", { count: sources.survey }),
        sources.other > 0 && t("progress.others", { count: sources.other }),
      ],
      all > 0 && t("progress.quoted", { quoted: sources.quoted, all }),
      sources.quoted < all,
    ),
    line(
      "quotes",
      "sources",
      [t("progress.quotesAll", { count: quotes.all })],
      quotes.all > 0 && t("progress.offBoard", { count: count.board }),
      count.board > 0,
    ),
    line(
      "board",
      "board",
      [
        t("progress.cards", { count: quotes.onBoard }),
        cards.insights > 0 && t("progress.insights", { count: cards.insights }),
      ],
      cards.quotes > 0 && t("progress.unclustered", { count: cards.unclustered }),
      cards.unclustered > 0,
    ),
    line(
      "themes",
      "board",
      [t("progress.themesAll", { count: themes.all })],
      themes.all > 0 && t("progress.undefined", { count: themes.undefined }),
      themes.undefined > 0,
    ),
    line(
      "findings",
      "findings",
      [
        t("progress.findingsAll", { count: findings.all }),
        findings.all > 0 && t("progress.agreed", { count: findings.agreed }),
      ],
      findings.all > 0 && t("progress.bare", { count: findings.bare }),
      findings.bare > 0,
    ),
    line(
      "identifiers",
      "report",
      [t("progress.identifiersAll", { count: identifiers.all })],
      identifiers.all > 0 && t("progress.open", { count: identifiers.open }),
      identifiers.open > 0,
    ),
  ];

  return (
    <section aria-labelledby="ledger" className="flex flex-col gap-4">
      <h2 id="ledger" className="text-xl">
        {t("progress.title")}
      </h2>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-md border border-line bg-raised px-4 py-3">
        <p>
          <span className="me-2 text-sm text-soft">{t("next.label")}</span>
          {next === "done"
            ? t("next.done")
            : t(`next.${next}`, {
                count:
                  next in count
                    ? count[next as keyof typeof count]
                    : 0 /* the line above says that it is one of them */,
              })}
        </p>
        <LinkButton href={`/studies/${study}/${PAGES[next]}`} look="primary">
          {t(`next.go.${next}`)}
          <ArrowRight aria-hidden size={16} />
        </LinkButton>
      </div>
      <dl className="grid">
        {lines.map(({ key, page, facts, open, settled }) => (
          <div
            key={key}
            className="grid gap-x-6 gap-y-0.5 border-t border-line py-2.5 first:border-t-0 sm:grid-cols-[9rem_minmax(0,1fr)_minmax(0,1.15fr)]"
          >
            <dt>
              <Link href={`/studies/${study}/${page}`} className="font-semibold">
                {t(`progress.${key}`)}
              </Link>
            </dt>
            <dd className="tabular-nums">{facts.join(", ")}</dd>
            <dd className={open === null ? "text-soft" : "text-warn"}>{open ?? settled}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
