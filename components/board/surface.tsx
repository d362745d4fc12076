"use client";
/**
 * The surface of the board: hands (pointer, touch, wheel, keys) become camera moves, selections and intents.
 *
 * One draggable for the whole surface; what was grabbed is asked of the model, so that a card drawn on the
 * canvas is carried like one that is an element. Knows no commands: see `intents.ts`.
 */
import { DndContext, PointerSensor, TouchSensor, useDraggable, useSensor, useSensors } from "@dnd-kit/core";
import type { DragStartEvent, PointerSensorProps, SensorProps } from "@dnd-kit/core";
import { useTranslations } from "next-intl";
import { memo, useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Camera, Point, Size } from "#lib/client/board/camera.ts";
import { family } from "#lib/client/board/cloth.ts";
import type { BoardModel } from "#lib/client/board/model.ts";
import type { Direction } from "#lib/client/board/nearest.ts";
import type { Face, SceneCard } from "#lib/client/board/scene.ts";
import { Stage } from "#lib/client/board/stage.ts";
import { walk } from "#lib/client/board/walk.ts";
import { WEAVES } from "#lib/domain/board/weave.ts";
import type { Intents } from "./intents.ts";
import { cardsKey, LEAPS } from "./keys.ts";
import { Slip } from "./slip.tsx";
import { swallowClick } from "./swallow-click.ts";
import { dotCard } from "./together/dot-card.ts";
import { Title } from "./title.tsx";
import "./board.css";

type Props = Readonly<{
  model: BoardModel;
  /** Another function whenever it would answer otherwise. */
  face: (card: SceneCard) => Face;
  themeName: (theme: string) => string;
  intents: Intents;
  /** Whether keys without a modifier do something (a person may turn them off). */
  singleKeys: boolean;
  mayChange: boolean;
  /** Whether the pointer carries the board instead of marking on it. */
  hand: boolean;
  renaming: string | null;
  onRename: (theme: string | null) => void;
  chosen: string | null;
  onStage: (stage: Stage | null) => void;
  /** Where this person left the board, if they have been here. */
  keptCamera: (size: Size) => Camera | null;
  onCamera: (camera: Camera) => void;
  children?: React.ReactNode; // drawn over the board, in viewport pixels
}>;

/** Told where the hand is, in client pixels, past dnd-kit's own state: with that, React would render with every move. */
type Heard = Readonly<{ onHand: (at: Point) => void }>;

function heard<P extends SensorProps<object>>(props: P): P {
  const { onHand } = props.options as Heard; // what useSensor was given
  return { ...props, onMove: onHand };
}

/** dnd-kit's pointer sensor for mouse and pen; fingers have their own, slower one. */
class HandSensor extends PointerSensor {
  static override activators = [
    {
      eventName: "onPointerDown" as const,
      handler: ({ nativeEvent: event }: React.PointerEvent) =>
        event.isPrimary && event.button === 0 && event.pointerType !== "touch",
    },
  ];

  constructor(props: PointerSensorProps) {
    super(heard(props));
  }
}

class FingerSensor extends TouchSensor {
  constructor(props: ConstructorParameters<typeof TouchSensor>[0]) {
    super(heard(props));
  }
}

type Drag =
  | { kind: "cards"; slots: number[] }
  | { kind: "theme"; theme: string }
  | { kind: "marquee"; from: Point; base: number[] };

const NUDGE = 8;
const STEP = 1.25; // one press of + or -
const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

export function Surface(props: Props) {
  const t = useTranslations("board");
  const live = useRef(props);
  const unnamed = useRef("");
  useLayoutEffect(() => {
    live.current = props;
    unnamed.current = t("theme.unnamed");
  });
  const view = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const drag = useRef<Drag | null>(null);
  const moveHand = useRef<Heard["onHand"]>(ignore);
  const [ears] = useState<Heard>(() => ({ onHand: (at) => moveHand.current(at) }));
  const sensors = useSensors(
    useSensor(HandSensor, { activationConstraint: { distance: 4 }, ...ears }),
    useSensor(FingerSensor, { activationConstraint: { delay: 220, tolerance: 8 }, ...ears }),
  );

  useLayoutEffect(() => {
    const root = view.current;
    const part = <E extends HTMLElement>(name: string) => {
      const found = root?.querySelector<E>(`.board-${name}`);
      if (!found) throw new Error(`the board has no ${name}`);
      return found;
    };
    if (!root) return;
    const made = new Stage(
      {
        view: root,
        base: part("base"),
        lens: part("lens"),
        world: part("world"),
        cloths: part("cloths"),
        sheet: part("sheet"),
        labels: part("labels"),
        carried: part("carried"),
        marquee: part("marquee"),
      },
      live.current.model,
      {
        face: (card) => live.current.face(card),
        themeName: (theme) => live.current.themeName(theme) || unnamed.current,
      },
      WEAVES,
    );
    setStage(made);
    return () => {
      made.close();
      setStage(null);
    };
  }, []);

  const { onStage } = props;
  useEffect(() => {
    onStage(stage);
    return () => onStage(null);
  }, [stage, onStage]);

  const { model } = props;
  useLayoutEffect(() => {
    if (!stage) return;
    let fitted = false;
    const follow = () => {
      stage.follow();
      stage.sizeTitles();
      if (fitted) return; // only at first: a card dropped on an empty board stays under the hand
      fitted = true;
      const kept = live.current.keptCamera(stage.size);
      if (kept) stage.jump(kept);
      else stage.fitAll(false);
    };
    follow();
    const stops = [
      model.changed.subscribe(follow),
      stage.cameraRested.subscribe(() => live.current.onCamera(stage.camera)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [stage, model]);
  useEffect(() => {
    stage?.facesChanged();
  }, [stage, props.face]);
  useEffect(() => {
    stage?.choose(props.chosen);
  }, [stage, props.chosen]);

  useHands(stage, view);

  const chosenSlots = useCallback(
    (of: Stage, slot: number) => (of.model.selection.has(slot) ? [...of.model.selection.slots()] : [slot]),
    [],
  );

  function onDragStart(event: DragStartEvent) {
    if (!stage) return;
    const at = clientPoint(event.activatorEvent);
    const point = stage.boardPoint(at.x, at.y);
    const slot = stage.model.cardAt(point.x, point.y);
    const shift = (event.activatorEvent as MouseEvent).shiftKey; // absent on touches, then false
    if (slot !== -1 && props.mayChange && !shift) {
      const slots = chosenSlots(stage, slot);
      if (!stage.model.selection.has(slot)) stage.model.selection.set([slot]);
      drag.current = { kind: "cards", slots };
      stage.lift(slots, null, new Set(), at.x, at.y);
      props.intents.say(t("say.lifted", { count: slots.length }));
    } else {
      const title = slot === -1 && props.mayChange ? grabbedTitle(event.activatorEvent, stage, point) : null;
      if (title) {
        const inside = family(stage.model.themes, title);
        const slots = stage.model.all().filter((each) => inside.has(stage.model.cards[each]?.theme ?? ""));
        drag.current = { kind: "theme", theme: title };
        stage.lift(slots, title, inside, at.x, at.y);
      } else {
        const base = shift ? [...stage.model.selection.slots()] : [];
        drag.current = { kind: "marquee", from: point, base };
      }
    }
    showHand(view.current, drag.current.kind === "marquee" ? "" : "closed");
  }

  function onHand(at: Point) {
    const { current } = drag;
    if (!stage || !current) return;
    if (current.kind === "marquee") {
      const mark = () => {
        const touched = stage.marquee(current.from, stage.boardPoint(at.x, at.y));
        stage.model.selection.set([...current.base, ...touched]);
      };
      mark();
      stage.edge.hold(stage.point(at.x, at.y), mark);
    } else stage.carryTo(at.x, at.y);
  }

  useLayoutEffect(() => {
    moveHand.current = onHand;
  });

  function finish(done: boolean) {
    const { current } = drag;
    drag.current = null;
    showHand(view.current, "");
    if (!stage || !current) return;
    if (current.kind === "marquee") {
      stage.marquee(null, null);
      props.intents.say(t("say.selected", { count: stage.model.selection.count }));
      return;
    }
    const put = stage.putDown();
    if (!put || !done || (put.dx === 0 && put.dy === 0)) return;
    if (current.kind === "cards") props.intents.moveCards(stage.model.ids(current.slots), put.dx, put.dy, put.theme);
    else props.intents.moveTheme(current.theme, put.dx, put.dy, put.theme);
  }

  return (
    <DndContext
      sensors={sensors}
      autoScroll={false}
      accessibility={{
        announcements: {
          onDragStart: silent,
          onDragMove: silent,
          onDragOver: silent,
          onDragEnd: silent,
          onDragCancel: silent,
        },
        screenReaderInstructions: { draggable: t("instructions") },
      }}
      onDragStart={onDragStart}
      onDragEnd={() => finish(true)}
      onDragCancel={() => finish(false)}
    >
      <Ground view={view} stage={stage} live={live}>
        <canvas className="board-base" aria-hidden="true" />
        <canvas className="board-lens" aria-hidden="true" hidden />
        <div className="board-world">
          <div className="board-cloths" aria-hidden="true" hidden />
          {/* A list box of cards: the browser's own can hold only lines of text. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/prefer-tag-over-role */}
          <ul
            className="board-sheet"
            role="listbox"
            aria-multiselectable="true"
            aria-label={t("cards")}
            aria-describedby="board-keys"
          >
            {stage && <Slips stage={stage} face={props.face} themeName={props.themeName} />}
          </ul>
        </div>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
        <div className="board-labels" role="group" aria-label={t("themes")}>
          {stage && (
            <Titles
              stage={stage}
              themeName={props.themeName}
              chosen={props.chosen}
              renaming={props.renaming}
              onRename={props.mayChange ? props.onRename : ignore}
              onChoose={props.intents.chooseTheme}
              onName={props.intents.nameTheme}
              onCollapse={props.mayChange ? props.intents.collapseTheme : null}
            />
          )}
        </div>
        <canvas className="board-carried" aria-hidden="true" />
        <div className="board-marquee" />
        <div className="board-hand" />
        <p id="board-keys" hidden>
          {t("instructions")}
        </p>
        {props.children}
      </Ground>
    </DndContext>
  );
}

const silent = () => undefined;
const ignore = () => undefined;

/** How the pointer looks over the board: the browser's own, an open hand, a closed one. */
function showHand(view: HTMLElement | null, hand: "" | "open" | "closed") {
  if (view) view.dataset["hand"] = hand;
}

function clientPoint(event: Event): Point {
  const touch = "touches" in event ? (event as TouchEvent).touches[0] : undefined; // told apart by the property
  const { clientX, clientY } = touch ?? (event as MouseEvent);
  return { x: clientX, y: clientY };
}

function grabbedTitle(event: Event, stage: Stage, point: Point): string | null {
  const label = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-theme-title]") : null;
  return label?.dataset["themeTitle"] ?? stage.model.titleAt(point.x, point.y, stage.camera.z)?.theme.id ?? null;
}

type GroundProps = Readonly<{
  view: React.RefObject<HTMLDivElement | null>;
  stage: Stage | null;
  live: React.RefObject<Props>;
  children: React.ReactNode;
}>;

/** The one draggable, with clicks and keys. */
function Ground({ view, stage, live, children }: GroundProps) {
  // Without a node: nothing here asks where the one draggable lies or what scrolls around it, and to find out, the browser
  // would work out the style of the page as a gesture begins.
  const { listeners } = useDraggable({ id: "board" });
  const space = useRef<"no" | "held" | "used">("no");

  const chosenIds = (of: Stage): string[] => {
    const { model } = of;
    if (model.selection.count > 0) return model.ids(model.selection.slots());
    return of.focus === -1 ? [] : model.ids([of.focus]);
  };

  function onClick(event: React.MouseEvent) {
    if (!stage || !onBoard(event)) return;
    const at = stage.boardPoint(event.clientX, event.clientY);
    const slot = stage.model.cardAt(at.x, at.y);
    const { selection } = stage.model;
    const { intents } = live.current;
    if (slot !== -1) {
      if (event.shiftKey || event.ctrlKey || event.metaKey) selection.toggle(slot);
      else selection.set([slot]);
      stage.setFocus(slot, true);
      intents.leaveTheme();
    } else {
      if (!event.shiftKey) selection.clear();
      intents.chooseTheme(stage.model.themeAt(at.x, at.y)?.theme.id ?? null);
    }
  }

  function onDoubleClick(event: React.MouseEvent) {
    if (!stage || !onBoard(event)) return;
    const at = stage.boardPoint(event.clientX, event.clientY);
    const slot = stage.model.cardAt(at.x, at.y);
    const [id] = stage.model.ids([slot]);
    if (id !== undefined) live.current.intents.open(id);
    else if (live.current.mayChange) live.current.intents.writeInsight(at);
  }

  function onContextMenu(event: React.MouseEvent) {
    if (!stage || (event.target instanceof Element && event.target.closest("input, [data-no-board]"))) return;
    event.preventDefault();
    const { intents } = live.current;
    const title = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-theme-title]") : null;
    const byKey = event.clientX === 0 && event.clientY === 0;
    const focused = byKey ? stage.focus : -1;
    const at = stage.boardPoint(event.clientX, event.clientY);
    const slot = title ? -1 : focused !== -1 ? focused : stage.model.cardAt(at.x, at.y);
    if (slot !== -1) {
      if (!stage.model.selection.has(slot)) stage.model.selection.set([slot]);
      stage.setFocus(slot, true);
      intents.menu(
        { kind: "cards", cards: stage.model.ids(stage.model.selection.slots()) },
        ...menuPlace(event, stage, slot),
      );
      return;
    }
    const theme = title?.dataset["themeTitle"] ?? stage.model.themeAt(at.x, at.y)?.theme.id;
    if (theme !== undefined) intents.menu({ kind: "theme", theme }, event.clientX, event.clientY);
    else intents.menu({ kind: "paper", at }, event.clientX, event.clientY);
  }

  function onKeyDown(event: React.KeyboardEvent) {
    if (!stage || (event.target instanceof Element && event.target.closest("input, textarea, [data-no-board]"))) return;
    const { intents, singleKeys, mayChange } = live.current;
    const { model } = stage;
    const control = event.ctrlKey || event.metaKey;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const inSheet = event.target instanceof Element && event.target.closest(".board-sheet") !== null;
    const done = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    const go = (slot: number) => {
      if (slot === -1) return;
      stage.setFocus(slot, true);
      stage.reveal(model.box(slot));
    };
    const onCards = mayChange && (inSheet || model.selection.count > 0) ? cardsKey(event, intents) : null;
    if (onCards) {
      const ids = chosenIds(stage);
      if (ids.length === 0) return;
      done();
      onCards(ids);
      return;
    }
    if (control) {
      if (key === "a") {
        done();
        model.selection.set(model.all());
      }
      return;
    }
    const leap = LEAPS[event.key];
    if (leap && inSheet && !event.altKey && !event.shiftKey) {
      done();
      go(walk(model, stage.focus, leap));
      return;
    }
    const arrow = ARROWS[event.key];
    if (arrow && inSheet) {
      done();
      if (event.shiftKey) {
        const ids = chosenIds(stage);
        if (!mayChange || ids.length === 0) return;
        const step = event.altKey ? 1 : NUDGE;
        intents.nudgeCards(
          ids,
          arrow === "left" ? -step : arrow === "right" ? step : 0,
          arrow === "up" ? -step : arrow === "down" ? step : 0,
        );
        return;
      }
      go(stage.focus === -1 ? middleCard(stage) : walk(model, stage.focus, arrow));
      return;
    }
    if (event.altKey) return;
    if (event.key === " ") {
      if (event.target instanceof Element && event.target.closest("button")) return;
      done();
      if (space.current === "no") space.current = "held";
      if (space.current === "held") showHand(view.current, "open");
      return;
    }
    if (event.key === "Escape") {
      model.selection.clear();
      intents.chooseTheme(null);
      return;
    }
    if (event.shiftKey && (event.code === "Digit1" || event.code === "Digit0" || event.code === "Digit2")) {
      done();
      if (event.code === "Digit1") stage.fitAll();
      else if (event.code === "Digit0") stage.zoomTo(1);
      else fitSelection(stage);
      return;
    }
    if (event.key === "Enter" && inSheet && stage.focus !== -1) {
      const [id] = model.ids([stage.focus]);
      done();
      if (id !== undefined) intents.open(id);
      return;
    }
    if (!singleKeys) return;
    const middle = { x: stage.size.w / 2, y: stage.size.h / 2 };
    if (key === "+" || key === "=") stage.zoom(middle, STEP);
    else if (key === "-") stage.zoom(middle, 1 / STEP);
    else if (key === "r" && stage.focus !== -1) {
      const [id] = model.ids([stage.focus]);
      if (id !== undefined) intents.read(id);
    } else if (key === "o" && stage.focus !== -1) {
      const [id] = model.ids([stage.focus]);
      if (id !== undefined) intents.open(id);
    } else if (!mayChange) return;
    else if (key === "v") {
      const card = dotCard(stage, inSheet);
      if (card === null) return;
      intents.layDot(card, event.shiftKey ? -1 : 1);
    } else if (key === "m" && chosenIds(stage).length > 0) intents.askMove(chosenIds(stage));
    else if (key === "s" && chosenIds(stage).length > 0) intents.sizeCards(chosenIds(stage), null);
    else if (key === "t") intents.makeTheme(chosenIds(stage));
    else if (key === "i") intents.writeInsight(stage.middle());
    else return;
    done();
  }

  function onKeyUp(event: React.KeyboardEvent) {
    if (event.key !== " " || !stage) return;
    const was = space.current;
    space.current = "no";
    showHand(view.current, "");
    const inSheet = event.target instanceof Element && event.target.closest(".board-sheet") !== null;
    if (was !== "held" || !inSheet || stage.focus === -1) return;
    event.preventDefault();
    stage.model.selection.toggle(stage.focus);
  }

  return (
    // The board is one pointer surface; what can be reached by keys lies within it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={view}
      className="board h-full w-full"

      tabIndex={-1}
      onPointerDown={(event) => {
        if (
          event.button === 1 ||
          (event.button === 0 && (space.current !== "no" || (live.current.hand && onBoard(event))))
        ) {
          if (space.current === "held") space.current = "used";
          startPan(event, stage, view.current);
          return;
        }
        if (event.target instanceof Element && event.target.closest("[data-no-board]")) return;
        (listeners?.["onPointerDown"] as React.PointerEventHandler | undefined)?.(event); // dnd-kit types them as Function
      }}
      onTouchStart={(event) => {
        if (
          event.touches.length > 1 ||
          (event.target instanceof Element && event.target.closest("[data-no-board], input"))
        )
          return;
        (listeners?.["onTouchStart"] as React.TouchEventHandler | undefined)?.(event); // as above
      }}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      onContextMenu={onContextMenu}
      onKeyDown={onKeyDown}
      onKeyUp={onKeyUp}
      onBlur={(event) => {
        space.current = "no";
        event.currentTarget.removeAttribute("data-ring");
      }}
      onScroll={(event) => {
        event.currentTarget.scrollTo(0, 0); // only the camera moves the board
      }}
      onFocus={(event) => {
        if (!stage || !(event.target instanceof HTMLElement)) return;
        const { card } = event.target.dataset;
        if (card !== undefined) stage.setFocus(stage.model.slotOf(card));
        else if (event.target.classList.contains("board-sheet")) {
          const next = middleCard(stage);
          if (next !== -1) stage.setFocus(next, true);
          // Said here, and not asked of the page by `:has`: it would look for it anew with every card that comes and goes.
          event.currentTarget.toggleAttribute("data-ring", event.target.matches(":focus-visible"));
        }
      }}
    >
      <FocusDoor stage={stage} view={view} />
      {children}
    </div>
  );
}

/** While no card has the focus, the list itself can be reached by Tab. */
function FocusDoor({ stage, view }: Readonly<{ stage: Stage | null; view: React.RefObject<HTMLDivElement | null> }>) {
  const focus = useSyncExternalStore(
    stage?.focusChanged.subscribe ?? never,
    () => stage?.focus ?? -1,
    () => -1,
  );
  useEffect(() => {
    view.current?.querySelector(".board-sheet")?.setAttribute("tabindex", focus === -1 ? "0" : "-1");
  }, [focus, view]);
  return null;
}

const never = () => () => undefined;

type SlipsProps = Readonly<{ stage: Stage; face: (card: SceneCard) => Face; themeName: (id: string) => string }>;

const Slips = memo(function Slips({ stage, face, themeName }: SlipsProps) {
  const mounted = useSyncExternalStore(
    stage.mountedChanged.subscribe,
    () => stage.mounted,
    () => none,
  );
  return mounted.map((slot) => {
    const card = stage.model.cards[slot];
    return card ? <Slip key={card.id} stage={stage} slot={slot} face={face} themeName={themeName} /> : null;
  });
});
const none: readonly number[] = [];

type TitlesProps = Readonly<{
  stage: Stage;
  themeName: (id: string) => string;
  chosen: string | null;
  renaming: string | null;
  onRename: (theme: string | null) => void;
  onChoose: (theme: string) => void;
  onName: (theme: string, name: string) => void;
  onCollapse: ((theme: string, collapsed: boolean) => void) | null;
}>;

const Titles = memo(function Titles({ stage, themeName, chosen, renaming, ...deeds }: TitlesProps) {
  const themes = useSyncExternalStore(
    stage.model.changed.subscribe,
    () => stage.model.themes,
    () => stage.model.themes,
  );
  const seen = [...themes.values()].filter(({ hidden }) => !hidden);
  return seen.map((cloth) => (
    <Title
      key={cloth.theme.id}
      stage={stage}
      cloth={cloth}
      name={themeName(cloth.theme.id)}
      chosen={chosen === cloth.theme.id}
      renaming={renaming === cloth.theme.id}
      {...deeds}
    />
  ));
});

/** Wheel, pinch and one-finger pan. Not React's: wheel listeners must not be passive. */
function useHands(stage: Stage | null, view: React.RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    const element = view.current;
    if (!stage || !element) return;
    const wheel = (event: WheelEvent) => {
      if (event.target instanceof Element && event.target.closest("[data-no-board]")) return;
      event.preventDefault();
      const unit = event.deltaMode === 1 ? 20 : event.deltaMode === 2 ? 400 : 1;
      if (event.ctrlKey || event.metaKey)
        stage.zoom(stage.point(event.clientX, event.clientY), Math.exp((-event.deltaY * unit) / 100));
      else if (event.shiftKey && event.deltaX === 0) stage.pan(event.deltaY * unit, 0);
      else stage.pan(event.deltaX * unit, event.deltaY * unit);
    };
    const fingers = new Map<number, Point>();
    const down = (event: PointerEvent) => {
      if (event.pointerType === "touch") fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    };
    const move = (event: PointerEvent) => {
      stage.aim();
      const old = fingers.get(event.pointerId);
      if (!old || stage.busy) return;
      const now = { x: event.clientX, y: event.clientY };
      fingers.set(event.pointerId, now);
      if (fingers.size === 1) stage.pan(old.x - now.x, old.y - now.y);
      else if (fingers.size === 2) {
        const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
        if (!other) return;
        const before = Math.hypot(old.x - other.x, old.y - other.y);
        const after = Math.hypot(now.x - other.x, now.y - other.y);
        stage.pan((old.x - now.x) / 2, (old.y - now.y) / 2);
        if (before > 0 && after > 0)
          stage.zoom(stage.point((now.x + other.x) / 2, (now.y + other.y) / 2), after / before);
      }
    };
    const up = (event: PointerEvent) => fingers.delete(event.pointerId);
    element.addEventListener("wheel", wheel, { passive: false });
    element.addEventListener("pointerdown", down);
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", up);
    return () => {
      element.removeEventListener("wheel", wheel);
      element.removeEventListener("pointerdown", down);
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", up);
      window.removeEventListener("pointercancel", up);
    };
  }, [stage, view]);
}

function startPan(event: React.PointerEvent, stage: Stage | null, view: HTMLElement | null) {
  if (!stage || !view) return;
  event.preventDefault();
  showHand(view, "closed");
  (view.querySelector(".board-hand") ?? view).setPointerCapture(event.pointerId); // what captures gives the cursor
  let x = event.clientX;
  let y = event.clientY;
  let moved = false;
  const move = (next: PointerEvent) => {
    moved = true;
    stage.pan(x - next.clientX, y - next.clientY);
    x = next.clientX;
    y = next.clientY;
  };
  const up = () => {
    if (moved) swallowClick();
    showHand(view, "");
    view.removeEventListener("pointermove", move);
    view.removeEventListener("pointerup", up);
    view.removeEventListener("pointercancel", up);
  };
  view.addEventListener("pointermove", move);
  view.addEventListener("pointerup", up);
  view.addEventListener("pointercancel", up);
}

function onBoard(event: React.MouseEvent): boolean {
  return !(event.target instanceof Element && event.target.closest("[data-no-board], [data-theme-title], input"));
}

function middleCard(stage: Stage): number {
  const { grid } = stage.model;
  const middle = stage.middle();
  let best = -1;
  let least = Infinity;
  for (let slot = 0; slot < grid.end; slot++) {
    if (!grid.has(slot)) continue;
    const { x, y, w, h } = stage.model.box(slot);
    const distance = Math.hypot(x + w / 2 - middle.x, y + h / 2 - middle.y);
    if (distance < least) {
      least = distance;
      best = slot;
    }
  }
  return best;
}

function fitSelection(stage: Stage) {
  let box: { x: number; y: number; w: number; h: number } | null = null;
  for (const slot of stage.model.selection.slots()) {
    const next = stage.model.box(slot);
    const right = Math.max(next.x + next.w, box ? box.x + box.w : -Infinity);
    const bottom = Math.max(next.y + next.h, box ? box.y + box.h : -Infinity);
    const x = Math.min(next.x, box?.x ?? Infinity);
    const y = Math.min(next.y, box?.y ?? Infinity);
    box = { x, y, w: right - x, h: bottom - y };
  }
  if (box) stage.fitBox(box);
}

function menuPlace(event: React.MouseEvent, stage: Stage, slot: number): [number, number] {
  if (event.clientX !== 0 || event.clientY !== 0) return [event.clientX, event.clientY];
  const rect = stage.model.cards[slot] && document.activeElement?.getBoundingClientRect();
  return rect ? [rect.left + 24, rect.top + 24] : [24, 24];
}
