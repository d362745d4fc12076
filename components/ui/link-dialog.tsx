"use client";
/** A link to take along by hand, where the browser does not let a page write into the clipboard. */
import { useRef } from "react";
import { useTranslations } from "next-intl";
import { Dialog } from "./dialog.tsx";
import { TextField } from "./text-field.tsx";

export function LinkDialog({ url, onClose }: Readonly<{ url: string; onClose: () => void }>) {
  const t = useTranslations("common");
  const field = useRef<HTMLInputElement>(null);
  return (
    <Dialog title={t("link.title")} width="narrow" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <TextField
        ref={field}
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus // what was asked for is this text
        label={t("link.label")}
        description={t("link.help")}
        value={url}
        isReadOnly
        onFocus={() => field.current?.select()}
      />
    </Dialog>
  );
}
