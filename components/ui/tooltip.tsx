"use client";
/** A word about a control, on hover and on focus. Never the only place where something is said. */
import * as Aria from "react-aria-components";
import { Kbd } from "./kbd.tsx";

export type TooltipProps = Readonly<{
  text: string;
  keys?: string | undefined;
  placement?: Aria.TooltipProps["placement"];
  /** One control that can be focused: a button or link of the kit. */
  children: React.ReactNode;
}>;

export function Tooltip({ text, keys, placement = "bottom", children }: TooltipProps) {
  return (
    <Aria.TooltipTrigger delay={600} closeDelay={80}>
      {children}
      <Aria.Tooltip
        {...(placement ? { placement } : {})}
        offset={6}
        className="appear max-w-64 rounded bg-ink px-2 py-1 text-sm text-paper"
      >
        {text}
        {keys ? <Kbd className="ms-2 border-paper/40 bg-transparent text-paper">{keys}</Kbd> : null}
      </Aria.Tooltip>
    </Aria.TooltipTrigger>
  );
}
