/**
 * The cloths of themes as elements, for when the canvas would have nothing else to show.
 *
 * A canvas that is only moved costs the browser more of every frame than all cards together: it is handed on anew with each.
 * So where all cards in sight are elements, the cloths are too, and the canvas is put away. Made and placed by the stage
 * outside React. Rule: docs/spec/board.md, B132.
 */
import { equal, grown, meets } from "./camera.ts";
import type { Box } from "./camera.ts";
import type { Cloth } from "./cloth.ts";
import { asOneColour, clothLook } from "./cloth-look.ts";
import type { Painter } from "./paint.ts";
import { HIGH, SIDE, slipsOf } from "./pile.ts";

/** More of them than this are left to the canvas. */
const MOST = 48;

/** What is to be seen of them. */
export type Shown = Readonly<{
  /** What is in view, and the same with the room around it from which on a cloth is an element; board units. */
  view: Box;
  around: Box;
  all: Iterable<Cloth>;
  target: string | null;
  chosen: string | null;
  /** Themes that are drawn elsewhere, and those that a hand pulls to another size. */
  away: ReadonlySet<string> | null;
  frames: ReadonlyMap<string, Box> | null;
}>;

type Laid = { readonly element: HTMLElement; cloth: Cloth; box: Box; marked: string };

export class ClothSheet {
  private readonly layer: HTMLElement;
  private readonly painter: Painter;
  private readonly laid = new Map<string, Laid>();

  constructor(layer: HTMLElement, painter: Painter) {
    this.layer = layer;
    this.painter = painter;
  }

  /** How many elements there are. */
  get count(): number {
    return this.layer.childElementCount;
  }

  /** Colours have changed: everything is made anew when it is next shown. */
  renew(): void {
    this.laid.clear();
    this.layer.replaceChildren();
  }

  /** Lays every cloth that is in sight. Answers false, and lays none, where there are too many. */
  show({ view, around, all, target, chosen, away, frames }: Shown): boolean {
    const wanted = new Map<string, Cloth>();
    let before: HTMLElement | null = null;
    let seen = 0;
    const wider = grown(around, around.w / 4, around.h / 4, 1); // what is an element stays one for a while
    for (const cloth of all) {
      const { id } = cloth.theme;
      const box = frames?.get(id) ?? cloth.box;
      if (cloth.hidden || away?.has(id) || !meets(box, this.laid.has(id) ? wider : around)) continue;
      wanted.set(id, cloth);
      if (meets(box, view)) seen++;
    }
    if (seen > MOST || wanted.size > 2 * MOST) return false;
    for (const [id, { element }] of this.laid) {
      if (wanted.has(id)) continue;
      element.remove();
      this.laid.delete(id);
    }
    for (const [id, cloth] of wanted) {
      const laid = this.lay(cloth, frames?.get(id) ?? cloth.box, target === id, chosen === id);
      // What lies in another is laid after it, also where it has come into sight before.
      const next: Element | null = before ? before.nextElementSibling : this.layer.firstElementChild;
      if (next !== laid) this.layer.insertBefore(laid, next);
      before = laid;
    }
    return true;
  }

  private lay(cloth: Cloth, box: Box, target: boolean, chosen: boolean): HTMLElement {
    const marked = target ? "target" : chosen ? "chosen" : "";
    let laid = this.laid.get(cloth.theme.id);
    if (laid?.cloth === cloth && laid.marked === marked && equal(laid.box, box)) return laid.element;
    if (!laid) {
      const element = document.createElement("div");
      element.className = "board-cloth";
      laid = { element, cloth, box, marked };
      this.laid.set(cloth.theme.id, laid);
    }
    Object.assign(laid, { cloth, box, marked });
    const { style, dataset } = laid.element;
    style.left = `${box.x}px`;
    style.top = `${box.y}px`;
    style.width = `${box.w}px`;
    style.height = `${box.h}px`;
    const { coats, band, line } = clothLook(this.painter.ink, cloth, target, chosen);
    style.background = asOneColour(coats);
    style.setProperty("--band", band.colour);
    style.setProperty("--threads", `url("${this.painter.threads(band.hue)}")`);
    style.setProperty("--band-alpha", String(band.alpha));
    style.setProperty("--line", line.colour);
    style.setProperty("--wide", String(line.width));
    dataset["dashed"] = String(line.dashed);
    this.pile(laid.element, cloth);
    return laid.element;
  }

  /** What lies in a theme that is collapsed; pile.ts draws the same on a canvas. */
  private pile(on: HTMLElement, { theme, count }: Cloth): void {
    const { ink } = this.painter;
    if (!theme.collapsed) return on.replaceChildren();
    const element = document.createElement("div");
    element.className = "board-pile";
    element.dataset["count"] = String(count);
    element.dataset["slips"] = String(slipsOf(count));
    element.style.width = `${SIDE}px`;
    element.style.height = `${HIGH}px`;
    element.style.setProperty("--hue", ink.hues[theme.hue] ?? ink.faint);
    on.replaceChildren(element);
  }
}
