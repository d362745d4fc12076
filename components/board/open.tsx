"use client";
/**
 * A board that is open on the screen, for everything that stands on it or beside it: the tools, menus, panels and
 * dialogs take it from here instead of having it handed through all layers.
 */
import { createContext, useContext } from "react";
import type { Lang } from "#lib/domain/field.ts";
import type { Point } from "#lib/client/board/camera.ts";
import type { Copies } from "#lib/client/board/copies.ts";
import type { Deeds } from "#lib/client/board/deeds.ts";
import type { BoardModel } from "#lib/client/board/model.ts";
import type { Stage } from "#lib/client/board/stage.ts";
import type { ThemeDeeds } from "#lib/client/board/theme-deeds.ts";
import type { Faces } from "./faces.ts";
import type { Find } from "./find/use-find.ts";
import type { Intents, MenuTarget } from "./intents.ts";
import type { ColouringChoice } from "./use-colouring.ts";
import type { Vote } from "./together/use-vote.ts";

/** What stands beside the board, at its right. */
export type Side =
  | Readonly<{ kind: "theme"; theme: string }>
  | Readonly<{ kind: "card"; card: string }>
  | Readonly<{ kind: "votes" }>;

/** What is being asked in a dialog over the board. */
export type Asking =
  | Readonly<{ kind: "move"; cards: readonly string[] }>
  | Readonly<{ kind: "place"; quotes: readonly string[] }> // of the tray
  | Readonly<{ kind: "nest"; theme: string }>
  | Readonly<{ kind: "merge"; theme: string }>
  | Readonly<{ kind: "insight"; at: Point; insight: string | null }>
  | Readonly<{ kind: "link"; url: string }>
  | Readonly<{ kind: "vote"; what: "start" | "reveal" | "end" }>
  | Readonly<{ kind: "timer" }>
  | Readonly<{ kind: "download" }>;

export type OpenBoard = Faces &
  Readonly<{
    board: string;
    /** Opens another board; null opens the one that findings read. */
    goTo: (board: string | null) => void;
    /** Holds this board against another; null goes back to it. */
    compareWith: (board: string | null) => void;
    lang: Lang;
    mayChange: boolean;
    view: "board" | "outline";
    model: BoardModel;
    /** Null while the outline is shown. */
    stage: Stage | null;
    deeds: Deeds;
    copies: Copies;
    themeDeeds: ThemeDeeds;
    intents: Intents;
    /** What a theme is called; "Unclustered" for none. */
    nameOf: (theme: string | null) => string;
    /** What the colour of cards tells. */
    colouring: ColouringChoice;
    find: Find;
    /** The vote that lies on this board, if there is one. */
    vote: Vote;
    side: Side | null;
    setSide: (side: Side | null) => void;
    /** The card that is read beside the board, while one is. */
    reading: React.RefObject<HTMLElement | null>;
    /** The theme whose name is being written on the board. */
    renaming: string | null;
    setRenaming: (theme: string | null) => void;
    asking: Asking | null;
    ask: (asking: Asking | null) => void;
    menu: Readonly<{ target: MenuTarget; x: number; y: number }> | null;
    closeMenu: () => void;
    /** Says where cards went, with how many lie there now. */
    sayMoved: (count: number, theme: string | null) => void;
    /** Takes back the last thing, and says so. */
    undo: () => Promise<void>;
    /** Selects cards that were just laid, as soon as they are there, and brings them into view. */
    showLaid: (cards: readonly string[]) => void;
    /** Says what was done, with the way back beside it. */
    done: (text: string) => void;
    selectIn: (theme: string) => void;
    rename: (theme: string) => void;
    removeTheme: (theme: string) => void;
    /** Makes an empty theme at a place, and asks for its name. */
    newTheme: (at: Point) => void;
    /** A place in the lower part of a theme, for what is put into it by a menu. */
    insideOf: (theme: string) => Point;
  }>;

export const BoardContext = createContext<OpenBoard | null>(null);

export function useBoard(): OpenBoard {
  const open = useContext(BoardContext);
  if (!open) throw new Error("useBoard outside an open board");
  return open;
}
