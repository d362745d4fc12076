"use client";
/** The parts that every field has: its label, its help, its fault. */
import * as Aria from "react-aria-components";
import { useTranslations } from "next-intl";

export type FieldProps = Readonly<{
  label: React.ReactNode;
  /** Help that stays visible. */
  description?: React.ReactNode;
  /** What is wrong, in one sentence; null or undefined where nothing is. */
  error?: string | null | undefined;
  /** Says "optional" after the label. Carthen marks what may be left out, not what must be filled in. */
  optional?: boolean;
  className?: string;
}>;

export const inputClass =
  "field-box ring-none data-focused:ring-focus data-disabled:opacity-60 data-invalid:border-danger";

export function FieldLabel({
  children,
  optional,
}: Readonly<{ children: React.ReactNode; optional?: boolean | undefined }>) {
  const t = useTranslations("common");
  return (
    <Aria.Label className="text-sm font-semibold">
      {children}
      {optional ? <span className="font-normal text-soft"> ({t("field.optional")})</span> : null}
    </Aria.Label>
  );
}

export function FieldHelp({
  description,
  error,
}: Readonly<{ description?: React.ReactNode; error?: string | null | undefined }>) {
  return (
    <>
      {description ? (
        <Aria.Text slot="description" className="text-sm text-soft">
          {description}
        </Aria.Text>
      ) : null}
      <Aria.FieldError className="text-sm font-semibold text-danger">{error ?? undefined}</Aria.FieldError>
    </>
  );
}
