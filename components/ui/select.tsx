"use client";
/** One choice out of a short list. */
import { ChevronDown } from "lucide-react";
import * as Aria from "react-aria-components";
import { FieldHelp, FieldLabel, inputClass } from "./field.tsx";
import type { FieldProps } from "./field.tsx";
import { join } from "./join.ts";

export type SelectProps<T extends object> = Omit<
  Aria.SelectProps<T>,
  "className" | "style" | "children" | "isInvalid"
> &
  Omit<FieldProps, "label"> &
  Readonly<{
    label: string;
    /** Speaks the label without showing it. */ hideLabel?: boolean;
    items?: Iterable<T>;
    children: React.ReactNode | ((item: T) => React.ReactNode);
    size?: "small" | "medium";
  }>;

/** `<Select label selectedKey onSelectionChange><Option id="a">…</Option></Select>` */
export function Select<T extends object>({
  label,
  hideLabel,
  description,
  error,
  optional,
  items,
  children,
  size = "medium",
  className,
  ...rest
}: SelectProps<T>) {
  return (
    <Aria.Select
      {...rest}
      {...(hideLabel ? { "aria-label": label } : {})}
      isInvalid={Boolean(error)}
      className={join("group flex flex-col gap-1", className)}
    >
      {hideLabel ? null : <FieldLabel optional={optional}>{label}</FieldLabel>}
      <Aria.Button
        className={join(
          inputClass,
          "flex items-center justify-between gap-2 text-start data-focus-visible:ring-focus data-pressed:bg-sunk group-data-invalid:border-danger",
          size === "small" && "min-h-7 px-2 py-0.5 text-sm touch:min-h-11",
        )}
      >
        <Aria.SelectValue className="min-w-0 truncate data-placeholder:text-soft">
          {({ isPlaceholder, selectedText, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
        </Aria.SelectValue>
        <ChevronDown aria-hidden size={16} className="shrink-0 text-soft" />
      </Aria.Button>
      <FieldHelp description={description} error={error} />
      <Aria.Popover className="floating appear min-w-(--trigger-width) overflow-auto p-1" offset={4}>
        <Aria.ListBox {...(items ? { items } : {})} className="ring-none max-h-80 overflow-auto">
          {children}
        </Aria.ListBox>
      </Aria.Popover>
    </Aria.Select>
  );
}
