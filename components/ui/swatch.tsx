/**
 * A theme's colour with its own weave, so that colour is never the only signal.
 *
 * Ten hues, ten patterns. The name of a hue stands in the catalogue: `common.hue.1` … `common.hue.10`.
 */
import { useId } from "react";
import { join } from "./join.ts";

/** By hue: the threads of its weave, as paths in a square of 8 by 8. */
export const WEAVES: readonly string[] = [
  "M0 4h8", // bands
  "M4 0v8", // upright
  "M0 8L8 0", // rising
  "M0 0L8 8", // falling
  "M0 4h8M4 0v8", // squares
  "M0 8L8 0M0 0L8 8", // lattice
  "M0 2h4M4 6h4", // stitches
  "M2 0v4M6 4v4", // upright stitches
  "M4 3.9v.2", // dots
  "M0 6l4-4 4 4", // chevrons
];

/** A small square of hue `hue` (1…10); says nothing to a screen reader, the name beside it does. */
export function Swatch({ hue, size = 16, className }: Readonly<{ hue: number; size?: number; className?: string }>) {
  const id = useId(); // a pattern in a hidden part of the page does not paint another's
  return (
    <svg
      aria-hidden
      data-hue={hue}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      className={join("shrink-0 rounded-[3px]", className)}
    >
      <defs>
        <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
          <path
            d={WEAVES[(hue - 1) % 10] ?? ""}
            stroke="var(--paper-raised)"
            strokeWidth="1.6"
            strokeLinecap="round"
            fill="none"
          />
        </pattern>
      </defs>
      <rect width="16" height="16" fill="var(--hue)" />
      <rect width="16" height="16" fill={`url(#${id})`} opacity="0.85" />
    </svg>
  );
}
