"use client";
/** A tag's name with its colour; with `onRemove`, a button that takes it off. */
import { X } from "lucide-react";
import { Swatch } from "#components/ui/swatch.tsx";
import { join } from "#components/ui/join.ts";

type Props = Readonly<
  { name: string; hue: number; className?: string } & (
    | { onRemove: () => void; removeLabel: string }
    | { onRemove?: undefined; removeLabel?: undefined }
  )
>;

export function TagChip({ name, hue, className, onRemove, removeLabel }: Props) {
  return (
    <span
      data-hue={hue || undefined}
      className={join(
        "inline-flex max-w-full min-h-6 items-center gap-1.5 rounded-full border ps-2 text-sm leading-5",
        onRemove ? "pe-0" : "pe-2",
        hue ? "border-hue/35 bg-hue-tint text-hue-text" : "border-line-strong/60 bg-raised text-ink",
        className,
      )}
    >
      {hue ? <Swatch hue={hue} size={10} /> : null}
      <bdi className="truncate">{name}</bdi>
      {onRemove ? (
        <button
          type="button"
          aria-label={removeLabel}
          onClick={onRemove}
          className="inline-flex size-6 shrink-0 items-center justify-center rounded-full hover:bg-ink/10"
        >
          <X aria-hidden size={13} />
        </button>
      ) : null}
    </span>
  );
}
