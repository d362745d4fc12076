"use client";
/**
 * What the reader's screens do to a study: each function gives one command, one step of undo.
 *
 * Rules: docs/spec/quote.md, Q9, Q10 and Q13.
 */
import { useMemo } from "react";
import { CARD } from "#lib/client/board/scene.ts";
import { GAP, HEM, TITLE } from "#lib/domain/board/measure.ts";
import { termAdded } from "#lib/client/identifier/decision.ts";
import { guess } from "#lib/client/identifier/guess.ts";
import { useStudy } from "#lib/client/study/provider.tsx";
import type { OpenStudy } from "#lib/client/study/session.ts";
import type { Said } from "#lib/client/study/words.ts";
import { freeSpots } from "#lib/domain/board/spot.ts";
import type { Lang } from "#lib/domain/field.ts";
import type { Outcome } from "#lib/domain/study/outcome.ts";
import type { TurnAt } from "#lib/domain/study/rows.ts";
import type { Choice } from "./view.ts";
import { useLang } from "#lib/client/i18n/lang.ts";

/** Words that are about to become a quote, with what the reader knows of them. */
export type Chosen = Readonly<{
  source: string;
  revision: string;
  start: number;
  end: number;
  at: TurnAt | null;
  said: Said;
}>;
export type Whither = Readonly<{ board: string; theme: string | null }>;

export type Acts = Readonly<{
  /** Tells what stands at a span, so that what is made of it shows at once. */
  know: (chosen: Chosen) => void;
  make: (chosen: Chosen, choices: readonly Choice[], to: Whither | null) => { id: string; answered: Promise<Outcome> };
  /** Puts tags on quotes and takes others off. */
  tag: (quotes: readonly string[], on: readonly Choice[], off: readonly string[]) => void;
  remove: (quotes: readonly string[]) => Promise<Outcome>;
  send: (quotes: readonly string[], to: Whither) => Promise<Outcome>;
  /** Says that words may identify somebody; nothing is decided about them yet. */
  identify: (words: string) => Promise<Outcome>;
  /** Takes back what this person did last. */
  undo: () => void;
}>;

export function useActs(): Acts {
  const study = useStudy();
  const lang = useLang();
  return useMemo(() => actsOf(study, lang), [study, lang]);
}

function actsOf(study: OpenStudy, lang: Lang): Acts {
  const know = ({ revision, start, end, at }: Chosen) => {
    if (at) study.state.learn({ kind: "turn", revision, start, end, at });
  };
  return {
    know,
    identify: async (words) => {
      const { command, names } = termAdded(words, await guess(words));
      return study.give({ cmdId: crypto.randomUUID(), command, phrases: [], names: [...names] });
    },
    make: (chosen, choices, to) => {
      const { source, revision, start, end } = chosen;
      const id = crypto.randomUUID();
      const draft = study.draft();
      const [spot] = to ? spotsAt(study, to, 1) : [];
      know(chosen);
      study.words.keep({ phrases: {}, names: {}, quotes: { [id]: chosen.said } });
      const answered = draft.send({
        kind: "quote.make",
        id,
        source,
        revision,
        start,
        end,
        tags: knownOf(choices),
        newTags: newOf(choices, draft, lang),
        card: to && spot ? { id: crypto.randomUUID(), board: to.board, theme: to.theme, ...spot } : null,
      });
      return { id, answered };
    },
    tag: (quotes, on, off) => {
      const draft = study.draft();
      void draft.send({
        kind: "quote.tag",
        quotes: [...quotes],
        on: knownOf(on),
        newTags: newOf(on, draft, lang),
        off: [...off],
      });
    },
    remove: (quotes) => study.send({ kind: "quote.remove", ids: [...quotes] }),
    send: (quotes, to) => {
      const spots = spotsAt(study, to, quotes.length);
      const cards = quotes.map((quote, at) => ({
        id: crypto.randomUUID(),
        theme: to.theme,
        quote,
        insight: null,
        ...(spots[at] ?? { x: 0, y: 0 }),
      }));
      return study.send({ kind: "cards.add", board: to.board, cards });
    },
    undo: () => void study.send({ kind: "undo", how: "ask" }),
  };
}

const knownOf = (choices: readonly Choice[]) => choices.filter(({ fresh }) => !fresh).map(({ id }) => id);

function newOf(choices: readonly Choice[], draft: ReturnType<OpenStudy["draft"]>, lang: Lang) {
  return choices.filter(({ fresh }) => fresh).map(({ id, name }) => ({ id, lang, phrase: draft.phrase(lang, name) }));
}

function spotsAt(study: OpenStudy, { board, theme }: Whither, count: number): { x: number; y: number }[] {
  const { rows } = study.state;
  const cards = rows.related("cardsOfBoard", board);
  const themes = rows.related("themesOfBoard", board);
  const box = theme ? (rows.live("theme", theme) ?? null) : null;
  const others = box ? themes.filter((other) => other.parent === box.id) : themes;
  return freeSpots(count, cards, box, others, { w: CARD.w, h: CARD.h, gap: GAP, title: TITLE, hem: HEM });
}
