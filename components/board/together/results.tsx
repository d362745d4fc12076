"use client";
/** Beside the board: what the dots of a revealed vote say, by cards and by themes. */
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { ranking } from "#lib/client/board/ballot.ts";
import { family } from "#lib/client/board/cloth.ts";
import { useStudy } from "#lib/client/study/provider.tsx";
import { useBoard } from "../open.tsx";

const SHOWN = 100; // rows of each list

export function VoteResults() {
  const t = useTranslations("board-together");
  const common = useTranslations("common");
  const session = useStudy();
  const { face, model, nameOf, setSide, stage, vote } = useBoard();
  const { ballot } = vote;
  const ranked = useMemo(
    () => (ballot?.revealed ? ranking(session.state.rows, ballot.onCards) : null),
    [ballot, session],
  );
  if (!ranked) return null;
  const { cards, themes } = ranked;
  const select = (ids: readonly string[]) => {
    model.selection.set(ids.map((id) => model.slotOf(id)).filter((slot) => slot !== -1));
    announce(t("results.selected", { count: model.selection.count }));
  };
  const show = (card: string) => {
    const slot = model.slotOf(card);
    if (slot === -1) return;
    model.selection.set([slot]);
    stage?.setFocus(slot);
    stage?.show(model.box(slot));
    announce(t("results.selected", { count: 1 }));
  };
  const inTheme = (theme: string | null) => {
    const inside = theme === null ? null : family(model.themes, theme);
    return cards.flatMap(({ of }) => {
      const at = model.cards[model.slotOf(of)]?.theme ?? null;
      return (inside === null ? at === null : at !== null && inside.has(at)) ? [of] : [];
    });
  };
  const wordsOf = (id: string) => {
    const card = model.cards[model.slotOf(id)];
    return card ? face(card).words : "";
  };
  return (
    <aside data-no-board aria-label={t("results.title")} className="board-panel">
      <header className="flex items-center justify-between gap-2">
        <h2 className="text-lg">{t("results.title")}</h2>
        <IconButton icon={X} label={common("close")} onPress={() => setSide(null)} />
      </header>
      {cards.length === 0 ? <p className="text-soft">{t("results.nothing")}</p> : null}
      {themes.length > 0 ? (
        <section aria-labelledby="dots-of-themes">
          <h3 id="dots-of-themes" className="mb-1 font-semibold">
            {t("results.themes")}
          </h3>
          <ol className="flex flex-col">
            {themes.slice(0, SHOWN).map(({ of, dots }) => (
              <Line key={of} dots={dots} onPress={() => select(inTheme(of))}>
                {nameOf(of)}
              </Line>
            ))}
          </ol>
        </section>
      ) : null}
      {cards.length > 0 ? (
        <section aria-labelledby="dots-of-cards">
          <div className="mb-1 flex items-baseline justify-between gap-2">
            <h3 id="dots-of-cards" className="font-semibold">
              {t("results.cards")}
            </h3>
            <Button look="quiet" size="small" onPress={() => select(cards.map(({ of }) => of))}>
              {t("results.select")}
            </Button>
          </div>
          <ol className="flex flex-col">
            {cards.slice(0, SHOWN).map(({ of, dots }) => (
              <Line key={of} dots={dots} onPress={() => show(of)}>
                {wordsOf(of)}
              </Line>
            ))}
          </ol>
          {cards.length > SHOWN ? (
            <p className="pt-2 text-sm text-soft">{t("results.more", { count: cards.length - SHOWN })}</p>
          ) : null}
        </section>
      ) : null}
    </aside>
  );
}

/** One place in a list of results: how many dots, and on what. Pressing it shows that on the board. */
function Line({ dots, onPress, children }: Readonly<{ dots: number; onPress: () => void; children: string }>) {
  const t = useTranslations("board-together");
  return (
    <li>
      <Button
        look="quiet"
        className="h-auto w-full justify-start px-1.5 py-1.5 text-start font-normal"
        onPress={onPress}
      >
        <span className="w-7 shrink-0 self-start text-end font-semibold tabular-nums">
          <span aria-hidden>{dots}</span>
          <span className="sr-only">{t("results.dots", { count: dots })}</span>
        </span>
        <span className="line-clamp-2 min-w-0 whitespace-normal">{children}</span>
      </Button>
    </li>
  );
}
