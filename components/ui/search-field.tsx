"use client";
/** A field to search or filter by. Its label may be heard only. */
import { Search, X } from "lucide-react";
import * as Aria from "react-aria-components";
import { useTranslations } from "next-intl";
import { inputClass } from "./field.tsx";
import { join } from "./join.ts";

export type SearchFieldProps = Omit<Aria.SearchFieldProps, "className" | "style" | "children" | "aria-label"> &
  Readonly<{ label: string; placeholder?: string; className?: string; ref?: React.Ref<HTMLInputElement> }>;

export function SearchField({ label, placeholder, className, ref, ...rest }: SearchFieldProps) {
  const t = useTranslations("common");
  return (
    <Aria.SearchField {...rest} aria-label={label} className={join("group relative flex items-center", className)}>
      <Search aria-hidden size={16} className="pointer-events-none absolute left-2.5 text-soft" />
      <Aria.Input
        ref={ref}
        placeholder={placeholder ?? label}
        className={join(inputClass, "ps-8 pe-9 [&::-webkit-search-cancel-button]:hidden")}
      />
      <Aria.Button
        aria-label={t("field.clear")}
        className="absolute right-1 inline-flex size-7 items-center justify-center rounded text-soft ring-none group-data-empty:hidden data-focus-visible:ring-focus data-hovered:bg-sunk touch:size-10"
      >
        <X aria-hidden size={16} />
      </Aria.Button>
    </Aria.SearchField>
  );
}
