"use client";
/** Something that is on or off at once, without a save button. */
import * as Aria from "react-aria-components";
import { join } from "./join.ts";

export type SwitchProps = Omit<Aria.SwitchProps, "className" | "style" | "children"> &
  Readonly<{ children: React.ReactNode; description?: React.ReactNode; className?: string }>;

export function Switch({ children, description, className, ...rest }: SwitchProps) {
  return (
    <Aria.Switch
      {...rest}
      className={join(
        "group flex min-h-7 items-start gap-2.5 py-0.5 data-disabled:opacity-50 touch:min-h-11 touch:py-2.5",
        className,
      )}
    >
      <span className="mt-0.5 inline-flex h-5 w-9 shrink-0 items-center rounded-full border border-line-strong bg-sunk p-0.5 transition-colors group-data-focus-visible:ring-focus group-data-selected:border-accent group-data-selected:bg-accent">
        <span className="size-3.5 rounded-full bg-line-strong transition-transform group-data-selected:translate-x-4 group-data-selected:bg-accent-ink" />
      </span>
      <span className="flex min-w-0 flex-col">
        <span>{children}</span>
        {description ? <span className="text-sm text-soft">{description}</span> : null}
      </span>
    </Aria.Switch>
  );
}
