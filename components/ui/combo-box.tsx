"use client";
/** A choice that is searched by typing; may also take words that are not in the list (`allowsCustomValue`). */
import { ChevronDown } from "lucide-react";
import * as Aria from "react-aria-components";
import { useTranslations } from "next-intl";
import { FieldHelp, FieldLabel } from "./field.tsx";
import type { FieldProps } from "./field.tsx";
import { join } from "./join.ts";

export type ComboBoxProps<T extends object> = Omit<Aria.ComboBoxProps<T>, "className" | "style" | "children" | "isInvalid"> &
  Omit<FieldProps, "label"> &
  Readonly<{
    label: string;
    hideLabel?: boolean;
    placeholder?: string;
    children: React.ReactNode | ((item: T) => React.ReactNode);
    /** What the open list says when nothing fits; only seen with `allowsEmptyCollection`. */
    empty?: string;
    ref?: React.Ref<HTMLInputElement>;
  }>;

export function ComboBox<T extends object>({ label, hideLabel, description, error, optional, placeholder, children, empty, ref, className, ...rest }: ComboBoxProps<T>) {
  const t = useTranslations("common");
  return (
    <Aria.ComboBox {...rest} {...(hideLabel ? { "aria-label": label } : {})} isInvalid={Boolean(error)} className={join("group flex flex-col gap-1", className)}>
      {hideLabel ? null : <FieldLabel optional={optional}>{label}</FieldLabel>}
      <Aria.Group className="field-box flex items-stretch overflow-hidden p-0 data-focus-within:ring-focus data-invalid:border-danger">
        <Aria.Input ref={ref} placeholder={placeholder} className="min-w-0 grow bg-transparent px-3 ring-none" />
        <Aria.Button aria-label={t("field.open")} className="inline-flex w-9 shrink-0 items-center justify-center text-soft ring-none data-hovered:bg-sunk touch:w-11">
          <ChevronDown aria-hidden size={16} />
        </Aria.Button>
      </Aria.Group>
      <FieldHelp description={description} error={error} />
      <Aria.Popover className="floating appear min-w-(--trigger-width) overflow-auto p-1" offset={4}>
        <Aria.ListBox className="ring-none max-h-80 overflow-auto" renderEmptyState={() => <p className="px-2.5 py-1.5 text-sm text-soft">{empty ?? t("field.nothing")}</p>}>
          {children}
        </Aria.ListBox>
      </Aria.Popover>
    </Aria.ComboBox>
  );
}
