"use client";
/** Several lines of text; grows with what is written where the browser can (field-sizing). */
import * as Aria from "react-aria-components";
import { FieldHelp, FieldLabel, inputClass } from "./field.tsx";
import type { FieldProps } from "./field.tsx";
import { join } from "./join.ts";

export type TextAreaProps = Omit<Aria.TextFieldProps, "className" | "style" | "children" | "isInvalid"> &
  FieldProps &
  Readonly<{
    placeholder?: string;
    rows?: number;
    /** of what is written in it */ lang?: string;
    ref?: React.Ref<HTMLTextAreaElement>;
    inputClassName?: string;
  }>;

export function TextArea({
  label,
  description,
  error,
  optional,
  placeholder,
  rows = 3,
  lang,
  ref,
  className,
  inputClassName,
  ...rest
}: TextAreaProps) {
  return (
    <Aria.TextField
      validationBehavior="aria"
      {...rest}
      isInvalid={Boolean(error)}
      className={join("flex flex-col gap-1", className)}
    >
      <FieldLabel optional={optional}>{label}</FieldLabel>
      <Aria.TextArea
        ref={ref}
        rows={rows}
        lang={lang}
        placeholder={placeholder}
        className={join(inputClass, "field-sizing-content max-h-[60dvh] resize-y leading-relaxed", inputClassName)}
      />
      <FieldHelp description={description} error={error} />
    </Aria.TextField>
  );
}
