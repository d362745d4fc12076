"use client";
/**
 * The findings of a study: on one side its themes, on the other what supports the chosen one, and its findings.
 *
 * Numbers come from the outline that the report tells too. Rules: docs/spec/counting.md.
 */
import { byOrd } from "#lib/domain/order.ts";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Swatch } from "#components/ui/swatch.tsx";
import { best } from "#lib/client/desk.ts";
import type { Desk } from "#lib/client/desk.ts";
import { editsAreHere, keepWording, standingEdits, standingTranslations } from "#lib/client/finding/edits.ts";
import { backing } from "#lib/domain/finding/backing.ts";
import { flat, outline } from "#lib/domain/finding/outline.ts";
import type { Outline, ThemeNode } from "#lib/domain/finding/outline.ts";
import { useWho } from "#components/quote/who.ts";
import { FindingCard } from "./finding-card.tsx";
import { Dragging } from "./drag.tsx";
import type { QuoteView, Stance } from "./quote-view.ts";
import { QuotePicker } from "./quote-picker.tsx";
import { Shelf } from "./shelf.tsx";
import type { Shelved } from "./shelf.tsx";
import { Support } from "./support.tsx";
import { ThemeRail } from "./theme-rail.tsx";

/** Where findings that speak of no theme are chosen. */
const GENERAL = "general";

export function FindingsScreen({
  desk,
  boardHref,
  numbersHref,
  reportHref,
}: Readonly<{ desk: Desk; boardHref: string; numbersHref: string; reportHref: string }>) {
  const t = useTranslations("findings");
  const told = useMemo(() => outline(desk.rows), [desk]); // the desk is new whenever its rows have changed
  const nodes = useMemo(() => flat(told.themes), [told]);
  const [wanted, setWanted] = useState<string | null>(null);
  const chosen = wanted === GENERAL ? undefined : (nodes.find((node) => node.id === wanted) ?? nodes[0]);

  if (nodes.length === 0 && told.general.length === 0) {
    return (
      <>
        <PageHeader title={t("title")} lead={t("lead")} />
        <EmptyState
          title={t("emptyTitle")}
          action={
            <LinkButton look="primary" href={boardHref}>
              {t("toBoard")}
            </LinkButton>
          }
        >
          {t("empty")}
        </EmptyState>
      </>
    );
  }
  const named = nodes.map((node) => {
    const name = best(desk, node.id, "name");
    return {
      node,
      name: name?.words ?? t("unnamed"),
      lang: name?.lang ?? desk.locale,
      hue: desk.rows.live("theme", node.id)?.hue ?? 9,
    };
  });
  const shown = named.find((one) => one.node.id === chosen?.id);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <LinkButton href={numbersHref}>{t("toNumbers")}</LinkButton>
            <LinkButton href={reportHref}>{t("toReport")}</LinkButton>
          </>
        }
      />
      <div className="grid gap-8 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <div className="flex flex-col gap-3">
          <ThemeRail themes={named} chosen={chosen?.id ?? ""} onChoose={setWanted} />
          {told.general.length > 0 ? (
            <Button look="quiet" size="small" className="justify-start" onPress={() => setWanted(GENERAL)}>
              {t("general", { count: told.general.length })}
            </Button>
          ) : null}
        </div>
        {shown ? (
          <section aria-label={shown.name} className="flex min-w-0 flex-col gap-6" data-hue={shown.hue}>
            <header className="flex flex-col gap-2">
              <h2 lang={shown.lang} className="flex items-center gap-3 text-xl">
                <Swatch hue={shown.hue} size={20} />
                {shown.name}
              </h2>
              <Definition desk={desk} theme={shown.node.id} />
            </header>
            <Support count={shown.node.count} hue={shown.hue} />
            <Findings
              key={shown.node.id}
              desk={desk}
              told={told}
              nodes={nodes}
              theme={shown.node}
              names={new Map(named.map((one) => [one.node.id, one.name]))}
              findings={shown.node.findings}
            />
          </section>
        ) : (
          <section aria-label={t("generalTitle")} className="flex min-w-0 flex-col gap-6">
            <h2 className="text-xl">{t("generalTitle")}</h2>
            <Findings
              desk={desk}
              told={told}
              nodes={nodes}
              theme={null}
              names={new Map(named.map((one) => [one.node.id, one.name]))}
              findings={told.general}
            />
          </section>
        )}
      </div>
    </>
  );
}

function Definition({ desk, theme }: Readonly<{ desk: Desk; theme: string }>) {
  const words = best(desk, theme, "definition");
  return words ? (
    <p lang={words.lang} className="reading text-soft">
      {words.words}
    </p>
  ) : null;
}

type FindingsProps = Readonly<{
  desk: Desk;
  told: Outline;
  nodes: readonly ThemeNode[];
  theme: ThemeNode | null;
  names: ReadonlyMap<string, string>;
  findings: readonly string[];
}>;

function Findings({ desk, told, nodes, theme, names, findings }: FindingsProps) {
  const t = useTranslations("findings");
  const [fresh, setFresh] = useState<string | null>(null);
  const [picking, setPicking] = useState<string | null>(null);
  const { rows, send } = desk;

  const who = useWho(desk);
  const view = (id: string): QuoteView => {
    const quote = desk.quote(id);
    const voice = told.voices.get(id);
    return { id, words: quote?.words, lang: quote?.lang ?? "en", who: voice ? who(voice) : "" };
  };
  const evidence = (finding: string) => rows.related("evidenceOfFinding", finding).toSorted(byOrd);
  const add = () => {
    const id = crypto.randomUUID();
    send({ kind: "finding.add", id, themes: theme ? [theme.id] : [], statement: null });
    setFresh(id);
  };
  const neighbours = (finding: string, step: -1 | 1): string | null | undefined => {
    // Behind which finding it goes: moving up means behind the one before the one before; null means first.
    const at = findings.indexOf(finding);
    return step === 1 ? findings[at + 1] : at > 1 ? findings[at - 2] : null;
  };

  /** How often some findings cite each quote, and each participant. */
  const citesIn = (some: readonly string[]) => {
    const [quotes, people] = [new Map<string, number>(), new Map<string, number>()];
    for (const { quote } of some.flatMap(evidence)) {
      quotes.set(quote, (quotes.get(quote) ?? 0) + 1);
      const person = told.voices.get(quote)?.participant;
      if (person) people.set(person, (people.get(person) ?? 0) + 1);
    }
    return {
      quote: (id: string) => quotes.get(id) ?? 0,
      person: (id: string) => people.get(told.voices.get(id)?.participant ?? "") ?? 0,
    };
  };
  const pickable = () => {
    if (picking === null) return [];
    const about = new Set(rows.related("themesOfFinding", picking).map((link) => link.theme));
    const pool = new Set(
      nodes.filter((node) => about.size === 0 || node.path.some((id) => about.has(id))).flatMap((node) => node.quotes),
    );
    const cited = new Map(evidence(picking).map((one) => [one.quote, one.stance]));
    const cites = citesIn([picking]);
    for (const quote of cited.keys()) pool.add(quote);
    return [...pool].map((id) => ({
      ...view(id),
      stance: cited.get(id) ?? null,
      cited: cites.person(id),
    }));
  };
  const cite = (finding: string, quote: string, stance: Stance) => {
    if (rows.related("evidenceOfFinding", finding).some((one) => one.quote === quote && one.stance === stance)) return;
    send({ kind: "finding.cite", finding, quotes: [quote], stance });
    announce(t(`cited.${stance}`, { number: findings.indexOf(finding) + 1 }));
  };
  const shelved = (): Shelved[] => {
    const cites = citesIn(findings);
    return (theme?.quotes ?? []).map((id) => ({ ...view(id), cited: cites.quote(id), often: cites.person(id) }));
  };
  const list = (
    <div className="flex min-w-0 flex-col gap-4">
      {findings.length === 0 ? <p className="max-w-measure text-soft">{t("noFindings")}</p> : null}
      {findings.map((id, at) => {
        const cited = evidence(id);
        const about = new Set(rows.related("themesOfFinding", id).map((link) => link.theme));
        // What stands for a name has other places than the name: edits are shown to those who read what was said.
        const inFinding = (quote: string): QuoteView => {
          const said = view(quote);
          if (!desk.mayReadOriginals) return said;
          return {
            ...said,
            edits: standingEdits(desk, id, quote),
            isEditable: said.words !== undefined && editsAreHere(desk, id, quote),
            translations: standingTranslations(desk, id, quote),
          };
        };
        const ids = (stance: "supports" | "contradicts") =>
          cited.filter((one) => one.stance === stance).map((one) => one.quote);
        return (
          <FindingCard
            key={id}
            id={id}
            number={at + 1}
            statement={{ en: desk.slot(id, "statement", "en").words, cy: desk.slot(id, "statement", "cy").words }}
            agreed={rows.live("finding", id)?.status === "agreed"}
            supports={ids("supports").map(inFinding)}
            contradicts={ids("contradicts").map(inFinding)}
            themes={nodes.map((node) => ({ id: node.id, name: names.get(node.id) ?? "", on: about.has(node.id) }))}
            isReadOnly={!desk.mayChange}
            isNew={id === fresh}
            isFirst={at === 0}
            isLast={at === findings.length - 1}
            onAgreed={(agreed) => send({ kind: "finding.set", id, fields: { status: agreed ? "agreed" : "draft" } })}
            onCite={(quote, stance) => send({ kind: "finding.cite", finding: id, quotes: [quote], stance })}
            onPlace={(quote, step) => {
              const side = ids(cited.find((one) => one.quote === quote)?.stance ?? "supports");
              const here = side.indexOf(quote);
              const after = step === 1 ? side[here + 1] : here > 1 ? side[here - 2] : null;
              if (after !== undefined) send({ kind: "evidence.place", finding: id, quote, after });
            }}
            onMove={(step) => {
              const after = neighbours(id, step);
              if (after !== undefined) send({ kind: "finding.place", id, after });
            }}
            onTheme={(one, on) => send({ kind: "finding.theme", finding: id, theme: one, on })}
            onPick={() => setPicking(id)}
            {...(desk.mayReadOriginals && { onWording: (quote, ...said) => keepWording(desk, id, quote, ...said) })}
            evidenceHref={`/studies/${desk.study}/findings/${id}`}
            single={backing(rows, told, id).single}
            onRemove={() => send({ kind: "finding.remove", id })}
          />
        );
      })}
      {desk.mayChange ? (
        <div>
          <Button look={findings.length === 0 ? "primary" : "plain"} onPress={add}>
            <Plus aria-hidden size={16} />
            {t("add")}
          </Button>
        </div>
      ) : null}
      <QuotePicker
        isOpen={picking !== null}
        onClose={() => setPicking(null)}
        title={t("chooseQuotes")}
        statement={picking === null ? "" : (best(desk, picking, "statement")?.words ?? "")}
        quotes={pickable()}
        onCite={(quote, stance) =>
          picking !== null && send({ kind: "finding.cite", finding: picking, quotes: [quote], stance })
        }
      />
    </div>
  );
  return (
    <Dragging quoteOf={view} onDrop={({ quote }, { finding, stance }) => cite(finding, quote, stance)}>
      {findings.length > 0 && theme && desk.mayChange ? (
        <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_19rem]">
          {list}
          <Shelf quotes={shelved()} />
        </div>
      ) : (
        list
      )}
    </Dragging>
  );
}
