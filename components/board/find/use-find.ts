"use client";
/** Looking for cards on the open board: what is asked, what was found, going from one to the next. */
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { Finder } from "#lib/client/board/finder.ts";
import type { BoardModel } from "#lib/client/board/model.ts";
import { asksNothing, NOTHING } from "#lib/client/board/query.ts";
import type { Query } from "#lib/client/board/query.ts";
import type { Face, SceneCard } from "#lib/client/board/scene.ts";
import type { Stage } from "#lib/client/board/stage.ts";
import { useStudy, useWords } from "#lib/client/study/provider.tsx";
import type { Lang } from "#lib/domain/field.ts";

const SETTLE = 100; // ms without a change before all cards are looked through

export type Find = Readonly<{
  isOpen: boolean;
  query: Query;
  ask: (query: Query) => void;
  /** Opens the strip, or puts the focus back into it. */
  start: () => void;
  /** Nothing is looked for any more; the focus goes to the card that was gone to last. */
  end: () => void;
  /** Goes to the next or the one before. `take`: the card gets the focus. */
  step: (by: 1 | -1, take: boolean) => void;
  selectAll: () => void;
  field: React.RefObject<HTMLInputElement | null>;
}>;

type Board = Readonly<{
  model: BoardModel;
  stage: Stage | null;
  lang: Lang;
  face: (card: SceneCard) => Face;
  nameOf: (theme: string | null) => string;
}>;

export function useFind({ model, stage, lang, face, nameOf }: Board): Find {
  const t = useTranslations("board-cards");
  const board = useTranslations("board");
  const { state } = useStudy();
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const [query, ask] = useState(NOTHING);
  const field = useRef<HTMLInputElement>(null);
  const due = useRef(false); // cards are still to be looked through
  const told = useRef<Query | null>(null); // the query whose count has been said
  const live = useRef(words);
  useEffect(() => {
    live.current = words;
  }, [words]);
  const finder = useMemo(
    () =>
      new Finder(
        model,
        () => state.rows,
        ({ quote, insight }) =>
          (quote === null
            ? live.current.wording(insight ?? "", "body", lang)?.words
            : live.current.quote(quote)?.words) ?? "",
      ),
    [model, state, lang],
  );

  useEffect(() => {
    const { found } = model;
    if (!isOpen || asksNothing(query)) {
      found.end();
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      clearTimeout(timer);
      due.current = true;
      timer = setTimeout(() => {
        due.current = false;
        found.set(finder.find(query));
        if (told.current === query) return; // it is others who have changed something
        told.current = query;
        announce(t("find.count", { count: found.count, all: model.count }));
      }, SETTLE);
    };
    soon();
    const stop = model.changed.subscribe(soon);
    return () => {
      clearTimeout(timer);
      stop();
    };
    // Words that have come may be what is looked for.
  }, [finder, isOpen, model, query, t, words]);

  const start = useCallback(() => {
    setOpen(true);
    field.current?.focus();
    field.current?.select();
  }, []);
  const step = useCallback(
    (by: 1 | -1, take: boolean) => {
      const { found } = model;
      if (due.current && !asksNothing(query)) {
        found.set(finder.find(query)); // typed just now: no need to wait
        told.current = query; // nor to say how many beside which one
      }
      const slot = found.step(by);
      const card = model.cards[slot];
      if (!card) return announce(t("find.none"));
      const pile = stage ? model.pileOf(slot) : null;
      stage?.setFocus(slot, take);
      stage?.show(model.sight(slot));
      const said = t("find.at", { place: found.place, count: found.count, words: face(card).words });
      announce(pile ? `${said} ${t("find.inPile", { theme: nameOf(pile.theme.id) })}` : said);
    },
    [face, finder, model, nameOf, query, stage, t],
  );
  return {
    isOpen,
    query,
    ask,
    start,
    step,
    field,
    end: () => {
      const { current } = model.found;
      setOpen(false);
      ask(NOTHING);
      model.found.end();
      announce(t("find.ended"));
      if (!stage) document.querySelector<HTMLElement>('.outline-row[tabindex="0"]')?.focus();
      else if (current === -1 || !model.grid.has(current)) stage.element.focus();
      else stage.setFocus(current, true);
    },
    selectAll: () => {
      model.selection.set(model.found.slots);
      announce(board("say.selected", { count: model.selection.count }));
    },
  };
}
