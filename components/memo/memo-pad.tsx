"use client";
/**
 * The words of a memo while they are written, by whoever may: as any text that several people write, and `@` calls the
 * members as where a memo is begun. Rules: docs/spec/memo.md, ME7 and ME11.
 */
import { AtSign } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PadField } from "#components/pad/pad-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { Writing } from "#lib/client/pad/editor.ts";
import { beginningAt, completed, signAt } from "#lib/domain/memo/called.ts";
import { useOffers } from "./offers.tsx";

type Props = Readonly<{
  /** The text slot's id. */
  id: string;
  lang: "en" | "cy";
  label: string;
  /** What the memo says, as far as this page knows. */
  value: string;
  onDone: () => void;
}>;

export function MemoPad({ id, lang, label, value, onDone }: Props) {
  const t = useTranslations("memo");
  const [writing, setWriting] = useState<Writing | null>(null);
  const offers = useOffers(({ name }) => {
    if (!writing) return false;
    const { text, caret } = writing.place(); // others may have written in this line
    const begun = beginningAt(text, caret);
    if (!begun) return false;
    const done = completed(text, begun, name);
    const words = done.text.slice(begun.from, done.text.length - (text.length - caret));
    writing.put({ from: begun.from, to: caret, words, caret: done.caret });
    return true;
  });

  /** Begins a call where the caret stands. */
  function begin() {
    if (!writing) return;
    const { text, caret } = writing.place();
    const words = signAt(text, caret);
    writing.put({ from: caret, to: caret, words, caret: caret + words.length });
    offers.wrote({ text: text.slice(0, caret) + words + text.slice(caret), caret: caret + words.length });
  }

  function key({ key: pressed, ctrlKey, metaKey, isComposing }: KeyboardEvent): boolean {
    if (isComposing) return false;
    const send = pressed === "Enter" && (ctrlKey || metaKey);
    if (!send && offers.key(pressed)) return true;
    if (send || pressed === "Escape") onDone();
    return send || pressed === "Escape";
  }

  return (
    <div className="flex flex-col gap-2">
      <PadField
        {...{ id, lang, label, value }}
        spoken={label}
        rows={2}
        takesFocus
        aid={{
          opened: setWriting,
          wrote: (place) => (place ? offers.wrote(place) : offers.close()),
          key,
          attributes: offers.attributes,
          button: <IconButton icon={AtSign} size="small" label={t("call")} onPress={begin} />,
        }}
      />
      {offers.list}
      <Button size="small" look="primary" className="self-start" onPress={onDone}>
        {t("done")}
      </Button>
    </div>
  );
}
