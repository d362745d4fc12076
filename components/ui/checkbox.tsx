"use client";
/** Yes or no, and groups of such. `isIndeterminate` for "some of them". */
import { Check, Minus } from "lucide-react";
import * as Aria from "react-aria-components";
import { FieldHelp, FieldLabel } from "./field.tsx";
import type { FieldProps } from "./field.tsx";
import { join } from "./join.ts";

export type CheckboxProps = Omit<Aria.CheckboxProps, "className" | "style" | "children"> &
  Readonly<{ children?: React.ReactNode; description?: React.ReactNode; className?: string }>;

/** A checkbox; without `children` it needs an `aria-label`. */
export function Checkbox({ children, description, className, ...rest }: CheckboxProps) {
  return (
    <Aria.Checkbox
      {...rest}
      className={join(
        "group flex min-h-7 items-start gap-2.5 py-0.5 data-disabled:opacity-50 touch:min-h-11 touch:py-2.5",
        className,
      )}
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="mt-0.5 inline-flex size-5 shrink-0 items-center justify-center rounded border border-line-strong bg-raised text-accent-ink group-data-focus-visible:ring-focus group-data-hovered:border-ink group-data-indeterminate:border-accent group-data-indeterminate:bg-accent group-data-selected:border-accent group-data-selected:bg-accent">
            {isIndeterminate ? (
              <Minus aria-hidden size={14} strokeWidth={3} />
            ) : isSelected ? (
              <Check aria-hidden size={14} strokeWidth={3} />
            ) : null}
          </span>
          {children ? (
            <span className="flex min-w-0 flex-col">
              <span>{children}</span>
              {description ? <span className="text-sm text-soft">{description}</span> : null}
            </span>
          ) : null}
        </>
      )}
    </Aria.Checkbox>
  );
}

export type CheckboxGroupProps = Omit<Aria.CheckboxGroupProps, "className" | "style" | "children" | "isInvalid"> &
  FieldProps &
  Readonly<{ children: React.ReactNode }>;

export function CheckboxGroup({
  label,
  description,
  error,
  optional,
  children,
  className,
  ...rest
}: CheckboxGroupProps) {
  return (
    <Aria.CheckboxGroup {...rest} isInvalid={Boolean(error)} className={join("flex flex-col gap-1", className)}>
      <FieldLabel optional={optional}>{label}</FieldLabel>
      {children}
      <FieldHelp description={description} error={error} />
    </Aria.CheckboxGroup>
  );
}
