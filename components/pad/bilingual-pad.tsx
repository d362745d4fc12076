"use client";
/** One long text in English and Welsh side by side, in which several people write at once. */
import { BilingualText } from "#components/ui/bilingual-text.tsx";
import type { BilingualTextProps } from "#components/ui/bilingual-text.tsx";
import type { Written } from "#lib/domain/pad/shape.ts";
import { slot } from "#lib/domain/wording/shape.ts";
import { PadField } from "./pad-field.tsx";

type Props = Omit<BilingualTextProps, "onSave" | "editor" | "isLine" | "maxLength" | "onParted"> &
  Readonly<{ subject: string; field: Written }>;

export function BilingualPad({ subject, field, ...props }: Props) {
  return (
    <BilingualText
      {...props}
      editor={({ lang, label, spoken, rows, takesFocus, inputClassName }) => (
        <PadField
          id={slot(subject, field, lang)}
          {...{ lang, label, spoken, rows, takesFocus }}
          value={props.value[lang]}
          className={inputClassName}
        />
      )}
    />
  );
}
