"use client";
/**
 * A text area in which `@` and the beginning of a name offer the members whom it could mean; the button beside the label
 * begins a call for those who do not type the sign. Rules: docs/spec/memo.md, ME2.
 */
import { AtSign } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef } from "react";
import * as Aria from "react-aria-components";
import { IconButton } from "#components/ui/icon-button.tsx";
import { FieldLabel, inputClass } from "#components/ui/field.tsx";
import { beginningAt, completed, signAt } from "#lib/domain/memo/called.ts";
import { useOffers } from "./offers.tsx";

type Props = Readonly<{
  label: string;
  focused: boolean;
  maxLength: number;
  value: string;
  onChange: (text: string) => void;
  /** Ctrl or Command with Enter. */
  onSend: () => void;
}>;

export function CallField({ label, focused, maxLength, value, onChange, onSend }: Props) {
  const t = useTranslations("memo");
  const field = useRef<HTMLTextAreaElement>(null);
  const next = useRef<number | null>(null); // where the caret goes once the text stands there

  const offers = useOffers(({ name }, { text, caret }) => {
    const begun = beginningAt(text, caret);
    const done = begun && completed(text, begun, name);
    if (!done || done.text.length > maxLength) return false;
    next.current = done.caret;
    onChange(done.text);
    field.current?.focus();
    return true;
  });

  useLayoutEffect(() => {
    if (next.current === null) return;
    field.current?.setSelectionRange(next.current, next.current);
    next.current = null;
  }, [value]);

  function write(text: string, caret: number) {
    onChange(text);
    offers.wrote({ text, caret });
  }

  /** Begins a call where the caret stands. */
  function begin() {
    const element = field.current;
    if (!element) return;
    const caret = element.selectionStart;
    const sign = signAt(value, caret);
    if (value.length + sign.length > maxLength) return;
    next.current = caret + sign.length;
    element.focus();
    write(value.slice(0, caret) + sign + value.slice(caret), caret + sign.length);
  }

  function onKeyDown(event: React.KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return onSend();
    if (!offers.key(event.key)) return;
    event.preventDefault();
    event.stopPropagation(); // Escape closes the list, not the dialog around it
  }

  return (
    <div className="flex flex-col gap-1">
      <Aria.TextField value={value} maxLength={maxLength} className="flex flex-col gap-1">
        <span className="flex items-center justify-between gap-2">
          <FieldLabel>{label}</FieldLabel>
          <IconButton icon={AtSign} size="small" label={t("call")} onPress={begin} />
        </span>
        <Aria.TextArea
          ref={field}
          rows={2}
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={focused} // an answer was asked for, or the field itself
          {...offers.attributes}
          className={`${inputClass} field-sizing-content max-h-[60dvh] resize-y leading-relaxed`}
          onChange={(event) => write(event.target.value, event.target.selectionStart)}
          onKeyDown={onKeyDown}
          onBlur={offers.close}
        />
      </Aria.TextField>
      {offers.list}
    </div>
  );
}
