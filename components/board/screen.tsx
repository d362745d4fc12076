"use client";
/**
 * The board's screen: the surface or the outline, with toolbar, theme panel, menus and dialogs, on the open study.
 *
 * Knows how intents become deeds and what the live region says of them; draws nothing itself.
 */
import { useLocale, useTranslations } from "next-intl";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { toast } from "#components/ui/toast.tsx";
import { Deeds } from "#lib/client/board/deeds.ts";
import { boardDrop, DROP_TYPE } from "#lib/client/board/drop.ts";
import type { DropPayload } from "#lib/client/board/drop.ts";
import { family } from "#lib/client/board/cloth.ts";
import type { Point } from "#lib/client/board/camera.ts";
import { BoardModel } from "#lib/client/board/model.ts";
import { boardToOpen, SCENE_NOUNS, sceneOf } from "#lib/client/board/rows.ts";
import { CARD } from "#lib/client/board/scene.ts";
import type { Stage } from "#lib/client/board/stage.ts";
import { useFromRows, useStudy, useWords } from "#lib/client/study/provider.tsx";
import { keepCamera, keptCamera } from "#lib/client/board/kept.ts";
import { may } from "#lib/domain/member/shape.ts";
import { ContextMenu } from "./context.tsx";
import type { Act } from "./context.tsx";
import { useFaces } from "./faces.ts";
import { InsightDialog } from "./insight.tsx";
import type { Intents, MenuTarget } from "./intents.ts";
import { MoveDialog } from "./move.tsx";
import { Outline } from "./outline.tsx";
import { ThemePanel } from "./panel.tsx";
import { Pointers } from "./pointers.tsx";
import { Surface } from "./surface.tsx";
import { Toolbar } from "./toolbar.tsx";

export type BoardScreenProps = Readonly<{
  /** The board asked for; without one, the board that findings read. */
  board: string | null;
  /** A card to bring into view and into focus. */
  card?: string | null;
  view: "board" | "outline";
  onView: (view: "board" | "outline") => void;
  /** Opens a quote's place in its source, beside the board. */
  onOpenSource: (quote: string, source: string) => void;
  /** Whether keys without Ctrl or Alt do something. */
  singleKeys?: boolean;
}>;

type Asking =
  | Readonly<{ kind: "move"; cards: readonly string[] }>
  | Readonly<{ kind: "nest"; theme: string }>
  | Readonly<{ kind: "insight"; at: Point; insight: string | null }>;
type Open = Readonly<{ target: MenuTarget; x: number; y: number }>;

const PUSH = 24;

/** Whether this build is the benchmark's own: a word that next.config.ts puts in, so that others hold nothing of it. */
declare const CARTHEN_BENCH: boolean;

export function BoardScreen({
  board: asked,
  card = null,
  view,
  onView,
  onOpenSource,
  singleKeys = true,
}: BoardScreenProps) {
  const board = useFromRows(["board"], (rows) => boardToOpen(rows, asked), [asked]);
  return board === null ? (
    <NoBoard />
  ) : (
    <OpenBoard
      key={board}
      board={board}
      card={card}
      view={view}
      onView={onView}
      onOpenSource={onOpenSource}
      singleKeys={singleKeys}
    />
  );
}

function NoBoard() {
  const t = useTranslations("board");
  return <EmptyState title={t("none.title")}>{t("none.body")}</EmptyState>;
}

type OpenProps = Readonly<
  Omit<BoardScreenProps, "board" | "card" | "singleKeys"> & { board: string; card: string | null; singleKeys: boolean }
>;

function OpenBoard({ board, card, view, onView, onOpenSource, singleKeys }: OpenProps) {
  const t = useTranslations("board");
  const lang = useLocale() === "cy" ? "cy" : "en";
  const session = useStudy();
  const words = useWords();
  const mayChange = may(session.me.role, "change");
  const [model] = useState(() => new BoardModel());
  const scene = useFromRows(SCENE_NOUNS, (rows) => sceneOf(rows, board), [board]);
  useLayoutEffect(() => model.load(scene), [model, scene]);
  const { face, themeName } = useFaces(lang);
  const [stage, setStage] = useState<Stage | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [menu, setMenu] = useState<Open | null>(null);
  const [hand, setHand] = useState(false);
  const deeds = useMemo(() => new Deeds(session, model, board, lang), [session, model, board, lang]);
  const nameOf = useCallback(
    (theme: string | null) => (theme === null ? t("unclustered") : themeName(theme) || t("theme.unnamed")),
    [t, themeName],
  );

  /** Says where cards went, with how many lie there now. */
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
    session.state.dismiss(outcome.cmdId); // answered here, so it need not stand in the list
    toast({ text: t("say.changed") });
  }, [deeds, session, t]);

  const intents: Intents = useMemo(() => {
    const open = (id: string) => {
      const card = session.state.rows.live("card", id);
      if (!card) return;
      if (card.insight) setAsking({ kind: "insight", at: card, insight: card.insight });
      const source = card.quote ? session.state.rows.get("quote", card.quote)?.source : undefined;
      if (card.quote && source !== undefined) onOpenSource(card.quote, source);
    };
    return {
      moveCards: (cards, dx, dy, theme) => {
        const changes = cards.some((id) => session.state.rows.live("card", id)?.theme !== theme);
        deeds.carry(cards, dx, dy, theme);
        if (changes) sayMoved(cards.length, theme);
        else announce(t("say.pushed", { count: cards.length }));
      },
      nudgeCards: (cards, dx, dy) => {
        deeds.nudge(cards, dx, dy);
        announce(t("say.pushed", { count: cards.length }));
      },
      moveTheme: (theme, dx, dy, parent) => {
        deeds.carryTheme(theme, dx, dy, parent);
        announce(
          parent === null
            ? t("say.themeMoved", { theme: nameOf(theme) })
            : t("say.themeNested", { theme: nameOf(theme), parent: nameOf(parent) }),
        );
      },
      removeCards: (cards) => {
        deeds.remove(cards);
        announce(t("say.removed", { count: cards.length }));
        toast({
          text: t("say.removed", { count: cards.length }),
          action: { label: t("undo"), onPress: () => void undo() },
        });
      },
      open,
      askMove: (cards) => setAsking({ kind: "move", cards }),
      makeTheme: (cards) => {
        const id = deeds.makeTheme(cards, stageRef.current?.middle() ?? { x: 0, y: 0 });
        announce(t("say.made", { count: cards.length }));
        setChosen(id);
        setRenaming(id);
      },
      writeInsight: (at) => setAsking({ kind: "insight", at, insight: null }),
      chooseTheme: setChosen,
      nameTheme: (theme, name) => deeds.write(theme, "name", name),
      menu: (target, x, y) => setMenu({ target, x, y }),
      say: announce,
    };
  }, [deeds, nameOf, onOpenSource, sayMoved, session, t, undo]);
  const stageRef = useRef<Stage | null>(null);
  const onStage = useCallback((next: Stage | null) => {
    stageRef.current = next;
    setStage(next);
  }, []);

  useEffect(() => {
    if (!stage || card === null) return;
    const slot = model.slotOf(card);
    if (slot === -1) return;
    model.selection.set([slot]);
    stage.setFocus(slot, true);
    stage.show(model.box(slot));
  }, [stage, card, model]);

  useEffect(() => {
    if (!CARTHEN_BENCH || !stage) return;
    const begun = import("#lib/client/board/bench.ts").then(({ exposeBench }) => exposeBench(stage));
    return () => void begun.then((end) => end());
  }, [stage]);
  useDrops(stage, board, deeds, mayChange, t);
  useWhereabouts(stage, board);

  function act(what: Act, target: MenuTarget, at: Point) {
    if (target.kind === "cards") {
      const { cards } = target;
      const [first] = cards;
      if (what === "open" && first !== undefined) intents.open(first);
      else if (what === "move") intents.askMove(cards);
      else if (what === "take-out") {
        deeds.moveTo(cards, null);
        sayMoved(cards.length, null);
      } else if (what === "make") intents.makeTheme(cards);
      else if (what === "remove") intents.removeCards(cards);
      else if (what.startsWith("push-")) intents.nudgeCards(cards, ...pushOf(what));
      return;
    }
    if (target.kind === "theme") {
      const { theme } = target;
      const cloth = model.themes.get(theme);
      if (what === "details") setChosen(theme);
      else if (what === "rename") rename(theme);
      else if (what === "nest") setAsking({ kind: "nest", theme });
      else if (what === "lock" || what === "unlock") deeds.setTheme(theme, { locked: what === "lock" });
      else if (what === "remove-theme") removeTheme(theme);
      else if (what === "select-all") selectIn(theme);
      else if (what.startsWith("hue-")) deeds.setTheme(theme, { hue: Number(what.slice(4)) });
      else if (what.startsWith("push-")) {
        const [dx, dy] = pushOf(what);
        intents.moveTheme(theme, dx * 4, dy * 4, cloth?.theme.parent ?? null);
      } else if (what === "insight") intents.writeInsight(insideOf(theme));
      else if (what === "theme") {
        const id = deeds.makeTheme([], insideOf(theme));
        setRenaming(id);
        setChosen(id);
      }
      return;
    }
    if (what === "insight") intents.writeInsight(at);
    else if (what === "select-all") model.selection.set(model.all());
    else if (what === "fit") stage?.fitAll();
    else if (what === "theme") {
      const id = deeds.makeTheme([], at);
      setRenaming(id);
      setChosen(id);
    }
  }

  function insideOf(theme: string): Point {
    const box = model.themes.get(theme)?.box;
    return box ? { x: Math.round(box.x + 24), y: Math.round(box.y + box.h - 24) } : { x: 0, y: 0 };
  }

  function rename(theme: string) {
    setChosen(theme);
    if (view === "board") setRenaming(theme);
  }

  function removeTheme(theme: string) {
    const name = nameOf(theme);
    deeds.removeTheme(theme);
    setChosen(null);
    announce(t("say.themeRemoved", { theme: name }));
    toast({ text: t("say.themeRemoved", { theme: name }), action: { label: t("undo"), onPress: () => void undo() } });
  }

  function selectIn(theme: string) {
    const inside = family(model.themes, theme);
    model.selection.set(model.all().filter((slot) => inside.has(model.cards[slot]?.theme ?? "")));
    announce(t("say.selected", { count: model.selection.count }));
  }

  const empty = scene.cards.length === 0 && scene.themes.length === 0;
  const panel = chosen === null ? undefined : (model.themes.get(chosen) ?? undefined);
  const themes = [...model.themes.values()];
  return (
    <div className="board-screen" data-hand-tool={hand || undefined}>
      <div className="board-ground">
        {view === "board" ? (
          <Surface
            model={model}
            face={face}
            themeName={themeName}
            intents={intents}
            singleKeys={singleKeys}
            mayChange={mayChange}
            hand={hand}
            renaming={renaming}
            onRename={setRenaming}
            chosen={chosen}
            onStage={onStage}
            keptCamera={() => keptCamera(board)}
            onCamera={(camera) => keepCamera(board, camera)}
          >
            {stage ? <Pointers stage={stage} board={board} /> : null}
            {empty ? (
              <div className="board-empty">
                <EmptyState title={t("empty.title")}>{t("empty.body")}</EmptyState>
              </div>
            ) : null}
          </Surface>
        ) : (
          <Outline
            model={model}
            face={face}
            themeName={themeName}
            intents={intents}
            onOrder={(cards, theme, after) => deeds.order(cards, theme, after)}
            onRename={rename}
            onRemoveTheme={removeTheme}
            onNest={(theme) => setAsking({ kind: "nest", theme })}
            singleKeys={singleKeys}
            mayChange={mayChange}
          />
        )}
        <Toolbar
          view={view}
          onView={onView}
          stage={stage}
          selection={model.selection}
          mayChange={mayChange}
          onInsight={() => intents.writeInsight(stage?.middle() ?? { x: 0, y: 0 })}
          onTheme={() => intents.makeTheme(model.ids(model.selection.slots()))}
          hand={hand}
          onHand={setHand}
        />
      </div>
      {panel ? (
        <ThemePanel
          key={panel.theme.id}
          cloth={panel}
          name={themeName(panel.theme.id)}
          definition={words.exactly(panel.theme.id, "definition", lang)?.words ?? ""}
          within={panel.theme.parent === null ? null : nameOf(panel.theme.parent)}
          mayChange={mayChange}
          onName={(name) => deeds.write(panel.theme.id, "name", name)}
          onDefine={(definition) => deeds.write(panel.theme.id, "definition", definition)}
          onHue={(hue) => deeds.setTheme(panel.theme.id, { hue })}
          onLock={(locked) => deeds.setTheme(panel.theme.id, { locked })}
          onNest={() => setAsking({ kind: "nest", theme: panel.theme.id })}
          onSelect={() => selectIn(panel.theme.id)}
          onRemove={() => removeTheme(panel.theme.id)}
          onClose={() => setChosen(null)}
        />
      ) : null}
      {menu ? (
        <ContextMenu
          target={menu.target}
          at={menu}
          mayChange={mayChange}
          single={menu.target.kind === "cards" && menu.target.cards.length === 1}
          opens={
            menu.target.kind === "cards" && session.state.rows.get("card", menu.target.cards[0] ?? "")?.insight
              ? "insight"
              : "source"
          }
          inTheme={
            menu.target.kind === "cards" && menu.target.cards.some((id) => session.state.rows.get("card", id)?.theme)
          }
          locked={menu.target.kind === "theme" && model.themes.get(menu.target.theme)?.theme.locked === true}
          onAct={(what) => act(what, menu.target, menu.target.kind === "paper" ? menu.target.at : { x: 0, y: 0 })}
          onClose={() => setMenu(null)}
        />
      ) : null}
      {asking?.kind === "move" ? (
        <MoveDialog
          title={t("move.title", { count: asking.cards.length })}
          none={t("unclustered")}
          themes={themes}
          themeName={themeName}
          onPick={(theme) => {
            deeds.moveTo(asking.cards, theme);
            sayMoved(asking.cards.length, theme);
          }}
          onMake={() => intents.makeTheme(asking.cards)}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking?.kind === "nest" ? (
        <MoveDialog
          title={t("move.nest", { theme: nameOf(asking.theme) })}
          none={t("move.top")}
          themes={themes.filter(({ theme }) => !family(model.themes, asking.theme).has(theme.id))}
          themeName={themeName}
          onPick={(parent) => {
            deeds.nest(asking.theme, parent);
            announce(
              parent === null
                ? t("say.themeMoved", { theme: nameOf(asking.theme) })
                : t("say.themeNested", { theme: nameOf(asking.theme), parent: nameOf(parent) }),
            );
          }}
          onMake={null}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking?.kind === "insight" ? (
        <InsightDialog
          words={asking.insight === null ? "" : (words.wording(asking.insight, "body", lang)?.words ?? "")}
          onWrite={(said) => {
            if (asking.insight !== null)
              return deeds.write(
                asking.insight,
                "body",
                said,
                words.wording(asking.insight, "body", lang)?.lang ?? lang,
              );
            deeds.insight(said, { x: asking.at.x - CARD.w / 2, y: asking.at.y - CARD.h / 2 });
            announce(t("say.written"));
          }}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </div>
  );
}

function pushOf(what: Act): [number, number] {
  const way = what.slice(5);
  return [way === "left" ? -PUSH : way === "right" ? PUSH : 0, way === "up" ? -PUSH : way === "down" ? PUSH : 0];
}

/** Lets readers and lists drop on this board, by pointer or by an HTML drag. */
function useDrops(
  stage: Stage | null,
  board: string,
  deeds: Deeds,
  mayChange: boolean,
  t: ReturnType<typeof useTranslations<"board">>,
) {
  useEffect(() => {
    if (!stage || !mayChange) return;
    const { element } = stage;
    const placeAt = (clientX: number, clientY: number) => {
      const box = element.getBoundingClientRect();
      if (clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom) return null;
      const at = stage.boardPoint(clientX, clientY);
      // The slip that follows the pointer hangs a little below and beside it: the card lands where the slip was.
      return {
        board,
        x: Math.round(at.x + 10 / stage.camera.z),
        y: Math.round(at.y + 12 / stage.camera.z),
        theme: stage.model.themeAt(at.x, at.y)?.theme.id ?? null,
      };
    };
    const leave = boardDrop.register({
      placeAt,
      hover: (place) => stage.hover(place ? place.theme : undefined),
      drop: (place, payload) => announce(t("say.dropped", { count: deeds.drop(place, payload) })),
    });
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes(DROP_TYPE)) return;
      event.preventDefault();
      boardDrop.hoverAt(event.clientX, event.clientY);
    };
    const drop = (event: DragEvent) => {
      const carried = event.dataTransfer?.getData(DROP_TYPE);
      if (!carried) return;
      event.preventDefault();
      boardDrop.dropAt(event.clientX, event.clientY, JSON.parse(carried) as DropPayload); // our own drag of this very page
    };
    const out = () => boardDrop.leave();
    element.addEventListener("dragover", over);
    element.addEventListener("drop", drop);
    element.addEventListener("dragleave", out);
    return () => {
      leave();
      element.removeEventListener("dragover", over);
      element.removeEventListener("drop", drop);
      element.removeEventListener("dragleave", out);
    };
  }, [stage, board, deeds, mayChange, t]);
}

/** Tells the others where this person points on the board. */
function useWhereabouts(stage: Stage | null, board: string) {
  const session = useStudy();
  useEffect(() => {
    session.show({ page: "board", board, pointer: null });
    if (!stage) return;
    const { element } = stage;
    const move = (event: PointerEvent) => {
      const { x, y } = stage.boardPoint(event.clientX, event.clientY);
      session.show({ page: "board", board, pointer: { x: Math.round(x), y: Math.round(y) } });
    };
    const gone = () => session.show({ pointer: null });
    element.addEventListener("pointermove", move);
    element.addEventListener("pointerleave", gone);
    return () => {
      element.removeEventListener("pointermove", move);
      element.removeEventListener("pointerleave", gone);
      session.show({ pointer: null });
    };
  }, [session, stage, board]);
}
