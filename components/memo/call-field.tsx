"use client";
/**
 * A text area in which `@` and the beginning of a name offer the members whom it could mean.
 *
 * The focus stays in the text: arrows choose, Enter or Tab takes, Escape closes; the button beside the label begins a
 * call for those who do not type the sign. Rules: docs/spec/memo.md, M2.
 */
import { AtSign } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useLayoutEffect, useRef, useState } from "react";
import * as Aria from "react-aria-components";
import { IconButton } from "#components/ui/icon-button.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { FieldLabel, inputClass } from "#components/ui/field.tsx";
import { useColleagues } from "#lib/client/study/use-colleagues.ts";
import { beginningAt, completed, likely } from "#lib/domain/memo/called.ts";

const SHOWN = 8;

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
  const people = useColleagues();
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const [caret, setCaret] = useState<number | null>(null); // null: the list was closed, or nothing was written yet
  const [at, setAt] = useState(0);
  const next = useRef<number | null>(null); // where the caret goes once the text stands there

  const begun = caret === null ? null : beginningAt(value, caret);
  const offered = begun ? likely(people, begun.typed).slice(0, SHOWN) : [];
  const chosen = offered[Math.min(at, offered.length - 1)];

  useLayoutEffect(() => {
    if (next.current === null) return;
    field.current?.setSelectionRange(next.current, next.current);
    next.current = null;
  }, [value]);

  function write(text: string, to: number) {
    onChange(text);
    setCaret(to);
    setAt(0);
    const open = beginningAt(text, to);
    const found = open ? likely(people, open.typed).length : 0;
    if (open) announce(t("offered", { count: Math.min(found, SHOWN) }));
  }

  function take(person: Readonly<{ name: string }>) {
    if (!begun) return;
    const done = completed(value, begun, person.name);
    if (done.text.length > maxLength) return;
    next.current = done.caret;
    onChange(done.text);
    setCaret(null);
    announce(t("called", { name: person.name }));
    field.current?.focus();
  }

  /** Begins a call where the caret stands. */
  function begin() {
    const element = field.current;
    if (!element) return;
    const to = element.selectionStart;
    const before = value.slice(0, to);
    const sign = before === "" || /\s$/.test(before) ? "@" : " @";
    if (value.length + sign.length > maxLength) return;
    next.current = to + sign.length;
    element.focus();
    write(before + sign + value.slice(to), to + sign.length);
  }

  function onKeyDown(event: React.KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return onSend();
    if (!chosen) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) setAt((now) => (Math.min(now, offered.length - 1) + by + offered.length) % offered.length);
    else if (event.key === "Enter" || event.key === "Tab") take(chosen);
    else if (event.key === "Escape") setCaret(null);
    else return;
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
          aria-autocomplete="list"
          aria-controls={chosen ? list : undefined}
          aria-activedescendant={chosen ? `${list}-${chosen.id}` : undefined}
          className={`${inputClass} field-sizing-content max-h-[60dvh] resize-y leading-relaxed`}
          onChange={(event) => write(event.target.value, event.target.selectionStart)}
          onKeyDown={onKeyDown}
          onBlur={() => setCaret(null)}
        />
      </Aria.TextField>
      {chosen ? (
        <ul role="listbox" id={list} aria-label={t("colleagues")} className="floating max-h-60 overflow-auto p-1">
          {offered.map((person) => (
            <li
              key={person.id}
              id={`${list}-${person.id}`}
              role="option"
              aria-selected={person === chosen}
              className="cursor-default rounded-md px-2 py-1.5 aria-selected:bg-accent-tint aria-selected:font-semibold"
              onPointerDown={(event) => {
                event.preventDefault(); // the focus stays in the text
                take(person);
              }}
            >
              {person.name}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
