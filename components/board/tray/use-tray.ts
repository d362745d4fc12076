"use client";
/** The tray: whether it is open in this browser, what waits in it, what its values are called, and laying quotes from it. */
import { useTranslations } from "next-intl";
import { useMemo, useSyncExternalStore } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { toast } from "#components/ui/toast.tsx";
import { onArrival } from "#lib/client/board/arrival.ts";
import { groupsOf, orderOf, QUOTE_NOUNS, quotesOf, waiting, waitingCount } from "#lib/client/board/tray.ts";
import type { Facet, TrayQuote } from "#lib/client/board/tray.ts";
import { MOST, TrayDeeds } from "#lib/client/board/tray-deeds.ts";
import type { Laid } from "#lib/client/board/tray-deeds.ts";
import { useFromRows, useStudy, useWords } from "#lib/client/study/provider.tsx";
import { pseudonym } from "#lib/domain/participant/shape.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";
import { useBoard } from "../open.tsx";

const KEY = "carthen-tray";
const CHANGED = "carthen-tray-changed";
const LONG = 80; // characters of a question in the name of a theme

function subscribe(listener: () => void): () => void {
  addEventListener(CHANGED, listener);
  return () => removeEventListener(CHANGED, listener);
}

/** Whether the tray is open, remembered in this browser. */
export function useTrayOpen(): readonly [boolean, (open: boolean) => void] {
  const open = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(KEY) === "open",
    () => false,
  );
  const set = (wanted: boolean) => {
    localStorage.setItem(KEY, wanted ? "open" : "shut");
    dispatchEvent(new Event(CHANGED));
  };
  return [open, set];
}

/** The quotes that have no card on this board, and how many quotes there are at all. */
export function useWaiting(): Readonly<{ quotes: readonly TrayQuote[]; all: number }> {
  const { board } = useBoard();
  const all = useFromRows(QUOTE_NOUNS, quotesOf);
  const quotes = useFromRows(["card"], (rows) => waiting(rows, board, all), [board, all]);
  return { quotes, all: all.length };
}

/** What a value is called. `long`: for looking, with what only those who may read originals see; else for everybody. */
export function useValueNames(): (facet: Facet, value: string, long: boolean) => string {
  const t = useTranslations("board-tray");
  const { rows } = useStudy().state;
  const words = useWords();
  const { lang } = useBoard();
  return (facet, value, long) => {
    if (facet === "source") {
      const source = rows.get("source", value);
      if (!source) return t("unnamed");
      const title = long ? words.name(source.title) : null;
      return title ? `${sourceCode(source)} · ${title}` : sourceCode(source);
    }
    if (facet === "participant") {
      const participant = rows.get("participant", value);
      return participant ? pseudonym(participant) : t("unnamed");
    }
    return words.wording(value, facet === "tag" ? "name" : "text", lang)?.words.trim() || t("unnamed");
  };
}

export type Placing = Readonly<{
  /** Lays quotes unclustered near the middle of what is seen. */
  place: (quotes: readonly string[]) => void;
  placeIn: (quotes: readonly string[], theme: string) => void;
  /** Makes a theme around quotes and asks for its name. */
  placeAround: (quotes: readonly string[]) => void;
  /** Lays quotes in groups, a theme for each. */
  group: (quotes: readonly TrayQuote[], facet: Facet) => void;
}>;

/** Laying quotes on the board: said aloud, shown, with the way back beside it. */
export function usePlacing(): Placing {
  const t = useTranslations("board-tray");
  const common = useTranslations("common");
  const session = useStudy();
  const nameOfValue = useValueNames();
  const { board, lang, model, nameOf, setRenaming, setSide, stage, undo } = useBoard();
  const deeds = useMemo(() => new TrayDeeds(session, model, board, lang), [session, model, board, lang]);
  const left = () => waitingCount(session.state.rows, board);
  const done = (text: string, laid: Laid) => {
    announce(text);
    toast({ text, action: { label: common("undo"), onPress: () => void undo() } });
    if (laid.box && laid.themes.length > 1) stage?.fitBox(laid.box);
    else if (laid.box) stage?.show(laid.box);
    if (laid.themes.length > 0) return;
    onArrival(model, laid.cards, (slots) => model.selection.set(slots)); // at hand for what comes next
  };
  return {
    place: (quotes) => {
      const laid = deeds.place(quotes, stage?.middle() ?? null);
      done(t("say.placed", { count: laid.cards.length, left: left() }), laid);
    },
    placeIn: (quotes, theme) => {
      const laid = deeds.placeIn(quotes, theme);
      done(t("say.placedIn", { count: laid.cards.length, theme: nameOf(theme), left: left() }), laid);
    },
    placeAround: (quotes) => {
      const laid = deeds.group([{ name: "", hue: null, quotes: quotes.slice(0, MOST.quotes) }]);
      const [theme = null] = laid.themes;
      done(t("say.grouped", { count: laid.cards.length, themes: laid.themes.length, left: left() }), laid);
      if (theme !== null) setSide({ kind: "theme", theme });
      setRenaming(theme);
    },
    group: (quotes, facet) => {
      const { rows } = session.state;
      const groups = groupsOf(quotes, facet, orderOf(rows, facet), MOST).map(({ value, quotes: members }) => {
        const name = value === null ? null : shortened(nameOfValue(facet, value, false));
        return {
          name,
          hue: (facet === "tag" && value !== null && rows.get("tag", value)?.hue) || null,
          quotes: members,
        };
      });
      const laid = deeds.group(groups);
      done(t("say.grouped", { count: laid.cards.length, themes: laid.themes.length, left: left() }), laid);
    },
  };
}

/** A long text cut at a word. */
function shortened(words: string): string {
  if (words.length <= LONG) return words;
  const cut = words.slice(0, LONG - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), LONG / 2)).trimEnd()}…`;
}
