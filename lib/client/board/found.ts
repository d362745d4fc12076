/**
 * What was found on a board: one bit for each card slot, in which order to go through them, and at which one we are.
 *
 * While something is looked for, cards without a bit are drawn faintly; whoever draws a card reads one bit.
 */
import { Emitter } from "./emitter.ts";

export class Found {
  /** Whether something is looked for. */
  on = false;
  /** Grows with every change. */
  version = 0;
  /** The slot that was gone to last; -1: none. */
  current = -1;
  readonly changed = new Emitter();
  private bits = new Uint8Array(64);
  private order: readonly number[] = [];

  get count(): number {
    return this.order.length;
  }

  /** Which one we are at, from 1; 0 before the first. */
  get place(): number {
    return this.order.indexOf(this.current) + 1;
  }

  get slots(): readonly number[] {
    return this.order;
  }

  /** Whether a card is to be drawn faintly. */
  dims(slot: number): boolean {
    return this.on && this.bits[slot] !== 1;
  }

  /** Takes what was found, in order; where we were is kept if it is still there. */
  set(order: readonly number[]): void {
    const size = order.reduce((most, slot) => Math.max(most, slot + 1), this.bits.length);
    this.bits = new Uint8Array(size);
    for (const slot of order) this.bits[slot] = 1;
    this.order = order;
    this.on = true;
    if (this.bits[this.current] !== 1) this.current = -1;
    this.tell();
  }

  /** Goes to the next (1) or the one before (-1), round and round; -1 where there is none. */
  step(by: 1 | -1): number {
    const { length } = this.order;
    if (length === 0) return -1;
    const at = this.order.indexOf(this.current);
    this.current = this.order[at === -1 ? (by === 1 ? 0 : length - 1) : (at + by + length) % length] ?? -1;
    this.tell();
    return this.current;
  }

  /** Nothing is looked for any more. */
  end(): void {
    if (!this.on) return;
    this.on = false;
    this.order = [];
    this.current = -1;
    this.bits.fill(0);
    this.tell();
  }

  /** Forgets a slot whose card has gone; tells nobody, because the scene that lost it does. */
  forget(slot: number): void {
    if (this.bits[slot] === 1) this.bits[slot] = 0;
    if (this.current === slot) this.current = -1;
  }

  private tell(): void {
    this.version++;
    this.changed.emit();
  }
}
