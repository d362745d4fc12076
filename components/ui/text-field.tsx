"use client";
/** One line of text. */
import * as Aria from "react-aria-components";
import { FieldHelp, FieldLabel, inputClass } from "./field.tsx";
import type { FieldProps } from "./field.tsx";
import { join } from "./join.ts";

export type TextFieldProps = Omit<Aria.TextFieldProps, "className" | "style" | "children" | "isInvalid"> &
  FieldProps &
  Readonly<{
    placeholder?: string;
    ref?: React.Ref<HTMLInputElement>;
    after?: React.ReactNode;
    inputClassName?: string;
  }>;

export function TextField({
  label,
  description,
  error,
  optional,
  placeholder,
  ref,
  after,
  className,
  inputClassName,
  ...rest
}: TextFieldProps) {
  return (
    <Aria.TextField
      validationBehavior="aria"
      {...rest}
      isInvalid={Boolean(error)}
      className={join("flex flex-col gap-1", className)}
    >
      <FieldLabel optional={optional}>{label}</FieldLabel>
      <div className="flex items-stretch gap-2">
        <Aria.Input ref={ref} placeholder={placeholder} className={join(inputClass, inputClassName)} />
        {after}
      </div>
      <FieldHelp description={description} error={error} />
    </Aria.TextField>
  );
}
