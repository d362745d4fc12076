"use client";
/** Where cards that are looked for come from: only what some card of this board comes from can be chosen. */
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { ChoiceFilter } from "#components/ui/choice-filter.tsx";
import type { Choice } from "#components/ui/choice-filter.tsx";
import { NOTHING } from "#lib/client/board/query.ts";
import type { Query } from "#lib/client/board/query.ts";
import { originOf } from "#lib/client/board/rows.ts";
import { useFromRows, useWords } from "#lib/client/study/provider.tsx";
import { OrganisationKind } from "#lib/domain/organisation/shape.ts";
import { pseudonym } from "#lib/domain/participant/shape.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";
import type { Noun } from "#lib/domain/study/rows.ts";
import { useBoard } from "../open.tsx";

const ORIGIN_NOUNS: readonly Noun[] = [
  "card",
  "quote",
  "anchor",
  "source",
  "speaker",
  "participant",
  "organisation",
  "tag",
  "tagging",
];
export function Filters() {
  const t = useTranslations("board-cards");
  const kinds = useTranslations("board");
  const words = useWords();
  const { board, find, lang } = useBoard();
  const { query, ask } = find;
  const there = useFromRows(
    ORIGIN_NOUNS,
    (rows) => {
      const sources = new Map<string, string>();
      const participants = new Map<string, string>();
      const bodies = new Set<string>();
      const tags = new Set<string>();
      for (const { quote } of rows.related("cardsOfBoard", board)) {
        if (quote === null) continue;
        const { source, participant, organisation } = originOf(rows, quote);
        if (source) sources.set(source.id, sourceCode(source));
        if (participant) participants.set(participant.id, pseudonym(participant));
        if (organisation) bodies.add(organisation.kind);
        for (const { tag } of rows.related("taggingsOfQuote", quote)) tags.add(tag);
      }
      const titles = new Map([...sources.keys()].map((id) => [id, rows.get("source", id)?.title ?? null]));
      return { sources, titles, participants, bodies, tags };
    },
    [board],
  );
  const byLabel = (choices: Choice[]) => choices.toSorted((a, b) => a.label.localeCompare(b.label, lang));
  const sources = byLabel(
    [...there.sources].map(([id, code]) => {
      const title = words.name(there.titles.get(id));
      return { id, label: title ? `${code} · ${title}` : code };
    }),
  );
  const participants = byLabel([...there.participants].map(([id, label]) => ({ id, label })));
  const bodies = OrganisationKind.options
    .filter((kind) => there.bodies.has(kind))
    .map((kind) => ({ id: kind, label: kinds(`kind.${kind}`) }));
  const tags = byLabel([...there.tags].map((id) => ({ id, label: words.wording(id, "name", lang)?.words ?? "" })));
  const clustered = [
    { id: "yes", label: t("find.clustered") },
    { id: "no", label: t("find.loose") },
  ];
  const look = { every: t("find.any"), className: "min-w-0 grow basis-32 sm:max-w-48" };
  return (
    <div className="flex flex-wrap items-end gap-2 pt-1">
      <ChoiceFilter
        {...look}
        label={t("find.source")}
        chosen={query.source}
        choices={sources}
        onChoose={set("source")}
      />
      <ChoiceFilter
        {...look}
        label={t("find.participant")}
        chosen={query.participant}
        choices={participants}
        onChoose={set("participant")}
      />
      <ChoiceFilter {...look} label={t("find.kind")} chosen={query.kind} choices={bodies} onChoose={set("kind")} />
      <ChoiceFilter {...look} label={t("find.tag")} chosen={query.tag} choices={tags} onChoose={set("tag")} />
      <ChoiceFilter
        {...look}
        label={t("find.theme")}
        chosen={query.clustered === null ? null : query.clustered ? "yes" : "no"}
        choices={clustered}
        onChoose={(chosen) => ask({ ...query, clustered: chosen === null ? null : chosen === "yes" })}
      />
      <Button look="quiet" size="small" onPress={() => ask({ ...NOTHING, text: query.text })}>
        {t("find.clear")}
      </Button>
    </div>
  );

  function set(field: keyof Pick<Query, "source" | "participant" | "kind" | "tag">) {
    return (chosen: string | null) => ask({ ...query, [field]: chosen });
  }
}
