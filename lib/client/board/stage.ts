/**
 * The stage of a board: camera, canvas, mounted cards and what is being carried, all outside React.
 *
 * React draws the list of mounted cards and the labels of themes; the stage moves them with one transform
 * and draws everything else on one canvas. Where words can be read and no zoom is under way, at most `MOST`
 * cards are mounted as real elements, a few in each frame, visible ones first; until all are there the
 * canvas shows them underneath, so that nothing is ever blank.
 */
import { AfterPaint } from "./after-paint.ts";
import { Aside } from "./aside.ts";
import {
  around,
  between,
  common,
  contain,
  fit,
  grown,
  holds,
  pan,
  reveal,
  seen,
  toBoard,
  toScreen,
  zoomAt,
} from "./camera.ts";
import type { Box, Camera, Point, Size } from "./camera.ts";
import type { Cloth } from "./cloth.ts";
import { ClothSheet } from "./cloth-sheet.ts";
import { EdgePan } from "./edge.ts";
import { Emitter } from "./emitter.ts";
import { onInkChange, readInk } from "./ink.ts";
import type { Pen } from "./ink.ts";
import type { BoardModel } from "./model.ts";
import { isCramped, nameSize, Z_NAMES } from "./names.ts";
import { Painter, Z_WORDS } from "./paint.ts";
import { Picture } from "./picture.ts";
import type { Face, SceneCard } from "./scene.ts";

/** The most cards that are elements at once; fewer where many themes are elements too. */
const MOST = 200;
const ELEMENTS = 760; // that cards and titles may be together; a card is four, a plain title two
const NAMES = 60; // more names in view than this are written by the canvas
const OVERSCAN = 200; // screen pixels around the viewport that are mounted ahead
// Cards mounted in one frame: while the camera moves so few that the frame is not late, nor all input after it; while it
// rests more; and more still where the canvas shows them meanwhile.
const SLICE = { moving: 2, resting: 4, unseen: 12 };
const REST = 160; // ms without a zoom before the elements take over from the canvas
const TOOLS = 84; // screen pixels at the lower edge where the toolbar lies
const LOW = 190; // in a view lower than this it lies beneath (board.css)
const FRESH = 14; // card pictures made for what is carried
const ROOM = 0.12; // of the view, how far around it what is carried is painted

export type Parts = Readonly<{
  view: HTMLElement;
  base: HTMLCanvasElement;
  lens: HTMLCanvasElement; // in place of it in a zoom
  world: HTMLElement; // what the camera moves as one: …
  cloths: HTMLElement; // … cloths of themes, while the canvas is put away, …
  sheet: HTMLElement; // … and mounted cards
  labels: HTMLElement; // titles of themes
  carried: HTMLCanvasElement;
  marquee: HTMLElement;
}>;

/** What cards and themes say. */
export type Says = Readonly<{ face: (card: SceneCard) => Face; themeName: (theme: string) => string }>;

type Carry = {
  slots: number[];
  theme: string | null;
  from: Point;
  at: Point;
  corner: Point; // where the view lies in the window; not asked with every move: the browser would lay the page out for it
  offset: Point;
  whole: Box | null; // around all of it
  drawn: Box | null; // of that, what is on the canvas
  family: ReadonlySet<string>;
};

export class Stage {
  readonly model: BoardModel;
  readonly painter: Painter;
  camera: Camera = { x: 0, y: 0, z: 1 };
  size: Size = { w: 1, h: 1 };
  mounted: readonly number[] = [];
  /** The card that has, or would get, the focus. */
  focus = -1;
  /** The theme that a drop would go to now; undefined while nothing is carried. */
  target: string | null | undefined = undefined;
  /** The theme that is being looked at. */
  chosen: string | null = null;
  /** Elements of theme titles by theme id; React puts them in. */
  readonly titles = new Map<string, HTMLElement>();
  /** Set while the next focused card should take the browser's focus too. */
  wantsFocus = false;
  readonly mountedChanged = new Emitter();
  readonly cameraRested = new Emitter();
  readonly focusChanged = new Emitter();
  readonly targetChanged = new Emitter();
  /** Whenever other titles show all that they have. */
  readonly titlesChanged = new Emitter();
  /** Whenever this person's own hand moves the camera, and not one that is followed. */
  readonly steered = new Emitter();
  /** Every frame in which the camera moved: for pointers of others and the like. */
  readonly cameraMoved = new Emitter();
  /** Moves the camera while a gesture stays near an edge. */
  readonly edge = new EdgePan(this, (camera) => {
    this.steered.emit();
    this.moveTo(camera, false);
  });
  private readonly parts: Parts;
  private readonly mountedSet = new Set<number>();
  private told: ReadonlySet<number> = new Set(); // those of them that React has been told of
  private readonly stop: (() => void)[] = [];
  private dirty = 0;
  private zooming = false;
  private moving = false; // since the camera last rested
  private restTimer: ReturnType<typeof setTimeout> | undefined;
  private flight = 0;
  private carry: Carry | null = null;
  private readonly picture: Picture;
  private readonly cloths: ClothSheet;
  private canvasShown = true;
  private readonly later = new AfterPaint(); // for React
  private readonly ahead = new AfterPaint(); // for the canvas
  private placedCamera: Camera | null = null; // where the elements stand
  private drawnCamera: Camera | null = null;
  private aimed = false; // the pointer has moved since the last frame, maybe onto an element
  private drawnBits = new Uint8Array(0); // the selection as it is drawn
  private namesDrawn = false; // by the canvas
  private namesHidden = false; // each element by itself
  private crowded = false; // there are too many names in view for as many elements
  private detailed: ReadonlySet<string> = new Set();
  private lookedFrom: Box = { x: 0, y: 0, w: 0, h: 0 }; // what was in view when titles were last looked at
  private sheetShown = true;
  private frames: ReadonlyMap<string, Box> | null = null;
  private readonly near: number[] = [];
  private readonly view: number[] = [];

  /** The element that shows the board. */
  get element(): HTMLElement {
    return this.parts.view;
  }

  constructor(parts: Parts, model: BoardModel, says: Says, weaves: readonly string[]) {
    this.model = model;
    this.parts = parts;
    this.painter = new Painter(readInk(parts.view), says.face, weaves);
    this.picture = new Picture(parts.base, parts.lens, model, this.painter, says.themeName);
    this.cloths = new ClothSheet(parts.cloths, this.painter);
    this.stop.push(onInkChange(() => this.renew()));
    const watch = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = parts.view;
      if (clientWidth === this.size.w && clientHeight === this.size.h) return; // told of first, as of any other
      this.resize();
      if (this.dirty) cancelAnimationFrame(this.dirty);
      this.frame(); // at once: a canvas that was resized is empty until it is drawn
    });
    watch.observe(parts.view);
    this.stop.push(() => watch.disconnect());
    this.stop.push(this.model.selection.changed.subscribe(() => this.markAnew()));
    this.stop.push(
      this.model.found.changed.subscribe(() => {
        this.model.stale.addAll();
        this.draw();
      }),
    );
    this.resize();
    this.draw(); // not at once: whoever made the stage still says where it looks
  }

  /** Lets go of everything that outlives the elements. */
  close(): void {
    for (const stop of this.stop) stop();
    cancelAnimationFrame(this.dirty);
    cancelAnimationFrame(this.flight);
    this.edge.end();
    clearTimeout(this.restTimer);
    this.later.close();
    this.ahead.close();
  }

  /** Follows the model after it has taken a new scene. */
  follow(): void {
    const { grid } = this.model; // what has gone, or lies in a pile, is not in it
    if (this.focus !== -1 && !grid.has(this.focus)) this.setFocus(-1);
    let lost = false;
    for (const slot of this.mountedSet) if (!grid.has(slot)) lost = this.mountedSet.delete(slot) || lost;
    if (lost) this.tellMounted();
    if (this.carry) {
      this.carry.slots = this.carry.slots.filter((slot) => this.model.cards[slot]);
      this.model.setMoving(this.carry.slots);
    }
    this.stretch(null); // what was pulled is there now
    this.lookAtTitles();
    this.draw();
  }

  /** Draws themes as large as a hand pulls them; null: as they are. */
  stretch(frames: ReadonlyMap<string, Box> | null): void {
    const before = this.frames;
    const pulled = new Set([...(before?.keys() ?? []), ...(frames?.keys() ?? [])]);
    for (const id of pulled) this.spoilCloth(id);
    this.frames = frames;
    for (const id of pulled) {
      this.spoilCloth(id);
      const cloth = this.model.themes.get(id);
      const title = this.titles.get(id);
      if (!cloth || !title) continue;
      const { x, y, w } = this.boxOf(cloth);
      title.style.left = `${x}px`;
      title.style.top = `${y}px`;
      title.style.width = `${w}px`;
    }
    if (before || frames) this.draw();
  }

  /** A theme's box as it is drawn now. */
  boxOf(cloth: Cloth): Box {
    return this.frames?.get(cloth.theme.id) ?? cloth.box;
  }

  /** Tells a drawn card of everything that could change how it looks. */
  readonly subscribeCard = (listener: () => void): (() => void) => {
    const { changed, found, selection } = this.model;
    const stops = [this.mountedChanged, this.focusChanged, changed, found.changed, selection.changed].map((of) =>
      of.subscribe(listener),
    );
    return () => {
      for (const stop of stops) stop();
    };
  };

  /**
   * One number for how the card in a slot looks now: its revision, and whether it is faint because it was not found,
   * the one that was gone to, selected, in focus, being carried.
   */
  look(slot: number): number {
    const { model } = this;
    return (
      (model.revision[slot] ?? 0) * 32 +
      (model.found.dims(slot) ? 16 : 0) +
      (model.found.current === slot ? 8 : 0) +
      (model.selection.has(slot) ? 4 : 0) +
      (this.focus === slot ? 2 : 0) +
      (model.moving[slot] ?? 0)
    );
  }

  /** Makes titles readable at this distance, and hides those that have no room. */
  sizeTitles(): void {
    const { z } = this.camera;
    const { labels } = this.parts;
    labels.style.setProperty("--size", `${nameSize(z)}px`);
    for (const layer of [labels, this.parts.world]) layer.style.setProperty("--px", `${1 / z}px`); // one pixel of the screen
    labels.toggleAttribute("data-far", z < Z_NAMES);
    for (const id of this.titles.keys()) this.sizeTitle(id);
  }

  /** Whether a title shows all that it has, and not only its name: where it is in view, among not too many. */
  isDetailed(theme: string): boolean {
    return this.detailed.has(theme);
  }

  /** Looks which titles are in view: once the camera rests, has come far, or the board has changed. */
  private lookAtTitles(): void {
    const view = seen(this.camera, this.size);
    this.lookedFrom = view;
    const near = new Set<string>();
    let readable = 0;
    for (const cloth of this.model.themes.values()) {
      if (cloth.hidden || isCramped(cloth, this.camera.z)) continue;
      const { x, y, w, h } = cloth.box;
      if (x > view.x + view.w * 1.5 || x + w < view.x - view.w / 2) continue;
      if (y > view.y + view.h * 1.5 || y + h < view.y - view.h / 2) continue;
      near.add(cloth.theme.id);
      if (x < view.x + view.w && x + w > view.x && y < view.y + view.h && y + h > view.y) readable++;
    }
    this.crowded = readable > NAMES;
    if (this.crowded) near.clear();
    for (const [id, element] of this.titles) if (element.contains(document.activeElement)) near.add(id);
    if (near.size === this.detailed.size && near.isSubsetOf(this.detailed)) return;
    this.detailed = near;
    this.titlesChanged.emit();
  }

  /** A title that has just been drawn: hides it where it has no room. */
  sizeTitle(id: string): void {
    const element = this.titles.get(id);
    const cloth = this.model.themes.get(id);
    if (!element || !cloth) return;
    const small = isCramped(cloth, this.camera.z) ? "yes" : "no";
    if (element.dataset["small"] !== small) element.dataset["small"] = small;
  }

  /** The words of cards have come or changed. */
  facesChanged(): void {
    this.painter.forget();
    this.model.touch();
    this.model.stale.addAll();
    this.mountedChanged.emit();
    this.draw();
  }

  /** Asks for a frame. */
  draw(): void {
    if (this.dirty === 0) this.dirty = requestAnimationFrame(() => this.frame());
  }

  // --- camera ---

  pan(dx: number, dy: number): void {
    this.stopFlight();
    this.steered.emit();
    this.moveTo(pan(this.camera, dx, dy), false);
  }

  zoom(at: Point, factor: number): void {
    this.stopFlight();
    this.steered.emit();
    this.moveTo(zoomAt(this.camera, at, this.camera.z * factor), true);
  }

  /** Zooms to `z` around the middle of the view, gently. */
  zoomTo(z: number): void {
    this.fly(zoomAt(this.camera, { x: this.size.w / 2, y: this.size.h / 2 }, z));
  }

  /** Shows the whole board. */
  fitAll(gently = true): void {
    const bounds = this.model.bounds();
    const to = bounds
      ? fit(bounds, this.size, this.size.w < 640 ? 16 : 40, this.size.h < LOW ? 16 : TOOLS)
      : { x: -this.size.w / 2, y: -this.size.h / 2, z: 1 };
    if (gently) this.fly(to);
    else this.jump(to);
  }

  /** Goes to a card, near enough to read it. */
  show(box: Box): void {
    const z = Math.max(this.camera.z, 0.85);
    this.fly({ x: box.x + box.w / 2 - this.size.w / 2 / z, y: box.y + box.h / 2 - this.size.h / 2 / z, z });
  }

  fitBox(box: Box): void {
    this.fly(fit(box, this.size, 64, TOOLS));
  }

  /** Shows what somebody else sees, as part of following them or because they called. */
  showView(view: Box): void {
    const to = contain(view, this.size);
    const { x, y, z } = this.camera;
    if (to.x !== x || to.y !== y || to.z !== z) this.fly(to, false);
  }

  jump(to: Camera): void {
    this.stopFlight();
    this.steered.emit();
    this.moveTo(to, false); // there is nothing in between to be seen
    this.sizeTitles();
    this.lookAtTitles();
  }

  /** Brings a card or theme into view with the least motion. */
  reveal(box: Box): void {
    const to = reveal(this.camera, box, this.size);
    if (to.x !== this.camera.x || to.y !== this.camera.y) this.fly(to);
  }

  private fly(to: Camera, steered = true): void {
    this.stopFlight();
    if (steered) this.steered.emit();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return this.moveTo(to, true);
    const from = this.camera;
    const start = performance.now();
    const zoomed = to.z !== from.z;
    // The middle moves straight on the board while the zoom moves evenly in its logarithm.
    const middle = (camera: Camera) => toBoard(camera, { x: this.size.w / 2, y: this.size.h / 2 });
    const a = middle(from);
    const b = middle(to);
    const step = (now: number) => {
      const t = Math.min(1, (now - start) / 220);
      const ease = 1 - (1 - t) ** 3;
      const z = from.z * (to.z / from.z) ** ease;
      const share = zoomed ? (1 / z - 1 / from.z) / (1 / to.z - 1 / from.z) : ease;
      const x = a.x + (b.x - a.x) * share;
      const y = a.y + (b.y - a.y) * share;
      this.moveTo(t === 1 ? to : { x: x - this.size.w / 2 / z, y: y - this.size.h / 2 / z, z }, zoomed);
      this.flight = t < 1 ? requestAnimationFrame(step) : 0;
    };
    this.flight = requestAnimationFrame(step);
  }

  private stopFlight(): void {
    if (this.flight) cancelAnimationFrame(this.flight);
    this.flight = 0;
  }

  private moveTo(camera: Camera, zoomed: boolean): void {
    if (camera.x === this.camera.x && camera.y === this.camera.y && camera.z === this.camera.z) return;
    const carry = this.carry;
    const wasZ = this.camera.z;
    this.camera = camera;
    if (zoomed) this.zooming = true;
    this.moving = true;
    // Keeps the raster while moving; what shows nothing needs no layer of its own.
    if (this.mounted.length > 1 || !this.canvasShown) this.parts.world.style.willChange = "transform";
    if (!this.namesDrawn) this.parts.labels.style.willChange = "transform";
    clearTimeout(this.restTimer);
    this.restTimer = setTimeout(() => this.rest(), REST);
    if (carry) {
      if (wasZ !== camera.z) this.paintCarried();
      this.placeCarried();
    }
    this.draw();
  }

  private rest(): void {
    this.parts.world.style.willChange = ""; // crisp letters, now that it rests
    this.parts.labels.style.willChange = "";
    this.zooming = this.moving = false;
    this.sizeTitles();
    this.lookAtTitles();
    this.cameraRested.emit();
    this.draw();
  }

  /** A point of the window as one of the view. */
  point(clientX: number, clientY: number): Point {
    const { x, y } = this.carry?.corner ?? this.parts.view.getBoundingClientRect();
    return { x: clientX - x, y: clientY - y };
  }

  boardPoint(clientX: number, clientY: number): Point {
    return toBoard(this.camera, this.point(clientX, clientY));
  }

  middle(): Point {
    return toBoard(this.camera, { x: this.size.w / 2, y: this.size.h / 2 });
  }

  // --- focus ---

  setFocus(slot: number, takeIt = false): void {
    if (slot !== -1 && !this.model.grid.has(slot)) return; // in a pile
    this.wantsFocus = takeIt && slot !== -1;
    if (slot === this.focus && !this.wantsFocus) return;
    if (slot === this.focus) {
      // The tab stop already, so its element is not drawn anew: it takes the browser's focus here.
      const id = this.model.cards[slot]?.id ?? "";
      this.parts.sheet.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
    }
    this.focus = slot;
    if (slot !== -1 && this.model.cards[slot] && !this.mountedSet.has(slot)) {
      this.mountedSet.add(slot); // a focused card is always an element
      this.tellMounted();
    }
    this.focusChanged.emit();
    this.draw();
  }

  // --- carrying ---

  /** Takes cards up, or a theme with all that lies in it. `from` in client pixels. */
  lift(
    slots: readonly number[],
    theme: string | null,
    family: ReadonlySet<string>,
    clientX: number,
    clientY: number,
  ): void {
    const at = this.point(clientX, clientY);
    const corner = { x: clientX - at.x, y: clientY - at.y };
    const from = toBoard(this.camera, at);
    this.carry = {
      slots: [...slots],
      theme,
      from,
      at,
      corner,
      offset: { x: 0, y: 0 },
      whole: null,
      drawn: null,
      family,
    };
    this.model.setMoving(slots);
    for (const id of family) this.spoilCloth(id);
    this.paintCarried();
    this.placeCarried();
    this.mountedChanged.emit();
    this.draw();
  }

  carryTo(clientX: number, clientY: number): void {
    if (!this.carry) return;
    this.carry.at = this.point(clientX, clientY);
    this.placeCarried();
    this.edge.hold(this.carry.at);
  }

  /** Puts down what is carried. Answers how far it has come, in whole board units, and the theme under the pointer. */
  putDown(): { dx: number; dy: number; theme: string | null } | null {
    const { carry } = this;
    if (!carry) return null;
    const at = toBoard(this.camera, carry.at);
    const dx = Math.round(at.x - carry.from.x);
    const dy = Math.round(at.y - carry.from.y);
    const theme = this.model.themeAt(at.x, at.y, carry.family)?.theme.id ?? null;
    this.carry = null;
    this.edge.end();
    this.model.setMoving([]);
    this.parts.carried.style.display = "none";
    for (const id of carry.family) {
      this.titles.get(id)?.style.removeProperty("translate");
      this.spoilCloth(id);
    }
    this.setTarget(undefined);
    this.mountedChanged.emit();
    this.draw();
    return { dx, dy, theme };
  }

  /** Whether a gesture is under way that a finger must not turn into moving the board. */
  get busy(): boolean {
    return this.carry !== null || this.edge.held;
  }

  private setTarget(target: string | null | undefined): void {
    if (this.target === target) return;
    this.spoilCloth(this.target);
    this.spoilCloth(target);
    this.target = target;
    this.targetChanged.emit();
    this.draw();
  }

  /** Marks the theme that is being looked at. */
  choose(theme: string | null): void {
    this.spoilCloth(this.chosen);
    this.spoilCloth(theme);
    this.chosen = theme;
    this.draw();
  }

  /** Shows where something from outside would land. */
  hover(target: string | null | undefined): void {
    this.setTarget(target);
  }

  /** How far what is carried has come, in board units. */
  private carriedBy({ at, from }: Carry): Point {
    const now = toBoard(this.camera, at);
    return { x: now.x - from.x, y: now.y - from.y };
  }

  /** Where on the board lies what is carried and would be seen now, if it lay there still. */
  private carriedView(carry: Carry): Box {
    const { x, y, w, h } = seen(this.camera, this.size);
    const by = this.carriedBy(carry);
    return { x: x - by.x, y: y - by.y, w, h };
  }

  private paintCarried(): void {
    const { carry } = this;
    if (!carry) return;
    const canvas = this.parts.carried;
    const { z } = this.camera;
    // A little more than can be seen: the rest is painted when it is about to come into view.
    const view = this.carriedView(carry);
    const drawn = grown(view, this.size.w * ROOM, this.size.h * ROOM, z);
    const boxes: Box[] = [];
    const shown: number[] = [];
    for (const slot of this.model.stack(carry.slots)) {
      if (!this.model.grid.has(slot)) continue; // in a pile
      const box = this.model.box(slot);
      boxes.push(box);
      if (common(box, drawn)) shown.push(slot);
    }
    const clothsShown: Cloth[] = [];
    for (const id of carry.family) {
      const cloth = this.model.themes.get(id);
      if (!cloth || cloth.hidden) continue;
      clothsShown.push(cloth);
      boxes.push(cloth.box);
    }
    carry.whole = around(boxes);
    carry.drawn = drawn;
    const part = carry.whole && common(carry.whole, drawn);
    if (!part) {
      canvas.style.display = "none";
      return;
    }
    const { x: x0, y: y0, w, h } = grown(part, 12, 12, z); // shade and marks reach out of the cards
    carry.offset = { x: x0, y: y0 };
    const dpr = Math.min(2, devicePixelRatio);
    const wide = Math.max(1, Math.ceil(w * z * dpr));
    const high = Math.max(1, Math.ceil(h * z * dpr));
    const aside = new Aside(wide, high);
    canvas.style.width = `${wide / dpr}px`;
    canvas.style.height = `${high / dpr}px`;
    canvas.style.display = "block";
    canvas.toggleAttribute("data-theme", carry.theme !== null);
    const scale = z * dpr;
    aside.g.setTransform(scale, 0, 0, scale, -x0 * scale, -y0 * scale);
    this.drawCarried(aside.g, carry, clothsShown, shown);
    aside.show(canvas);
  }

  private drawCarried(g: Pen, carry: Carry, cloths: readonly Cloth[], shown: readonly number[]): void {
    const { z } = this.camera;
    if (cloths.length > 0) this.painter.drawCloths(g, cloths, this.camera, null, carry.theme);
    if (z < Z_WORDS || shown.length > MOST) {
      this.painter.drawCards(g, this.model, shown, this.camera, FRESH, [], true);
      return;
    }
    for (const slot of shown) {
      const card = this.model.cards[slot];
      if (!card) continue;
      if (carry.theme === null) {
        g.fillStyle = "rgb(0 0 0 / 0.13)"; // a lifted slip throws a little shade
        g.fillRect(card.x + 3, card.y + 6, card.w, card.h);
      }
      g.save();
      g.translate(card.x, card.y);
      this.painter.drawSlip(g, card);
      g.restore();
    }
    if (carry.theme === null) {
      g.strokeStyle = this.painter.ink.mark;
      g.lineWidth = 2 / z;
      const { x, y, w, h } = this.model.grid;
      for (const slot of shown) g.strokeRect(x[slot] ?? 0, y[slot] ?? 0, w[slot] ?? 0, h[slot] ?? 0);
    }
  }

  private placeCarried(): void {
    const { carry } = this;
    if (!carry) return;
    const wanted = carry.whole && common(carry.whole, this.carriedView(carry));
    if (wanted && !(carry.drawn && holds(carry.drawn, wanted))) this.paintCarried();
    const at = toBoard(this.camera, carry.at);
    const by = this.carriedBy(carry);
    const screen = toScreen(this.camera, { x: carry.offset.x + by.x, y: carry.offset.y + by.y });
    this.parts.carried.style.transform = `translate(${screen.x}px,${screen.y}px)`;
    for (const id of carry.family) {
      this.titles.get(id)?.style.setProperty("translate", `${by.x}px ${by.y}px`);
    }
    this.setTarget(this.model.themeAt(at.x, at.y, carry.family)?.theme.id ?? null);
  }

  // --- marquee ---

  /** Shows the marquee between two board points and answers the slots it touches; null hides it. */
  marquee(a: Point | null, b: Point | null): number[] {
    const { marquee } = this.parts;
    if (!a || !b) {
      this.edge.end();
      marquee.style.display = "none";
      return [];
    }
    const box = between(a, b);
    const from = toScreen(this.camera, box);
    marquee.style.display = "block";
    marquee.style.transform = `translate(${from.x}px,${from.y}px)`;
    marquee.style.width = `${box.w * this.camera.z}px`;
    marquee.style.height = `${box.h * this.camera.z}px`;
    return this.model.grid.within(box.x, box.y, Math.max(box.w, 0.001), Math.max(box.h, 0.001));
  }

  // --- drawing ---

  private renew(): void {
    this.painter.renew(readInk(this.parts.view));
    this.cloths.renew();
    this.model.touch();
    this.model.stale.addAll();
    this.mountedChanged.emit();
    this.draw();
  }

  private resize(): void {
    const { clientWidth, clientHeight } = this.parts.view;
    const dpr = Math.min(2, devicePixelRatio);
    this.size = { w: Math.max(1, clientWidth), h: Math.max(1, clientHeight) };
    this.picture.resize(Math.round(this.size.w * dpr), Math.round(this.size.h * dpr), dpr);
    this.placedCamera = this.drawnCamera = null; // what stands over the board is placed anew too
  }

  private frame(): void {
    this.dirty = 0;
    const { camera, model } = this;
    const moved = camera !== this.drawnCamera;
    this.drawnCamera = camera;
    if (camera !== this.placedCamera && !this.standsUnseen()) this.place();
    this.aimed = false;
    const view = seen(camera, this.size);
    const near = camera.z >= Z_WORDS && !this.zooming;
    const slots = near ? model.grid.within(view.x, view.y, view.w, view.h, this.view) : [];
    const legible = camera.z >= Z_WORDS && slots.length <= this.most * 0.9;
    let complete = false;
    if (legible && !this.zooming) complete = this.mount(slots, this.slice);
    else if (!legible && !this.zooming) this.unmountAll(); // in one go, but never in the middle of a gesture
    // Fading keeps the focus where it is; hiding would throw it away.
    const show = (legible && !this.zooming && (complete || this.sheetShown)) || (!legible && !this.zooming);
    if (show !== this.sheetShown) {
      this.sheetShown = show;
      this.parts.sheet.style.opacity = show ? "1" : "0";
    }
    const names = this.zooming || this.crowded;
    this.drawNames(names);
    const cloths = {
      target: this.target ?? null,
      chosen: this.chosen,
      away: this.carry?.family ?? null,
      frames: this.frames,
    };
    const cards = !(complete && show);
    const around = grown(view, OVERSCAN, OVERSCAN, camera.z);
    const canvas = cards || names || !this.cloths.show({ ...cloths, view, around, all: model.themes.values() });
    if (canvas !== this.canvasShown) {
      this.canvasShown = canvas;
      this.picture.show(canvas);
      this.parts.cloths.hidden = canvas;
    }
    if (canvas) {
      const dpr = Math.min(2, devicePixelRatio);
      const { zooming, moving } = this;
      const waits = this.picture.draw({ ...cloths, camera, dpr, cards, names, zooming, moving });
      if (waits && zooming) this.ahead.run(() => this.picture.makeSlips() && this.draw());
      else if (waits) this.draw();
      if (this.picture.isNearEdge) this.ahead.run(() => this.canvasShown && this.picture.drawAhead() && this.draw());
    }
    if (moved) this.cameraMoved.emit();
    if (moved && !this.zooming && !this.crowded && this.isFar(view)) this.lookAtTitles();
  }

  /**
   * In a zoom, and where there are many, the canvas writes the names of themes: their elements show nothing. In a zoom
   * they fade as one, where none of them has the focus, whose ring must be seen: telling each of two hundred takes a
   * browser as long as a frame, and a zoom would begin with it.
   */
  private drawNames(names: boolean): void {
    const { labels } = this.parts;
    const each = names && (this.crowded || labels.contains(document.activeElement));
    if (names === this.namesDrawn && each === this.namesHidden) return;
    this.namesDrawn = names;
    this.namesHidden = each;
    labels.toggleAttribute("data-drawn", each);
    labels.style.opacity = names && !each ? "0" : "";
  }

  /** Whether the view has come so far that titles come into it which nobody has looked at. */
  private isFar({ x, y, w, h }: Box): boolean {
    const { lookedFrom: from } = this;
    return Math.abs(x - from.x) > w * 0.4 || Math.abs(y - from.y) > h * 0.4;
  }

  /**
   * Whether the elements may stay where they are for now: in a zoom the canvas shows all that they would, and a browser
   * that finds no element moved is done with a frame sooner, so that input is seen a frame sooner (B63).
   */
  private standsUnseen(): boolean {
    const { sheet, labels } = this.parts;
    if (!this.zooming || !this.namesDrawn || this.sheetShown || this.aimed) return false;
    const focused = document.activeElement;
    return !labels.contains(focused) && !(focused !== sheet && sheet.contains(focused));
  }

  /** The pointer moves: elements are where they look to be, so that it finds them. */
  aim(): void {
    this.aimed = true;
    if (this.zooming && this.camera !== this.placedCamera) this.draw();
  }

  /** Puts the elements where the camera sees them: on whole pixels, as the canvas is drawn. */
  private place(): void {
    const { camera } = this;
    const dpr = Math.min(2, devicePixelRatio);
    this.placedCamera = camera;
    const x = Math.round(camera.x * camera.z * dpr) / dpr;
    const y = Math.round(camera.y * camera.z * dpr) / dpr;
    const transform = `translate(${-x}px,${-y}px) scale(${camera.z})`;
    this.parts.world.style.transform = transform;
    this.parts.labels.style.transform = transform;
  }

  /** The selection has changed: only cards that are marked otherwise now are drawn again. */
  private markAnew(): void {
    const { model, drawnBits } = this;
    const { bits } = model.selection;
    for (let slot = 0; slot < Math.max(bits.length, drawnBits.length); slot++) {
      if ((bits[slot] ?? 0) === (drawnBits[slot] ?? 0)) continue;
      const { x, y, w, h } = model.box(slot);
      model.stale.add(x, y, w, h);
    }
    this.drawnBits = bits.slice();
    this.draw();
  }

  private spoilCloth(theme: string | null | undefined): void {
    const cloth = theme ? this.model.themes.get(theme) : undefined;
    if (!cloth) return;
    const { x, y, w, h } = this.boxOf(cloth);
    this.model.stale.add(x, y, w, h);
  }

  /** How many cards become elements in a frame. */
  private get slice(): number {
    if (!this.sheetShown) return SLICE.unseen;
    return this.moving ? SLICE.moving : SLICE.resting;
  }

  /** How many cards may be elements. */
  private get most(): number {
    return Math.max(48, Math.min(MOST, Math.floor((ELEMENTS - 2 * this.model.themes.size - this.cloths.count) / 4)));
  }

  /** Mounts and unmounts a few cards; answers whether all that are seen are elements. */
  private mount(slots: readonly number[], slice: number): boolean {
    const { mountedSet, camera, size } = this;
    let left = slice;
    let changed = false;
    let complete = true;
    let more = false;
    const add = (slot: number): boolean => {
      if (mountedSet.has(slot)) return true;
      if (left === 0 || mountedSet.size >= this.most) {
        more ||= left === 0;
        return false;
      }
      mountedSet.add(slot);
      left--;
      changed = true;
      return true;
    };
    const around = (by: number, out: number[]) => {
      const edge = by / camera.z;
      const view = seen(camera, size);
      return this.model.grid.within(view.x - edge, view.y - edge, view.w + 2 * edge, view.h + 2 * edge, out);
    };
    const keep = new Set(around(OVERSCAN * 2, this.near));
    let drop = Math.max(slice, mountedSet.size - this.most + 40);
    for (const slot of mountedSet) {
      if (keep.has(slot) || slot === this.focus || drop-- <= 0) continue;
      mountedSet.delete(slot);
      changed = true;
    }
    // One that React is only now told of is there in the next frame.
    for (const slot of slots) if (!add(slot) || !this.told.has(slot)) complete = false;
    for (const slot of around(OVERSCAN, this.near)) add(slot);
    // React puts them in once this frame is drawn: the hand that moves the camera sees it move sooner.
    if (changed && this.moving && this.sheetShown) this.later.run(() => this.tellMounted());
    else if (changed) this.tellMounted();
    if (more) this.draw();
    return complete;
  }

  private unmountAll(): void {
    const keep = this.focus !== -1 && this.model.cards[this.focus] ? this.focus : -1;
    if (this.mountedSet.size === (keep === -1 ? 0 : 1) && (keep === -1 || this.mountedSet.has(keep))) return;
    this.mountedSet.clear();
    if (keep !== -1) this.mountedSet.add(keep);
    this.tellMounted();
  }

  private tellMounted(): void {
    this.mounted = [...this.mountedSet];
    this.told = new Set(this.mounted);
    this.mountedChanged.emit();
    this.draw();
  }
}
