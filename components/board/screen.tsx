"use client";
/**
 * The board's screen: the surface or the outline with what stands on and beside it, on the open study.
 *
 * Puts parts together and draws nothing itself; the parts take the open board from `open.tsx`.
 */
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { keepCamera, keptCamera } from "#lib/client/board/kept.ts";
import { boardToOpen } from "#lib/client/board/rows.ts";
import { cameraOf, readView } from "#lib/client/board/view-link.ts";
import { useFromRows, useRow, useStudy } from "#lib/client/study/provider.tsx";
import { Clipboard } from "./clipboard.tsx";
import { CardPanel } from "./card/panel.tsx";
import { LegendStrip } from "./colour.tsx";
import { Compare } from "./compare/compare.tsx";
import { Dialogs } from "./dialogs.tsx";
import { FoundPile } from "./find/pile.tsx";
import { Emptiness } from "./emptiness.tsx";
import { Feed } from "./feed.tsx";
import { FindStrip } from "./find/strip.tsx";
import { useFindKeys } from "./find/use-keys.ts";
import { BoardHead } from "./head.tsx";
import { LassoTool } from "./lasso.tsx";
import { BoardMenu } from "./menu/menu.tsx";
import { Overview } from "./minimap.tsx";
import { BoardContext } from "./open.tsx";
import { Outline } from "./outline.tsx";
import { ThemePanel } from "./panel.tsx";
import { Pointers } from "./pointers.tsx";
import { Surface } from "./surface.tsx";
import { ThemeTools } from "./theme/tools.tsx";
import { VoteDialogs } from "./together/dialogs.tsx";
import { Following } from "./together/following.tsx";
import { VoteResults } from "./together/results.tsx";
import { Selections } from "./together/selections.tsx";
import { TimerDialog } from "./together/timer-dialog.tsx";
import { VoteBar } from "./together/vote-bar.tsx";
import { Toolbar } from "./toolbar.tsx";
import { Tray } from "./tray/tray.tsx";
import { useTrayOpen } from "./tray/use-tray.ts";
import { useDrops } from "./use-drops.ts";
import { useLooseKeys } from "./use-loose-keys.ts";
import { useInSight } from "./use-in-sight.ts";
import { useOpenBoard } from "./use-open.ts";
import { useOverview } from "./use-overview.ts";
import { useWhereabouts } from "./use-whereabouts.ts";

export type BoardScreenProps = Readonly<{
  /** The board asked for; without one, the board that findings read. */
  board: string | null;
  /** A card to bring into view and into focus. */
  card?: string | null;
  /** A place to open at instead of where this person was, as a link says it; `onAt` is called once it has been gone to. */
  at?: string | null;
  onAt?: () => void;
  view: "board" | "outline";
  onView: (view: "board" | "outline") => void;
  /** Opens another board; null opens the one that findings read. */
  onBoard: (board: string | null) => void;
  /** Another board to hold this one against. */
  compare?: string | null;
  onCompare: (board: string | null) => void;
  /** Opens a quote's place in its source, beside the board. */
  onOpenSource: (quote: string, source: string) => void;
  /** Whether keys without Ctrl or Alt do something. */
  singleKeys?: boolean;
}>;

/** Whether this build is the benchmark's own: a word that next.config.ts puts in, so that others hold nothing of it. */
declare const CARTHEN_BENCH: boolean;

export function BoardScreen({
  board: asked,
  card = null,
  at = null,
  onAt = ignore,
  view,
  onView,
  onBoard,
  compare = null,
  onCompare,
  onOpenSource,
  singleKeys = true,
}: BoardScreenProps) {
  const board = useFromRows(["board"], (rows) => boardToOpen(rows, asked), [asked]);
  return board === null ? (
    <NoBoard />
  ) : (
    <Board
      key={board}
      board={board}
      card={card}
      at={at}
      onAt={onAt}
      view={view}
      onView={onView}
      onBoard={onBoard}
      compare={compare}
      onCompare={onCompare}
      onOpenSource={onOpenSource}
      singleKeys={singleKeys}
    />
  );
}

const ignore = () => undefined;

function NoBoard() {
  const t = useTranslations("board");
  return <EmptyState title={t("none.title")}>{t("none.body")}</EmptyState>;
}

type Props = Readonly<Required<BoardScreenProps> & { board: string }>;

function Board({ board, card, at, onAt, view, onView, onBoard, compare, onCompare, onOpenSource, singleKeys }: Props) {
  const { open, onStage } = useOpenBoard({ board, view, onBoard, onCompare, onOpenSource });
  const { deeds, face, intents, mayChange, model, side, stage, themeName } = open;
  const person = useStudy().me.id;
  const [hand, setHand] = useState(false);
  const [trayOpen] = useTrayOpen();
  const against = useRow("board", compare === board ? null : compare)?.id ?? null;
  const [drawing, setDrawing] = useState(false);
  const [lasso, setLasso] = useState(false);
  const [overview] = useOverview();
  const linked = useRef(readView(at)); // the place of a link; it holds until the person moves on

  useEffect(() => {
    if (!stage || card === null) return;
    const slot = model.slotOf(card);
    if (slot === -1) return;
    model.selection.set([slot]);
    stage.setFocus(slot, true);
    if (!linked.current) stage.show(model.sight(slot));
  }, [stage, card, model]);
  useEffect(() => {
    const asked = readView(at);
    if (!stage || at === null) return;
    if (asked) stage.jump(cameraOf(asked, stage.size));
    onAt();
    linked.current = null;
  }, [stage, at, onAt]);
  useEffect(() => {
    if (!CARTHEN_BENCH || !stage) return;
    const begun = import("#lib/client/board/bench.ts").then(({ exposeBench }) => exposeBench(stage));
    return () => void begun.then((end) => end());
  }, [stage]);
  useFindKeys(open.find, singleKeys);
  useLooseKeys(stage);
  useDrops(stage, board, deeds, mayChange);
  useWhereabouts(stage, model, board);
  useInSight(stage, side);

  return (
    <BoardContext value={open}>
      <Feed />
      <div
        className="board-screen"
        data-hand-tool={hand || undefined}
        data-reading={side?.kind === "card" || undefined}
      >
        {mayChange && trayOpen && against === null ? <Tray singleKeys={singleKeys} /> : null}
        <div className="board-middle">
          <BoardHead />
          {open.find.isOpen ? <FindStrip /> : null}
          <VoteBar />
          {view === "board" && against === null ? <LegendStrip /> : null}
          {against === null ? null : <Compare other={against} />}
          <div className="board-ground" data-away={against !== null || undefined}>
            {view === "board" ? (
              <Surface
                model={model}
                face={face}
                themeName={themeName}
                intents={intents}
                singleKeys={singleKeys}
                mayChange={mayChange}
                hand={hand}
                renaming={open.renaming}
                onRename={open.setRenaming}
                chosen={side?.kind === "theme" ? side.theme : null}
                onStage={onStage}
                keptCamera={(size) => (linked.current ? cameraOf(linked.current, size) : keptCamera(person, board))}
                onCamera={(camera) => keepCamera(person, board, camera)}
              >
                {stage ? <Selections stage={stage} board={board} /> : null}
                {stage ? (
                  <LassoTool
                    stage={stage}
                    isOn={lasso}
                    singleKeys={singleKeys}
                    onTool={(on) => {
                      setLasso(on);
                      if (on) setHand(false);
                    }}
                  />
                ) : null}
                {stage ? <Following stage={stage} board={board} /> : null}
                {stage ? <FoundPile stage={stage} /> : null}
                {stage ? <Pointers stage={stage} board={board} /> : null}
                {stage ? (
                  <ThemeTools
                    stage={stage}
                    singleKeys={singleKeys}
                    drawing={drawing}
                    onDrawn={() => setDrawing(false)}
                  />
                ) : null}
                <Emptiness />
              </Surface>
            ) : (
              <Outline singleKeys={singleKeys} />
            )}
            {stage && overview ? <Overview stage={stage} /> : null}
            <Toolbar
              view={view}
              onView={onView}
              stage={stage}
              selection={model.selection}
              mayChange={mayChange}
              onMenu={(x, y) => intents.menu({ kind: "cards", cards: model.ids(model.selection.slots()) }, x, y)}
              onInsight={() => intents.writeInsight(stage?.middle() ?? { x: 0, y: 0 })}
              drawing={drawing}
              onTheme={(byHand) => {
                // With cards selected the theme goes around them; without, hands draw it.
                if (byHand && view === "board" && model.selection.count === 0) return setDrawing(!drawing);
                setDrawing(false);
                intents.makeTheme(model.ids(model.selection.slots()));
              }}
              hand={hand}
              onHand={(on) => {
                setHand(on);
                if (on) setLasso(false);
              }}
              lasso={lasso}
              onLasso={(on) => {
                setLasso(on);
                if (on) setHand(false);
              }}
            />
          </div>
        </div>
        {side?.kind === "theme" && against === null ? <ThemePanel key={side.theme} theme={side.theme} /> : null}
        {side?.kind === "card" && against === null ? <CardPanel card={side.card} /> : null}
        {side?.kind === "votes" && against === null ? <VoteResults /> : null}
        <BoardMenu />
        <Clipboard />
        <Dialogs />
        <VoteDialogs />
        <TimerDialog />
      </div>
    </BoardContext>
  );
}
