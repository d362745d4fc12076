/**
 * A theme's colour with its own weave, so that colour is never the only signal.
 *
 * Ten hues, ten patterns. The name of a hue stands in the catalogue: `common.hue.1` … `common.hue.10`.
 */
import { useId } from "react";
import { WEAVES } from "#lib/domain/board/weave.ts";
import { join } from "./join.ts";

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
