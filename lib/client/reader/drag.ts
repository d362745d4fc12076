/**
 * Carries words to the board by pointer: a slip of paper follows, Escape gives up, the board takes what is dropped.
 *
 * Knows of the board only that something may lie under the pointer (lib/client/board/drop.ts).
 */
import { boardDrop } from "#lib/client/board/drop.ts";
import type { DropPayload } from "#lib/client/board/drop.ts";

/** `count`: how many are carried, said on the slip where it is more than one. */
export type Carried = Readonly<{ payload: DropPayload; words: string; lang: string; count?: number }>;
export type CarryEnd = "dropped" | "elsewhere" | "given up" | "click";

const THRESHOLD = 5; // px before a press becomes a drag
const EDGE = 48; // px from the edge of a scrollable part in which it scrolls
const SPEED = 14; // px a frame

/**
 * Begins with a press; turns into a drag once the pointer has moved.
 *
 * @param press - the pointerdown; its pointer is followed until it is let go
 * @param done - how it ended; `click` where the pointer never moved
 */
export function carry(press: PointerEvent, carried: Carried, done: (end: CarryEnd) => void): void {
  const from = { x: press.clientX, y: press.clientY };
  let at = from;
  let slip: HTMLElement | null = null;
  let frame = 0;

  const still = (event: Event) => event.preventDefault();
  const step = () => {
    if (!slip) return;
    slip.style.translate = `${at.x + 10}px ${at.y + 12}px`;
    const place = boardDrop.hoverAt(at.x, at.y);
    slip.toggleAttribute("data-over", place !== null);
    scrollAt(at.x, at.y);
    frame = requestAnimationFrame(step);
  };
  const begin = () => {
    slip = slipOf(carried);
    document.body.append(slip);
    document.body.style.userSelect = "none";
    frame = requestAnimationFrame(step);
  };
  const move = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    at = { x: event.clientX, y: event.clientY };
    if (!slip && Math.hypot(at.x - from.x, at.y - from.y) >= THRESHOLD) begin();
    if (slip) event.preventDefault();
  };
  const finish = (end: CarryEnd) => {
    cancelAnimationFrame(frame);
    slip?.remove();
    document.body.style.userSelect = "";
    window.removeEventListener("pointermove", move, true);
    window.removeEventListener("pointerup", up, true);
    window.removeEventListener("pointercancel", cancel, true);
    window.removeEventListener("keydown", key, true);
    window.removeEventListener("blur", cancel);
    document.removeEventListener("dragstart", still, true);
    if (slip) swallowClick();
    slip = null;
    done(end);
  };
  const up = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    if (!slip) return finish("click");
    event.preventDefault();
    const landed = boardDrop.dropAt(event.clientX, event.clientY, carried.payload);
    finish(landed ? "dropped" : "elsewhere");
  };
  const cancel = () => {
    boardDrop.leave();
    finish("given up");
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !slip) return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };

  window.addEventListener("pointermove", move, true);
  window.addEventListener("pointerup", up, true);
  window.addEventListener("pointercancel", cancel, true);
  window.addEventListener("keydown", key, true);
  window.addEventListener("blur", cancel);
  // The browser's own drag of selected text would take the pointer away.
  document.addEventListener("dragstart", still, true);
}

function slipOf({ words, lang, count = 1 }: Carried): HTMLElement {
  const slip = document.createElement("div");
  slip.className = "slip";
  slip.ariaHidden = "true";
  const text = document.createElement("p");
  text.lang = lang;
  text.dir = "auto";
  text.textContent = words;
  slip.append(text);
  if (count > 1) slip.dataset["count"] = String(count);
  return slip;
}

/** The click that follows letting go of a drag is not meant. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, true), 0);
}

/** Scrolls what lies under the pointer while it is near the edge. */
function scrollAt(x: number, y: number): void {
  for (let element = document.elementFromPoint(x, y); element; element = element.parentElement) {
    if (element.scrollHeight <= element.clientHeight + 1) continue;
    const { overflowY } = getComputedStyle(element);
    if (overflowY !== "auto" && overflowY !== "scroll") continue;
    const box = element.getBoundingClientRect();
    if (y < box.top + EDGE) element.scrollTop -= SPEED;
    else if (y > box.bottom - EDGE) element.scrollTop += SPEED;
    return;
  }
}
