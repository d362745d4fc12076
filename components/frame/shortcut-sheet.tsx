"use client";
/** Every key that does something, and the switch that turns single keys off. Opens with `?` anywhere. */
import { useCallback } from "react";
import { useTranslations } from "next-intl";
import { Dialog } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { useShortcut, useSingleKeys } from "#lib/client/shortcuts.ts";

const SHEET = [
  {
    part: "everywhere",
    keys: [
      ["Ctrl+Z", "undo"],
      ["Ctrl+Shift+Z", "redo"],
      ["Ctrl+Shift+F", "search"],
      ["?", "sheet"],
    ],
  },
  {
    part: "reader",
    keys: [
      ["Q", "quote"],
      ["J / K", "turn"],
      ["] / [", "word"],
      ["{ / }", "wordStart"],
      ["T", "tagKey"],
      ["1 … 9", "digits"],
      ["V", "inVivo"],
      ["O", "overlap"],
      ["G", "question"],
      ["N", "unread"],
      ["M", "memo"],
      ["Ctrl+F", "findText"],
      ["F3", "findTextNext"],
      ["L", "linkText"],
      ["I", "identify"],
      ["B", "send"],
      ["U", "unquote"],
    ],
  },
  {
    part: "board",
    keys: [
      ["← ↑ → ↓", "near"],
      ["Home / End", "ends"],
      ["Page ↑ / ↓", "themes"],
      ["Space", "select"],
      ["Shift+← ↑ → ↓", "nudge"],
      ["M", "move"],
      ["S", "size"],
      ["C", "pile"],
      ["G", "arrange"],
      ["Alt+Shift+← ↑ → ↓", "pull"],
      ["O", "open"],
      ["R", "read"],
      ["Ctrl+F", "find"],
      ["F3", "findNext"],
      ["V", "dot"],
      ["Shift+V", "dotBack"],
      ["Ctrl+A", "all"],
      ["L", "lasso"],
      ["Ctrl+C / X / V", "clipboard"],
      ["Ctrl+D", "duplicate"],
      ["Delete", "remove"],
      ["Shift+Delete", "loosen"],
      ["+ / −", "zoom"],
      ["Shift+1", "fit"],
      ["Shift+2", "fitSelection"],
      ["Shift+0", "full"],
    ],
  },
] as const;

export function ShortcutSheet({
  isOpen,
  onOpenChange,
}: Readonly<{ isOpen: boolean; onOpenChange: (open: boolean) => void }>) {
  const t = useTranslations("frame");
  const [on, setOn] = useSingleKeys();
  useShortcut(
    "?",
    useCallback(() => onOpenChange(true), [onOpenChange]),
  );
  return (
    <Dialog title={t("keys")} isOpen={isOpen} onOpenChange={onOpenChange} isDismissable width="wide">
      <Switch isSelected={on} onChange={setOn}>
        {t("singleKeys")}
      </Switch>
      <p className="mt-1 mb-4 text-sm text-soft">{t("singleKeysWhy")}</p>
      <div className="columns-1 gap-x-8 sm:columns-2 lg:columns-3">
        {SHEET.map(({ part, keys }) => (
          <section key={part} aria-label={t(`part.${part}`)} className="mb-6">
            <h3 className="mb-2 break-after-avoid font-semibold">{t(`part.${part}`)}</h3>
            <dl className="flex flex-col gap-1.5">
              {keys.map(([key, what]) => (
                <div key={what} className="flex break-inside-avoid items-baseline gap-3">
                  <dt className="w-28 shrink-0">
                    <Kbd>{key}</Kbd>
                  </dt>
                  <dd>{t(`key.${what}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
