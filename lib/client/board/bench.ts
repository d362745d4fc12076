/**
 * What a benchmark needs to know of a board, as `window.__bench`: only in a build made with `CARTHEN_BENCH=1`.
 *
 * Sets up and looks; everything that is timed is real input. Nothing here may make the board faster or slower
 * while it is measured. Rules: docs/spec/board.md, B60 and B61.
 */
import { toScreen } from "./camera.ts";
import type { Stage } from "./stage.ts";

/** What tests/bench/board and other harnesses call; cards go by number, theme by theme, in their order. */
export type Bench = Readonly<{
  name: string;
  /** Resolves when every card of the study's board is loaded and has been shown once, with all of it in view. */
  ready: () => Promise<void>;
  count: () => number;
  zoomToFit: () => void;
  /** Sets the magnification, with a card in the middle. */
  setZoom: (z: number, middle: number) => void;
  getZoom: () => number;
  /** Where a card stands, in client pixels; null where there is no such card. */
  getNoteScreenRect: (card: number) => { x: number; y: number; w: number; h: number } | null;
  select: (cards: readonly number[]) => void;
  selectedCount: () => number;
  /** The `deltaY` of one turn of the wheel with Ctrl that multiplies the magnification by `factor`. */
  zoomWheelDelta: (factor: number) => number;
  /** How many elements the board consists of. */
  elements: () => number;
}>;

/** Puts `window.__bench` there; returns how to take it away. */
export function exposeBench(stage: Stage): () => void {
  const { model } = stage;
  let order: string[] = [];
  const sort = () => {
    const places = new Map([...model.themes.keys()].map((id, at) => [id, at]));
    const place = (theme: string | null) => (theme === null ? places.size : (places.get(theme) ?? places.size));
    order = model
      .all()
      .flatMap((slot) => model.cards[slot] ?? [])
      .toSorted((a, b) => place(a.theme) - place(b.theme) || (a.ord < b.ord ? -1 : 1))
      .map(({ id }) => id);
  };
  const slotOf = (card: number) => model.slotOf(order[card] ?? "");
  const bench: Bench = {
    name: "carthen",
    ready: async () => {
      while (model.count === 0) await frame();
      sort();
      stage.fitAll(false);
      await frame();
      await frame(); // the first has been drawn when the second begins
    },
    count: () => model.count,
    zoomToFit: () => stage.fitAll(false),
    setZoom: (z, middle) => {
      const box = model.box(slotOf(middle));
      const { w, h } = stage.size;
      stage.jump({ x: box.x + box.w / 2 - w / z / 2, y: box.y + box.h / 2 - h / z / 2, z });
    },
    getZoom: () => stage.camera.z,
    getNoteScreenRect: (card) => {
      const slot = slotOf(card);
      if (slot === -1) return null;
      const box = model.box(slot);
      const { z } = stage.camera;
      const { left, top } = stage.element.getBoundingClientRect();
      const { x, y } = toScreen(stage.camera, box);
      return { x: left + x, y: top + y, w: box.w * z, h: box.h * z };
    },
    select: (cards) => model.selection.set(cards.map(slotOf).filter((slot) => slot !== -1)),
    selectedCount: () => model.selection.count,
    zoomWheelDelta: (factor) => -Math.log(factor) * 100,
    elements: () => stage.element.querySelectorAll("*").length + 1,
  };
  Object.assign(window, { __bench: bench });
  return () => {
    Reflect.deleteProperty(window, "__bench");
  };
}

function frame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });
}
