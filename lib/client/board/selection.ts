/**
 * What is selected on a board: one bit for each card slot, a count and a version.
 *
 * Selecting ten thousand cards is one pass over one typed array; whoever draws a card reads one bit.
 */
import { Emitter } from "./emitter.ts";

export class Selection {
  bits = new Uint8Array(64);
  count = 0;
  version = 0;
  readonly changed = new Emitter();

  has(slot: number): boolean {
    return this.bits[slot] === 1;
  }

  /** Selects exactly these. */
  set(slots: Iterable<number>): void {
    this.bits.fill(0);
    this.count = 0;
    for (const slot of slots) this.mark(slot, true);
    this.tell();
  }

  /** Selects these too. */
  add(slots: Iterable<number>): void {
    for (const slot of slots) this.mark(slot, true);
    this.tell();
  }

  toggle(slot: number): void {
    this.mark(slot, !this.has(slot));
    this.tell();
  }

  clear(): void {
    if (this.count > 0) this.set([]);
  }

  /** Forgets a slot whose card has gone; tells nobody, because the scene that lost it does. */
  forget(slot: number): void {
    if (this.has(slot)) {
      this.mark(slot, false);
      this.version++;
    }
  }

  *slots(): IterableIterator<number> {
    for (let slot = 0; slot < this.bits.length; slot++) if (this.bits[slot] === 1) yield slot;
  }

  private mark(slot: number, on: boolean): void {
    if (slot >= this.bits.length) {
      const longer = new Uint8Array(Math.max(slot + 1, this.bits.length * 2));
      longer.set(this.bits);
      this.bits = longer;
    }
    if (this.has(slot) === on) return;
    this.bits[slot] = on ? 1 : 0;
    this.count += on ? 1 : -1;
  }

  private tell(): void {
    this.version++;
    this.changed.emit();
  }
}
