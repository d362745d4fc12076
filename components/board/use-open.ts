"use client";
/** Opens a board: its model, faces, deeds and intents, and what is chosen, asked and shown beside it. */
import { useTranslations } from "next-intl";
import { useCallback, useMemo, useRef, useState } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { toast } from "#components/ui/toast.tsx";
import { onArrival } from "#lib/client/board/arrival.ts";
import { around } from "#lib/client/board/camera.ts";
import { Copies } from "#lib/client/board/copies.ts";
import { Deeds } from "#lib/client/board/deeds.ts";
import { family } from "#lib/client/board/cloth.ts";
import type { Point } from "#lib/client/board/camera.ts";
import { BoardModel } from "#lib/client/board/model.ts";
import { nextSize, sizeOf } from "#lib/client/board/size.ts";
import type { Stage } from "#lib/client/board/stage.ts";
import { ThemeDeeds } from "#lib/client/board/theme-deeds.ts";
import { useStudy } from "#lib/client/study/provider.tsx";
import { may } from "#lib/domain/member/shape.ts";
import { useFind } from "./find/use-find.ts";
import { useFaces } from "./faces.ts";
import { useColouring } from "./use-colouring.ts";
import type { Intents } from "./intents.ts";
import type { Asking, OpenBoard, Side } from "./open.tsx";
import { useVote } from "./together/use-vote.ts";
import { useLang } from "#lib/client/i18n/lang.ts";

type Wanted = Readonly<{
  board: string;
  view: "board" | "outline";
  onBoard: (board: string | null) => void;
  onCompare: (board: string | null) => void;
  onOpenSource: (quote: string, source: string) => void;
}>;

export function useOpenBoard({ board, view, onBoard, onCompare, onOpenSource }: Wanted): Readonly<{
  open: OpenBoard;
  onStage: (stage: Stage | null) => void;
}> {
  const t = useTranslations("board");
  const c = useTranslations("board-cards");
  const s = useTranslations("board-select");
  const h = useTranslations("board-themes");
  const lang = useLang();
  const session = useStudy();
  const mayChange = may(session.me.role, "change");
  const [model] = useState(() => new BoardModel());
  const colouring = useColouring(board);
  const faces = useFaces(lang, colouring.by);
  const { themeName } = faces;
  const [stage, setStage] = useState<Stage | null>(null);
  const stageRef = useRef<Stage | null>(null);
  const onStage = useCallback((next: Stage | null) => {
    stageRef.current = next;
    setStage(next);
  }, []);
  const [side, setSide] = useState<Side | null>(null);
  const reading = useRef<HTMLElement>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [asking, ask] = useState<Asking | null>(null);
  const [menu, setMenu] = useState<OpenBoard["menu"]>(null);
  const deeds = useMemo(() => new Deeds(session, model, board, lang), [session, model, board, lang]);
  const copies = useMemo(() => new Copies(session, model, board, lang), [session, model, board, lang]);
  const themeDeeds = useMemo(() => new ThemeDeeds(session, model, board), [session, model, board]);
  const nameOf = useCallback(
    (theme: string | null) => (theme === null ? t("unclustered") : themeName(theme) || t("theme.unnamed")),
    [t, themeName],
  );

  const sayMoved = useCallback(
    (count: number, theme: string | null) => {
      // The preview is laid on in the next turn of the loop; what is counted then is what everybody sees.
      setTimeout(() => {
        const inside =
          theme === null
            ? model.all().filter((slot) => model.cards[slot]?.theme === null).length
            : (model.themes.get(theme)?.count ?? 0);
        announce(t("say.moved", { count, theme: nameOf(theme), inside }));
      }, 60);
    },
    [model, nameOf, t],
  );
  const undo = useCallback(async () => {
    const outcome = await deeds.undo();
    if (!("refused" in outcome)) return announce(t("say.undone"));
    session.dismiss(outcome.cmdId); // answered here, so it need not stand in the list
    toast({ text: t("say.changed") });
  }, [deeds, session, t]);
  /** Says what was done, with the way back beside it. */
  const done = useCallback(
    (text: string) => {
      announce(text);
      toast({ text, action: { label: t("undo"), onPress: () => void undo() } });
    },
    [t, undo],
  );

  const showLaid = useCallback(
    (cards: readonly string[]) =>
      onArrival(model, cards, (slots) => {
        model.selection.set(slots);
        const laid = around(slots.map((slot) => model.box(slot)));
        stageRef.current?.setFocus(slots[0] ?? -1, true);
        if (laid) stageRef.current?.reveal(laid);
      }),
    [model],
  );

  const openQuote = useCallback(
    (quote: string) => {
      const source = session.state.rows.get("quote", quote)?.source;
      if (source !== undefined) onOpenSource(quote, source);
    },
    [session, onOpenSource],
  );
  const vote = useVote(board);
  const { lay } = vote;
  const intents: Intents = useMemo(
    () => ({
      moveCards: (cards, dx, dy, theme) => {
        const changes = cards.some((id) => session.state.rows.live("card", id)?.theme !== theme);
        // What is dropped on a pile goes into it; where on it, is nothing that anybody could see.
        if (model.themes.get(theme ?? "")?.theme.collapsed) deeds.moveTo(cards, theme);
        else deeds.carry(cards, dx, dy, theme);
        if (changes) sayMoved(cards.length, theme);
        else announce(t("say.pushed", { count: cards.length }));
      },
      nudgeCards: (cards, dx, dy) => {
        deeds.nudge(cards, dx, dy);
        announce(t("say.pushed", { count: cards.length }));
      },
      moveTheme: (theme, dx, dy, parent) => {
        const into = model.themes.get(parent ?? "")?.theme;
        if (into?.collapsed && model.themes.get(theme)?.theme.parent !== parent) deeds.nest(theme, parent);
        else deeds.carryTheme(theme, dx, dy, parent);
        announce(
          parent === null
            ? t("say.themeMoved", { theme: nameOf(theme) })
            : t("say.themeNested", { theme: nameOf(theme), parent: nameOf(parent) }),
        );
      },
      sizeCards: (cards, size) => {
        const next = size ?? nextSize(sizeOf(model, cards));
        deeds.resize(cards, next);
        announce(c("say.sized", { count: cards.length, size: next }));
      },
      duplicateCards: (cards) => {
        const laid = copies.duplicate(cards);
        showLaid(laid);
        announce(s("say.duplicated", { count: laid.length }));
      },
      loosenCards: (cards) => {
        const inside = cards.filter((id) => session.state.rows.live("card", id)?.theme);
        if (inside.length === 0) return;
        deeds.moveTo(inside, null);
        sayMoved(inside.length, null);
      },
      removeCards: (cards) => {
        deeds.remove(cards);
        done(t("say.removed", { count: cards.length }));
      },
      open: (id) => {
        const card = session.state.rows.live("card", id);
        if (!card) return;
        if (card.insight) ask({ kind: "insight", at: card, insight: card.insight });
        if (card.quote) openQuote(card.quote);
      },
      openQuote,
      read: (card) => {
        setSide({ kind: "card", card });
        reading.current?.focus(); // where one was read already; else it takes the focus when it comes
      },
      leaveTheme: () => setSide((old) => (old?.kind === "theme" ? null : old)),
      layDot: lay,
      askMove: (cards) => ask({ kind: "move", cards }),
      makeTheme: (cards) => {
        const id = deeds.makeTheme(cards, stageRef.current?.middle() ?? { x: 0, y: 0 });
        announce(t("say.made", { count: cards.length }));
        setSide({ kind: "theme", theme: id });
        setRenaming(id);
      },
      writeInsight: (at) => ask({ kind: "insight", at, insight: null }),
      collapseTheme: (theme, collapsed) => {
        themeDeeds.collapse(theme, collapsed);
        const count = model.themes.get(theme)?.count ?? 0;
        announce(h(collapsed ? "say.collapsed" : "say.opened", { theme: nameOf(theme), count }));
      },
      chooseTheme: (theme) => setSide(theme === null ? null : { kind: "theme", theme }),
      nameTheme: (theme, name) => deeds.write(theme, "name", name),
      menu: (target, x, y) => setMenu({ target, x, y }),
      say: announce,
    }),
    [c, copies, deeds, done, h, lay, model, nameOf, openQuote, s, sayMoved, session, showLaid, t, themeDeeds],
  );

  const open: OpenBoard = {
    ...faces,
    board,
    goTo: onBoard,
    compareWith: onCompare,
    lang,
    mayChange,
    view,
    model,
    stage,
    deeds,
    copies,
    themeDeeds,
    intents,
    nameOf,
    colouring,
    find: useFind({ model, stage, lang, face: faces.face, nameOf }),
    vote,
    side,
    setSide,
    reading,
    renaming,
    setRenaming,
    asking,
    ask,
    menu,
    closeMenu: useCallback(() => setMenu(null), []),
    sayMoved,
    undo,
    showLaid,
    done,
    selectIn: (theme) => {
      const inside = family(model.themes, theme);
      model.selection.set(model.every().filter((slot) => inside.has(model.cards[slot]?.theme ?? "")));
      announce(t("say.selected", { count: model.selection.count }));
    },
    rename: (theme) => {
      setSide({ kind: "theme", theme });
      if (view === "board") setRenaming(theme);
    },
    removeTheme: (theme) => {
      const name = nameOf(theme);
      deeds.removeTheme(theme);
      setSide(null);
      done(t("say.themeRemoved", { theme: name }));
    },
    newTheme: (at) => {
      const id = deeds.makeTheme([], at);
      setRenaming(id);
      setSide({ kind: "theme", theme: id });
    },
    insideOf: (theme): Point => {
      const box = model.themes.get(theme)?.box;
      return box ? { x: Math.round(box.x + 24), y: Math.round(box.y + box.h - 24) } : { x: 0, y: 0 };
    },
  };
  return { open, onStage };
}
