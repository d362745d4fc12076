/**
 * The colours and letters that the canvas draws with, read from the page's own tokens.
 *
 * Read again when the person changes the scheme. Every value is resolved by the browser, so that the
 * canvas and the DOM can never disagree.
 */

const FORCED = "(forced-colors: active)";

/** How many hues there are, and one shade for what has none of them. */
const FILLS = 11;

export type Ink = Readonly<{
  paper: string;
  veil: string; // paper that what lies under it shines through, behind names
  slip: string; // a card's paper
  insight: string; // an insight's paper
  hairline: string;
  bare: string; // the edge of what has no hue, to be seen well
  ink: string;
  faint: string; // captions, bars
  mark: string; // selection and focus
  hues: readonly string[]; // by fill: 0 is none, 1 to 10 the hues, 11 the neutral shade
  cloths: readonly string[]; // tinted paper of a theme, by hue
  hems: readonly string[]; // the line around it
  far: readonly string[]; // a card seen from afar, by hue
  font: string; // family list
}>;

/** What draws: on a canvas of the page, or on one that is not in it. */
export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

const mix = (colour: string, share: number, base: string) => `color-mix(in oklab, ${colour} ${share}%, ${base})`;

/** Reads the tokens as they hold at `element`. */
export function readInk(element: HTMLElement): Ink {
  const forced = matchMedia(FORCED).matches; // paper and letters are the person's own, by board.css; only hues are ours
  const probe = document.createElement("i");
  probe.hidden = true;
  probe.style.setProperty("forced-color-adjust", "none"); // else every colour would be that of its letters
  element.append(probe);
  const style = getComputedStyle(probe);
  const solid = (colour: string): string => {
    probe.style.color = "rgb(128 128 128)";
    probe.style.color = colour;
    return style.color;
  };
  const hue = (at: number) =>
    at === 0 ? "var(--board-bare)" : at === FILLS ? "var(--board-others)" : `var(--hue-${at})`;
  const each = (make: (at: number) => string) => Array.from({ length: FILLS + 1 }, (_, at) => solid(make(at)));
  const ink: Ink = {
    paper: solid("var(--board-paper)"),
    veil: solid(mix("var(--board-paper)", 82, "transparent")),
    slip: solid("var(--board-slip)"),
    insight: solid("var(--board-insight)"),
    hairline: solid("var(--board-hairline)"),
    bare: solid("var(--board-bare)"),
    ink: solid("var(--board-ink)"),
    faint: solid("var(--board-faint)"),
    mark: solid("var(--board-mark)"),
    hues: each(hue),
    cloths: each((at) =>
      forced || at === 0 || at === FILLS
        ? "var(--board-paper)"
        : mix(`var(--hue-${at}-tint)`, 62, "var(--board-paper)"),
    ),
    hems: each((at) => mix(hue(at), forced ? 100 : 38, "var(--board-paper)")),
    far: each((at) => mix(hue(at), at === 0 ? 60 : 72, "var(--board-slip)")),
    font: style.fontFamily,
  };
  probe.remove();
  return ink;
}

/** Calls back whenever the scheme, the theme attribute or the fonts change. Returns how to stop. */
export function onInkChange(callback: () => void): () => void {
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const contrast = matchMedia(FORCED);
  scheme.addEventListener("change", callback);
  contrast.addEventListener("change", callback);
  document.fonts.addEventListener("loadingdone", callback);
  const watch = new MutationObserver(callback);
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class"] });
  return () => {
    scheme.removeEventListener("change", callback);
    contrast.removeEventListener("change", callback);
    document.fonts.removeEventListener("loadingdone", callback);
    watch.disconnect();
  };
}
