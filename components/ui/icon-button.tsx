"use client";
/** A button that shows only a sign; its label is spoken, and shown as a tooltip. */
import * as Aria from "react-aria-components";
import type { LucideIcon } from "lucide-react";
import { join } from "./join.ts";
import { Tooltip } from "./tooltip.tsx";

export type IconButtonProps = Omit<Aria.ButtonProps, "className" | "style" | "children" | "aria-label"> &
  Readonly<{
    icon: LucideIcon;
    label: string;
    /** Keys that do the same, shown in the tooltip: `Ctrl+Z`. */
    keys?: string;
    look?: "quiet" | "plain";
    size?: "small" | "medium";
    /** For buttons that switch something: announced and shown. */
    isOn?: boolean;
    ref?: React.Ref<HTMLButtonElement>;
    className?: string;
  }>;

export function IconButton({
  icon: Icon,
  label,
  keys,
  look = "quiet",
  size = "medium",
  isOn,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <Aria.Button
        {...rest}
        aria-label={label}
        {...(isOn === undefined ? {} : { "aria-pressed": isOn })}
        className={join(
          "inline-flex shrink-0 items-center justify-center rounded-md border transition-colors select-none",
          "touch:size-11 ring-none data-focus-visible:ring-focus data-disabled:cursor-not-allowed data-disabled:opacity-40",
          size === "small" ? "size-7" : "size-9",
          isOn ? "bg-accent-tint text-accent" : "data-hovered:bg-sunk data-pressed:bg-line",
          look === "plain" ? "border-line-strong bg-raised" : "border-transparent",
          className,
        )}
      >
        <Icon aria-hidden size={size === "small" ? 16 : 18} strokeWidth={1.9} />
      </Aria.Button>
    </Tooltip>
  );
}
