/** A picture that is drawn aside and then shown: a canvas of the page that is drawn on is handed on anew with every frame. */
export class Aside {
  /** Draws on it, in pixels of the device. */
  readonly g: OffscreenCanvasRenderingContext2D;
  private readonly picture: OffscreenCanvas;

  /** @param w - and `h`: how many pixels of the device it has */
  constructor(w: number, h: number) {
    this.picture = new OffscreenCanvas(w, h);
    const g = this.picture.getContext("2d");
    if (!g) throw new Error("no 2d canvas");
    this.g = g;
  }

  /** Shows what has been drawn, in place of what the canvas showed; nothing can be drawn on it after that. */
  show(on: HTMLCanvasElement): void {
    on.getContext("bitmaprenderer")?.transferFromImageBitmap(this.picture.transferToImageBitmap());
  }
}
