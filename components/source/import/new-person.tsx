"use client";
/** Someone whom the study does not know yet, and where they work; made together with the source. */
import { useState } from "react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Option } from "#components/ui/option.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { OrganisationKind } from "#lib/domain/organisation/shape.ts";
import { Seniority } from "#lib/domain/participant/shape.ts";
import type { Choice, NewPerson } from "./item.ts";

type Props = Readonly<{
  label: string;
  organisations: readonly Choice[];
  onAdd: (person: NewPerson) => void;
  onClose: () => void;
}>;

export function NewPersonDialog({ label, organisations, onAdd, onClose }: Props) {
  const t = useTranslations("sources");
  const tc = useTranslations("common");
  const [name, setName] = useState(label);
  const [seniority, setSeniority] = useState<string>("none");
  const [organisation, setOrganisation] = useState<string>("none");
  const [made, setMade] = useState({ name: "", kind: "local_authority" as OrganisationKind });
  const lacks = organisation === "make" && made.name.trim() === "";
  const add = () =>
    onAdd({
      name: name.trim(),
      seniority: Seniority.safeParse(seniority).data ?? null,
      organisation: organisation === "none" || organisation === "make" ? null : organisation,
      made: organisation === "make" ? { name: made.name.trim(), kind: made.kind } : null,
    });
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => open || onClose()}
      title={t("speakers.newHeading", { name: label })}
      width="narrow"
      actions={
        <>
          <Button look="primary" onPress={add} isDisabled={lacks}>
            {t("speakers.newAdd")}
          </Button>
          <Button onPress={onClose}>{tc("cancel")}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <TextField
          label={t("speakers.newName")}
          description={t("speakers.newNameHelp")}
          value={name}
          onChange={setName}
          maxLength={500}
          optional
        />
        <Select
          label={t("speakers.newSeniority")}
          selectedKey={seniority}
          onSelectionChange={(key) => setSeniority(String(key))}
        >
          {(["none", "leader", "practitioner"] as const).map((one) => (
            <Option key={one} id={one}>
              {t(`speakers.seniority.${one}`)}
            </Option>
          ))}
        </Select>
        <Select
          label={t("speakers.newOrganisation")}
          selectedKey={organisation}
          onSelectionChange={(key) => setOrganisation(String(key))}
        >
          <Option id="none">{t("details.none")}</Option>
          <Option id="make">{t("speakers.newOrganisationMake")}</Option>
          {organisations.map((one) => (
            <Option key={one.id} id={one.id}>
              {one.label}
            </Option>
          ))}
        </Select>
        {organisation === "make" ? (
          <>
            <TextField
              label={t("speakers.newOrganisationName")}
              value={made.name}
              onChange={(words) => setMade({ ...made, name: words })}
              maxLength={500}
              isRequired
            />
            <Select
              label={t("speakers.newOrganisationKind")}
              selectedKey={made.kind}
              onSelectionChange={(key) => setMade({ ...made, kind: OrganisationKind.safeParse(key).data ?? "other" })}
            >
              {OrganisationKind.options.map((kind) => (
                <Option key={kind} id={kind}>
                  {t(`organisationKind.${kind}`)}
                </Option>
              ))}
            </Select>
          </>
        ) : null}
      </div>
    </Dialog>
  );
}
