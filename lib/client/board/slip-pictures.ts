/**
 * Pictures of cards with their words: letters are set once, and the canvas lays the picture down in every frame.
 *
 * The most recently shown are kept. A picture is finished when it is made, and not when it is first laid down, so that
 * the time for it is spent where somebody chose to spend it.
 */
import type { Pen } from "./ink.ts";
import type { SceneCard } from "./scene.ts";

const KEPT = 320; // about 60 MB at most

/** How many pixels a board unit has in a picture. */
type Fine = 1 | 0.5;

/** Up to this many pixels for a board unit, the small picture is as clear, and laid down in two thirds of the time. */
const SMALL = 0.62;

export class SlipPictures {
  private readonly kept = new Map<string, ImageBitmap>(); // those shown longest ago come first
  private readonly draw: (g: Pen, card: SceneCard) => void;

  /** @param draw - draws a card whose corner is the origin, in board units */
  constructor(draw: (g: Pen, card: SceneCard) => void) {
    this.draw = draw;
  }

  /**
   * The picture of a card as it is now, to be laid down with so many pixels for a board unit; the other one where that
   * has not been made, and undefined where neither has.
   */
  get(card: SceneCard, scale: number): ImageBitmap | undefined {
    const fine = fineFor(scale);
    return this.take(card, fine) ?? this.take(card, fine === 1 ? 0.5 : 1);
  }

  /** Whether there is the picture that is meant for this scale. */
  has(card: SceneCard, scale: number): boolean {
    return this.kept.has(keyOf(card, fineFor(scale)));
  }

  /** Makes the picture of a card for this scale; there must be none. */
  make(card: SceneCard, scale: number): void {
    const fine = fineFor(scale);
    const canvas = new OffscreenCanvas(Math.ceil(card.w * fine), Math.ceil(card.h * fine));
    const g = canvas.getContext("2d", { alpha: false });
    if (!g) throw new Error("no 2d canvas");
    g.scale(canvas.width / card.w, canvas.height / card.h);
    this.draw(g, card);
    const [oldest] = this.kept.keys();
    if (this.kept.size >= KEPT && oldest !== undefined) {
      this.kept.get(oldest)?.close();
      this.kept.delete(oldest);
    }
    this.kept.set(keyOf(card, fine), canvas.transferToImageBitmap());
  }

  /** Forgets all of them: words, letters or colours have changed. */
  clear(): void {
    for (const picture of this.kept.values()) picture.close();
    this.kept.clear();
  }

  private take(card: SceneCard, fine: Fine): ImageBitmap | undefined {
    const key = keyOf(card, fine);
    const kept = this.kept.get(key);
    if (!kept) return undefined;
    this.kept.delete(key);
    this.kept.set(key, kept);
    return kept;
  }
}

function fineFor(scale: number): Fine {
  return scale > SMALL ? 1 : 0.5;
}

/** Everything a picture shows that can change without `clear`. */
function keyOf({ id, hue, kind, size, memos, votes }: SceneCard, fine: Fine): string {
  return `${id}${hue}${kind}${size}${memos}/${votes}/${fine}`;
}
