"use client";
/** The codebook of the open study. */
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { toast } from "#components/ui/toast.tsx";
import { useActs } from "#lib/client/reader/act.ts";
import { useTags } from "#lib/client/reader/use.ts";
import { useFromRows, useStanding, useStudy, useWords } from "#lib/client/study/provider.tsx";
import { may } from "#lib/domain/member/shape.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";
import { Codebook } from "./codebook.tsx";
import type { TagUse } from "./codebook.tsx";

export function CodebookScreen({ study }: Readonly<{ study: string }>) {
  const t = useTranslations("reader");
  const session = useStudy();
  const standing = useStanding();
  const words = useWords();
  const acts = useActs();
  const tags = useTags();
  const used = useFromRows(["tagging", "quote", "source"], (rows) => {
    const by = new Map<string, { id: string; source: string; code: string }[]>();
    for (const { tag, quote: id } of rows.all("tagging")) {
      const quote = rows.live("quote", id);
      const source = quote ? rows.live("source", quote.source) : undefined;
      if (!quote || !source) continue;
      const one = { id, source: source.id, code: sourceCode(source) };
      const list = by.get(tag);
      if (list) list.push(one);
      else by.set(tag, [one]);
    }
    return by;
  });
  const views = useMemo(
    () =>
      tags.map((tag): TagUse => {
        const quotes = used.get(tag.id) ?? [];
        return {
          id: tag.id,
          name: tag.name,
          hue: tag.hue,
          quotes,
          sources: new Set(quotes.map(({ source }) => source)).size,
        };
      }),
    [tags, used],
  );

  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-6">
      <PageHeader title={t("codebook")} lead={t("codebookLead")} />
      {standing.loaded ? (
        <Codebook
          tags={views}
          wordsOf={(quote) => words.quote(quote) ?? null}
          canChange={may(session.me.role, "change")}
          onAdd={acts.addTag}
          onRename={acts.renameTag}
          onColour={acts.colourTag}
          onRemove={(tag) => {
            const gone = views.find((one) => one.id === tag);
            void acts.removeTag(tag).then((outcome) => {
              if (!("refused" in outcome))
                toast({
                  text: t("tagRemoved", { tag: gone?.name ?? "", quotes: gone?.quotes.length ?? 0 }),
                  action: { label: t("undo"), onPress: acts.undo },
                });
            });
          }}
          quoteHref={(source, quote) => `/studies/${study}/sources/${source}?quote=${quote}`}
        />
      ) : (
        <div role="status">
          <span className="sr-only">{t("loading")}</span>
          <Skeleton lines={8} />
        </div>
      )}
    </div>
  );
}
