"use client";
/** A number, typed or stepped. */
import { Minus, Plus } from "lucide-react";
import * as Aria from "react-aria-components";
import { useTranslations } from "next-intl";
import { FieldHelp, FieldLabel } from "./field.tsx";
import type { FieldProps } from "./field.tsx";
import { join } from "./join.ts";

export type NumberFieldProps = Omit<Aria.NumberFieldProps, "className" | "style" | "children" | "isInvalid"> &
  FieldProps;

const step =
  "inline-flex w-9 shrink-0 items-center justify-center text-soft ring-none data-hovered:bg-sunk data-disabled:opacity-40 touch:w-11";

export function NumberField({ label, description, error, optional, className, ...rest }: NumberFieldProps) {
  const t = useTranslations("common");
  return (
    <Aria.NumberField {...rest} isInvalid={Boolean(error)} className={join("flex flex-col gap-1", className)}>
      <FieldLabel optional={optional}>{label}</FieldLabel>
      <Aria.Group className="field-box flex items-stretch overflow-hidden p-0 data-focus-within:ring-focus data-invalid:border-danger">
        <Aria.Input className="min-w-0 grow bg-transparent px-3 tabular-nums ring-none" />
        <Aria.Button slot="decrement" aria-label={t("field.less")} className={step}>
          <Minus aria-hidden size={16} />
        </Aria.Button>
        <Aria.Button slot="increment" aria-label={t("field.more")} className={step}>
          <Plus aria-hidden size={16} />
        </Aria.Button>
      </Aria.Group>
      <FieldHelp description={description} error={error} />
    </Aria.NumberField>
  );
}
