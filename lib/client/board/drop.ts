/**
 * Where things from outside the board may be dropped on it.
 *
 * The reader, the list of quotes and the survey table know nothing of cameras or themes: they say what is
 * dragged and where the pointer is, and whichever board lies there takes it. One page, usually one board.
 */

/** What may be dropped: words chosen in a source (not yet a quote), or quotes that exist. */
export type DropPayload =
  // Code points, `end` exclusive; `said` is what stands there for this reader, shown until the server has read it.
  | Readonly<{
      kind: "span";
      source: string;
      revision: string;
      start: number;
      end: number;
      said?: Readonly<{ lang: string; words: string }>;
    }>
  | Readonly<{ kind: "quotes"; quotes: readonly string[] }>;

/** A place on a board: whole board units, and the theme under it. */
export type DropPlace = Readonly<{ board: string; x: number; y: number; theme: string | null }>;

export type DropSurface = Readonly<{
  /** The place under these client coordinates, or null where this board is not. */
  placeAt: (clientX: number, clientY: number) => DropPlace | null;
  /** Shows where a drop would go; null shows nothing any more. */
  hover: (place: DropPlace | null) => void;
  /** Takes what was dropped. */
  drop: (place: DropPlace, payload: DropPayload) => void;
}>;

const surfaces = new Set<DropSurface>();

/** The name under which a payload travels in an HTML drag. */
export const DROP_TYPE = "application/x-carthen";

export const boardDrop = {
  /** A board says that it is there; returns how it leaves. */
  register(surface: DropSurface): () => void {
    surfaces.add(surface);
    return () => surfaces.delete(surface);
  },

  /** Whether any board is on the page. */
  present(): boolean {
    return surfaces.size > 0;
  },

  /** While something is dragged by pointer: shows where it would land. Returns the place, null outside. */
  hoverAt(clientX: number, clientY: number): DropPlace | null {
    let found: DropPlace | null = null;
    for (const surface of surfaces) {
      const place: DropPlace | null = found ? null : surface.placeAt(clientX, clientY);
      surface.hover(place);
      found ??= place;
    }
    return found;
  },

  /** The drag has ended elsewhere, or was given up. */
  leave(): void {
    for (const surface of surfaces) surface.hover(null);
  },

  /** Drops; returns the place it landed on, or null where no board lies. */
  dropAt(clientX: number, clientY: number, payload: DropPayload): DropPlace | null {
    for (const surface of surfaces) {
      const place = surface.placeAt(clientX, clientY);
      surface.hover(null);
      if (!place) continue;
      surface.drop(place, payload);
      return place;
    }
    return null;
  },
};
