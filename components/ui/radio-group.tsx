"use client";
/** One out of a few, all of them in sight. */
import * as Aria from "react-aria-components";
import { FieldHelp, FieldLabel } from "./field.tsx";
import type { FieldProps } from "./field.tsx";
import { join } from "./join.ts";

export type RadioGroupProps = Omit<Aria.RadioGroupProps, "className" | "style" | "children" | "isInvalid"> &
  FieldProps &
  Readonly<{ children: React.ReactNode }>;

export function RadioGroup({ label, description, error, optional, children, className, ...rest }: RadioGroupProps) {
  return (
    <Aria.RadioGroup
      {...rest}
      isInvalid={Boolean(error)}
      className={join("group/radios flex flex-col gap-1", className)}
    >
      <FieldLabel optional={optional}>{label}</FieldLabel>
      {description ? (
        <Aria.Text slot="description" className="text-sm text-soft">
          {description}
        </Aria.Text>
      ) : null}
      <div className="flex flex-col gap-1 group-data-[orientation=horizontal]/radios:flex-row group-data-[orientation=horizontal]/radios:flex-wrap group-data-[orientation=horizontal]/radios:gap-x-5">
        {children}
      </div>
      <FieldHelp error={error} />
    </Aria.RadioGroup>
  );
}

export type RadioProps = Omit<Aria.RadioProps, "className" | "style" | "children"> &
  Readonly<{ children: React.ReactNode; description?: React.ReactNode; className?: string }>;

export function Radio({ children, description, className, ...rest }: RadioProps) {
  return (
    <Aria.Radio
      {...rest}
      className={join(
        "group flex min-h-7 items-start gap-2.5 py-0.5 data-disabled:opacity-50 touch:min-h-11 touch:py-2.5",
        className,
      )}
    >
      <span className="mt-0.5 inline-flex size-5 shrink-0 items-center justify-center rounded-full border border-line-strong bg-raised group-data-focus-visible:ring-focus group-data-hovered:border-ink group-data-selected:border-accent">
        <span className="size-2.5 scale-0 rounded-full bg-accent transition-transform group-data-selected:scale-100" />
      </span>
      <span className="flex min-w-0 flex-col">
        <span>{children}</span>
        {description ? <span className="text-sm text-soft">{description}</span> : null}
      </span>
    </Aria.Radio>
  );
}
