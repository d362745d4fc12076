"use client";
/** One choice in a select. */
import { Check } from "lucide-react";
import * as Aria from "react-aria-components";
import { join } from "./join.ts";

export type OptionProps = Omit<Aria.ListBoxItemProps, "className" | "style" | "children"> &
  Readonly<{ children: React.ReactNode; description?: React.ReactNode; className?: string }>;

/** A choice; give `textValue` where `children` is not plain text. */
export function Option({ children, description, className, ...rest }: OptionProps) {
  const words = typeof children === "string" ? { textValue: children } : {};
  return (
    <Aria.ListBoxItem
      {...words}
      {...rest}
      className={join(
        "group flex min-h-8 cursor-default items-center gap-2 rounded px-2.5 py-1 ring-none select-none touch:min-h-11",
        "data-focused:bg-accent-tint data-hovered:bg-sunk data-focused:data-hovered:bg-accent-tint data-disabled:opacity-50",
        className,
      )}
    >
      <span className="flex min-w-0 grow flex-col">
        <Aria.Text slot="label" className="flex items-center gap-2">
          {children}
        </Aria.Text>
        {description ? (
          <Aria.Text slot="description" className="text-sm text-soft">
            {description}
          </Aria.Text>
        ) : null}
      </span>
      <Check aria-hidden size={16} className="invisible shrink-0 text-accent group-data-selected:visible" />
    </Aria.ListBoxItem>
  );
}
