/**
 * A uniform grid over boxes on a plane: what lies here, what is hit, what a marquee touches.
 *
 * Boxes live in numbered slots. Each is filed under the cell of its top left corner in a linked list
 * kept in typed arrays, so that moving one costs the same among a hundred and among a hundred thousand.
 * Knows nothing of cards, cameras or the DOM.
 */
const CELL = 512; // about two cards: a screenful at 100 % touches a dozen cells
const HALF = 2 ** 20;
const NONE = -1;

const cellOf = (x: number, y: number) => (Math.floor(x / CELL) + HALF) * HALF * 2 + Math.floor(y / CELL) + HALF;

export class Grid {
  x = new Float64Array(64);
  y = new Float64Array(64);
  w = new Float64Array(64);
  h = new Float64Array(64);
  /** One past the highest slot ever used. */
  end = 0;
  private filed = new Uint8Array(64);
  private cell = new Float64Array(64);
  private next = new Int32Array(64);
  private prev = new Int32Array(64);
  private readonly heads = new Map<number, number>();
  private widest = 0;
  private tallest = 0;

  /** Whether a box lies in this slot. */
  has(slot: number): boolean {
    return this.filed[slot] === 1;
  }

  /** Puts a box into a slot, or moves the one that is there. */
  put(slot: number, x: number, y: number, w: number, h: number): void {
    if (slot >= this.filed.length) this.grow(slot + 1);
    if (slot >= this.end) this.end = slot + 1;
    this.x[slot] = x;
    this.y[slot] = y;
    this.w[slot] = w;
    this.h[slot] = h;
    if (w > this.widest) this.widest = w;
    if (h > this.tallest) this.tallest = h;
    const cell = cellOf(x, y);
    if (this.filed[slot] === 1) {
      if (this.cell[slot] === cell) return;
      this.unlink(slot);
    }
    this.link(slot, cell);
  }

  /** Empties a slot. */
  drop(slot: number): void {
    if (!this.has(slot)) return;
    this.unlink(slot);
    this.filed[slot] = 0;
  }

  /**
   * The slots whose boxes share some area with a box; edges that only touch do not count.
   * Fills and returns `out`, in no particular order. Cost: the cells and boxes near the box.
   */
  within(x: number, y: number, w: number, h: number, out: number[] = []): number[] {
    out.length = 0;
    const left = Math.floor((x - this.widest) / CELL);
    const right = Math.floor((x + w) / CELL);
    const top = Math.floor((y - this.tallest) / CELL);
    const bottom = Math.floor((y + h) / CELL);
    if ((right - left + 1) * (bottom - top + 1) > this.heads.size) {
      for (let slot = 0; slot < this.end; slot++)
        if (this.filed[slot] === 1 && this.meets(slot, x, y, w, h)) out.push(slot);
      return out;
    }
    for (let column = left; column <= right; column++) {
      for (let row = top; row <= bottom; row++) {
        let slot = this.heads.get((column + HALF) * HALF * 2 + row + HALF) ?? NONE;
        while (slot !== NONE) {
          if (this.meets(slot, x, y, w, h)) out.push(slot);
          slot = this.next[slot] ?? NONE;
        }
      }
    }
    return out;
  }

  private meets(slot: number, x: number, y: number, w: number, h: number): boolean {
    const sx = this.x[slot] ?? 0;
    const sy = this.y[slot] ?? 0;
    return sx < x + w && sx + (this.w[slot] ?? 0) > x && sy < y + h && sy + (this.h[slot] ?? 0) > y;
  }

  private link(slot: number, cell: number): void {
    const head = this.heads.get(cell) ?? NONE;
    this.next[slot] = head;
    this.prev[slot] = NONE;
    if (head !== NONE) this.prev[head] = slot;
    this.heads.set(cell, slot);
    this.cell[slot] = cell;
    this.filed[slot] = 1;
  }

  private unlink(slot: number): void {
    const before = this.prev[slot] ?? NONE;
    const after = this.next[slot] ?? NONE;
    const cell = this.cell[slot] ?? 0;
    if (after !== NONE) this.prev[after] = before;
    if (before !== NONE) this.next[before] = after;
    else if (after !== NONE) this.heads.set(cell, after);
    else this.heads.delete(cell);
  }

  private grow(least: number): void {
    const size = Math.max(least, this.filed.length * 2);
    const longer = <A extends Float64Array | Int32Array | Uint8Array>(fresh: A, old: A): A => {
      fresh.set(old);
      return fresh;
    };
    this.x = longer(new Float64Array(size), this.x);
    this.y = longer(new Float64Array(size), this.y);
    this.w = longer(new Float64Array(size), this.w);
    this.h = longer(new Float64Array(size), this.h);
    this.cell = longer(new Float64Array(size), this.cell);
    this.next = longer(new Int32Array(size), this.next);
    this.prev = longer(new Int32Array(size), this.prev);
    this.filed = longer(new Uint8Array(size), this.filed);
  }
}
