"use client";
/** The button: one thing that a person can do. Knows nothing of what it does. */
import * as Aria from "react-aria-components";
import { join } from "./join.ts";
import { Spinner } from "./spinner.tsx";

export type ButtonLook = "primary" | "plain" | "quiet" | "danger";
export type ButtonProps = Omit<Aria.ButtonProps, "className" | "style" | "children"> &
  Readonly<{
    /** primary: the one thing to do here; plain: the rest; quiet: inside rows and bars; danger: cannot be taken back. */
    look?: ButtonLook;
    size?: "small" | "medium" | "large";
    children?: React.ReactNode;
    className?: string;
  }>;

const LOOKS: Record<ButtonLook, string> = {
  primary: "border-transparent bg-accent text-accent-ink data-hovered:bg-accent/90 data-pressed:bg-accent/80",
  plain: "border-line-strong bg-raised text-ink data-hovered:bg-sunk data-pressed:bg-line",
  quiet: "border-transparent bg-transparent text-ink data-hovered:bg-sunk data-pressed:bg-line",
  danger: "border-transparent bg-danger text-danger-ink data-hovered:bg-danger/90 data-pressed:bg-danger/80",
};
const SIZES = {
  small: "min-h-7 px-2 text-sm gap-1.5",
  medium: "min-h-9.5 px-3.5 gap-2",
  large: "min-h-11 px-5 gap-2",
};

/** The classes of a button, for links that look like one. */
export function buttonClass(look: ButtonLook = "plain", size: keyof typeof SIZES = "medium", extra?: string): string {
  return join(
    "inline-flex shrink-0 items-center justify-center rounded-md border font-semibold whitespace-nowrap transition-colors select-none",
    "touch:min-h-11 touch:min-w-11 ring-none data-focus-visible:ring-focus focus-visible:ring-focus",
    "data-disabled:cursor-not-allowed data-disabled:opacity-50",
    LOOKS[look],
    SIZES[size],
    extra,
  );
}

/** A button. While `isPending` it stays focusable, says so and does nothing. */
export function Button({ look, size, children, className, ...rest }: ButtonProps) {
  return (
    <Aria.Button {...rest} className={buttonClass(look, size, className)}>
      {({ isPending }) => (
        <>
          {isPending ? <Spinner size={16} /> : null}
          {children}
        </>
      )}
    </Aria.Button>
  );
}
