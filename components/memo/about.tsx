"use client";
/** What a talk is about, in its own words where there are some, and the way there. */
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { useLang } from "#lib/client/i18n/lang.ts";
import { useFromRows, useWords } from "#lib/client/study/provider.tsx";
import type { Line } from "#lib/domain/source/line.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";

type Props = Readonly<{
  study: string;
  subject: string;
  /** Where it stands, if it is about a turn. */ line: Line | undefined;
}>;

export function About({ study, subject, line }: Props) {
  const t = useTranslations("memo");
  const words = useWords();
  const lang = useLang();
  const found = useFromRows(
    ["quote", "insight", "card", "source"],
    (rows) => {
      const quote = rows.live("quote", subject);
      const insight = rows.live("insight", subject);
      const source = rows.live("source", quote?.source ?? line?.source ?? "");
      const [card] = insight ? rows.related("cardsOfInsight", subject) : [];
      return { quote, insight, source, card };
    },
    [subject, line?.source],
  );
  const { quote, insight, source, card } = found;
  const said = quote ? words.quote(quote.id) : insight ? words.wording(insight.id, "body", lang) : null;
  const thing = quote ? "quote" : insight ? "insight" : line && source ? "turn" : "other";
  const href = card
    ? `/studies/${study}/board?board=${card.board}&card=${card.id}`
    : source
      ? `/studies/${study}/sources/${source.id}?${quote ? `quote=${quote.id}` : `turn=${subject}`}`
      : null;
  const place = !source
    ? null
    : line && source.kind === "survey"
      ? t("survey", { source: sourceCode(source) })
      : line
        ? t("turn", { source: sourceCode(source), n: line.n + 1 })
        : sourceCode(source);
  const name = thing === "turn" ? place : [t(`thing.${thing}`), place].filter((part) => part !== null).join(" · ");
  return (
    <div className="flex flex-col gap-0.5">
      <h2 className="text-sm font-semibold">{href ? <Link href={href}>{name}</Link> : name}</h2>
      {said ? (
        <blockquote lang={said.lang} dir="auto" className="line-clamp-3 border-s-2 border-line-strong ps-3 text-soft">
          {said.words}
        </blockquote>
      ) : null}
    </div>
  );
}
