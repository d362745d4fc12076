"use client";
/** Asks what a new tag within another is called. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/text-field.tsx";

type Props = Readonly<{
  title: string;
  /** Whether a tag of that name stands there already. */
  taken: (name: string) => boolean;
  onName: (name: string) => void;
  onClose: () => void;
}>;

export function NameDialog({ title, taken, onName, onClose }: Props) {
  const t = useTranslations("codebook");
  const common = useTranslations("common");
  const [name, setName] = useState("");
  const clash = name.trim() !== "" && taken(name);
  return (
    <Dialog title={title} width="narrow" isOpen onOpenChange={(open) => !open && onClose()}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === "" || clash) return;
          onClose();
          onName(name.trim());
        }}
      >
        {/* Whoever asked for a new tag wants to name it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <TextField
          autoFocus
          label={t("name")}
          value={name}
          onChange={setName}
          maxLength={200}
          error={clash ? t("taken") : undefined}
        />
        <Button type="submit" look="primary" className="self-start" isDisabled={name.trim() === "" || clash}>
          {common("save")}
        </Button>
      </form>
    </Dialog>
  );
}
