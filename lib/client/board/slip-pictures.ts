/**
 * Pictures of cards with their words: letters are set once, and the canvas lays the picture down in every frame.
 *
 * The most recently shown are kept. A picture is finished when it is made, and not when it is first laid down, so that
 * the time for it is spent where somebody chose to spend it.
 */
import type { Pen } from "./ink.ts";
import type { SceneCard } from "./scene.ts";

const KEPT = 320; // about 60 MB at most

export class SlipPictures {
  private readonly kept = new Map<string, ImageBitmap>(); // those shown longest ago come first
  private readonly draw: (g: Pen, card: SceneCard) => void;

  /** @param draw - draws a card whose corner is the origin, in board units */
  constructor(draw: (g: Pen, card: SceneCard) => void) {
    this.draw = draw;
  }

  /** The picture of a card as it is now; undefined where none has been made. */
  get(card: SceneCard): ImageBitmap | undefined {
    const key = keyOf(card);
    const kept = this.kept.get(key);
    if (!kept) return undefined;
    this.kept.delete(key);
    this.kept.set(key, kept);
    return kept;
  }

  /** Makes the picture of a card that has none. */
  make(card: SceneCard): void {
    const canvas = new OffscreenCanvas(card.w, card.h);
    const g = canvas.getContext("2d", { alpha: false });
    if (!g) throw new Error("no 2d canvas");
    this.draw(g, card);
    const [oldest] = this.kept.keys();
    if (this.kept.size >= KEPT && oldest !== undefined) {
      this.kept.get(oldest)?.close();
      this.kept.delete(oldest);
    }
    this.kept.set(keyOf(card), canvas.transferToImageBitmap());
  }

  /** Forgets all of them: words, letters or colours have changed. */
  clear(): void {
    for (const picture of this.kept.values()) picture.close();
    this.kept.clear();
  }
}

/** Everything a picture shows that can change without `clear`. */
function keyOf({ id, hue, kind, size, memos, votes }: SceneCard): string {
  return `${id}${hue}${kind}${size}${memos}/${votes}`;
}
