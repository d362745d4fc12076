"use client";
/** Somebody who has not spoken in a source yet: their name there, who they are, and whether they ask. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Option } from "#components/ui/option.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { NewSpeaker } from "#lib/domain/correction/wish.ts";

type Props = Readonly<{
  participants: readonly Readonly<{ id: string; label: string }>[];
  onAdd: (speaker: NewSpeaker) => void;
  onClose: () => void;
}>;

const NONE = "none";

export function NewSpeakerDialog({ participants, onAdd, onClose }: Props) {
  const t = useTranslations("correct");
  const tc = useTranslations("common");
  const [name, setName] = useState("");
  const [participant, setParticipant] = useState(NONE);
  const [asks, setAsks] = useState(false);
  const add = () =>
    onAdd({
      id: crypto.randomUUID(),
      name: name.trim(),
      participant: asks || participant === NONE ? null : participant,
      interviewer: asks,
    });
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => open || onClose()}
      title={t("newSpeaker.title")}
      width="narrow"
      actions={
        <>
          <Button look="primary" onPress={add} isDisabled={name.trim() === ""}>
            {t("newSpeaker.add")}
          </Button>
          <Button onPress={onClose}>{tc("cancel")}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <TextField
          label={t("newSpeaker.name")}
          description={t("newSpeaker.nameHelp")}
          value={name}
          onChange={setName}
          maxLength={200}
          autoFocus
        />
        <Checkbox isSelected={asks} onChange={setAsks}>
          {t("newSpeaker.asks")}
        </Checkbox>
        <Select
          label={t("newSpeaker.is")}
          selectedKey={asks ? NONE : participant}
          isDisabled={asks}
          onSelectionChange={(key) => setParticipant(String(key ?? NONE))}
        >
          <Option id={NONE}>{t("newSpeaker.unlinked")}</Option>
          {participants.map(({ id, label }) => (
            <Option key={id} id={id}>
              {label}
            </Option>
          ))}
        </Select>
      </div>
    </Dialog>
  );
}
