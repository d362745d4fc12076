"use client";
/** The tools of the board: few, in the order of the work. */
import {
  Ellipsis,
  Group,
  Hand,
  Lasso,
  LayoutDashboard,
  ListTree,
  Maximize,
  Minus,
  NotebookPen,
  Plus,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { Selection } from "#lib/client/board/selection.ts";
import type { Stage } from "#lib/client/board/stage.ts";

type Props = Readonly<{
  view: "board" | "outline";
  onView: (view: "board" | "outline") => void;
  stage: Stage | null;
  selection: Selection;
  mayChange: boolean;
  /** Opens the menu of the selected cards, at a place on the screen. */
  onMenu: (x: number, y: number) => void;
  onInsight: () => void;
  /** Whether a theme is being drawn. */
  drawing: boolean;
  /** `byHand`: pressed by a pointer, which can draw. */
  onTheme: (byHand: boolean) => void;
  hand: boolean;
  onHand: (on: boolean) => void;
  lasso: boolean;
  onLasso: (on: boolean) => void;
}>;

export function Toolbar({
  view,
  onView,
  stage,
  selection,
  mayChange,
  onMenu,
  onInsight,
  drawing,
  onTheme,
  hand,
  onHand,
  lasso,
  onLasso,
}: Props) {
  const t = useTranslations("board");
  const s = useTranslations("board-select");
  return (
    <div role="toolbar" aria-label={t("tools")} className="board-tools" data-no-board>
      <fieldset aria-label={t("view.label")} className="flex gap-0.5">
        <IconButton
          icon={LayoutDashboard}
          label={t("view.board")}
          isOn={view === "board"}
          onPress={() => onView("board")}
        />
        <IconButton
          icon={ListTree}
          label={t("view.outline")}
          isOn={view === "outline"}
          onPress={() => onView("outline")}
        />
      </fieldset>
      {mayChange ? (
        <>
          <span className="board-rule" />
          <Button look="quiet" onPress={onInsight}>
            <NotebookPen aria-hidden size={18} />
            <span className="max-sm:sr-only">{t("tool.insight")}</span>
          </Button>
          <Button
            look="quiet"
            aria-pressed={drawing}
            className="aria-pressed:bg-accent-tint aria-pressed:text-accent"
            onPress={({ pointerType }) => onTheme(pointerType !== "keyboard" && pointerType !== "virtual")}
          >
            <Group aria-hidden size={18} />
            <span className="max-sm:sr-only">
              <ThemeWords selection={selection} />
            </span>
          </Button>
        </>
      ) : null}
      <SelectionMenu selection={selection} onMenu={onMenu} />
      {view === "board" && stage ? (
        <>
          <span className="board-rule" />
          <IconButton
            icon={Hand}
            label={t("tool.hand")}
            isOn={hand}
            onPress={() => onHand(!hand)}
            className="max-sm:hidden"
          />
          <IconButton icon={Lasso} label={s("tool.lasso")} keys="L" isOn={lasso} onPress={() => onLasso(!lasso)} />
          <Zoom stage={stage} />
        </>
      ) : null}
    </div>
  );
}

// What a selection changes is rendered apart from all the other tools: it changes as cards are lifted.

function useCount(selection: Selection): number {
  return useSyncExternalStore(
    selection.changed.subscribe,
    () => selection.count,
    () => 0,
  );
}

function ThemeWords({ selection }: Readonly<{ selection: Selection }>) {
  const t = useTranslations("board");
  const count = useCount(selection);
  return count > 0 ? t("tool.themeAround", { count }) : t("tool.theme");
}

function SelectionMenu({ selection, onMenu }: Pick<Props, "selection" | "onMenu">) {
  const t = useTranslations("board");
  const count = useCount(selection);
  if (count === 0) return null;
  return (
    <IconButton
      icon={Ellipsis}
      label={t("tool.menu", { count })}
      aria-haspopup="menu"
      onPress={({ target }) => {
        const { left, top } = target.getBoundingClientRect();
        onMenu(left, top);
      }}
    />
  );
}

function Zoom({ stage }: Readonly<{ stage: Stage }>) {
  const t = useTranslations("board");
  const percent = useSyncExternalStore(
    stage.cameraRested.subscribe,
    () => Math.round(stage.camera.z * 100),
    () => 100,
  );
  return (
    <fieldset aria-label={t("zoom.label")} className="flex items-center">
      <IconButton
        icon={Minus}
        label={t("zoom.out")}
        keys="-"
        onPress={() => stage.zoomTo(stage.camera.z / 1.4)}
        className="max-sm:hidden"
      />
      <Button
        look="quiet"
        size="small"
        aria-label={t("zoom.actual", { percent })}
        className="min-w-13 tabular-nums max-sm:hidden"
        onPress={() => stage.zoomTo(1)}
      >
        {t("zoom.percent", { percent })}
      </Button>
      <IconButton
        icon={Plus}
        label={t("zoom.in")}
        keys="+"
        onPress={() => stage.zoomTo(stage.camera.z * 1.4)}
        className="max-sm:hidden"
      />
      <IconButton icon={Maximize} label={t("zoom.fit")} keys="Shift+1" onPress={() => stage.fitAll()} />
    </fieldset>
  );
}
