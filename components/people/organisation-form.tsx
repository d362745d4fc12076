"use client";
/** Adds an organisation or changes one. Only what was changed is sent, so that a colleague's other change stays. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Option } from "#components/ui/option.tsx";
import { Radio, RadioGroup } from "#components/ui/radio-group.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useStudy, useWords } from "#lib/client/study/provider.tsx";
import { may } from "#lib/domain/member/shape.ts";
import { OrganisationKind, Region } from "#lib/domain/organisation/shape.ts";
import type { OrganisationRow } from "#lib/domain/organisation/shape.ts";
import { bodyCode } from "#lib/domain/organisation/shape.ts";

type Props = Readonly<{ row: OrganisationRow | null; onClose: () => void }>;

export function OrganisationForm({ row, onClose }: Props) {
  const t = useTranslations("people");
  const session = useStudy();
  const speech = useWords();
  const mayKnow = may(session.me.role, "readOriginals");
  const known = { name: speech.name(row?.name) ?? "", aliases: speech.name(row?.aliases) ?? "" };
  const [name, setName] = useState(known.name);
  const [aliases, setAliases] = useState(known.aliases);
  const [kind, setKind] = useState<OrganisationKind>(row?.kind ?? "local_authority");
  const [region, setRegion] = useState<Region | null>(row?.region ?? null);
  const [named, setNamed] = useState(row?.named ?? false);
  const [namedOn, setNamedOn] = useState(row?.namedOn ?? "");
  const [missing, setMissing] = useState(false);

  const save = () => {
    if (mayKnow && name.trim() === "") return setMissing(true);
    const id = row?.id ?? crypto.randomUUID();
    const draft = session.draft();
    const sealed = (field: "name" | "aliases", words: string) =>
      words.trim() === "" ? null : draft.name(id, field, words.trim());
    const fields = { kind, region, named, namedOn: named && namedOn !== "" ? namedOn : null };
    if (row === null) {
      void draft.send({
        kind: "organisation.add",
        id,
        fields: { ...fields, name: sealed("name", name), aliases: sealed("aliases", aliases) },
      });
    } else {
      const changed = {
        ...(kind === row.kind ? {} : { kind }),
        ...(region === row.region ? {} : { region }),
        ...(named === row.named ? {} : { named }),
        ...(fields.namedOn === row.namedOn ? {} : { namedOn: fields.namedOn }),
        ...(name.trim() === known.name ? {} : { name: sealed("name", name) }),
        ...(aliases.trim() === known.aliases ? {} : { aliases: sealed("aliases", aliases) }),
      };
      if (Object.keys(changed).length > 0) void draft.send({ kind: "organisation.set", id, fields: changed });
    }
    onClose();
  };

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={
        row === null ? t("form.organisationNew") : t("form.organisationEdit", { name: known.name || bodyCode(row) })
      }
      actions={(close) => (
        <>
          <Button type="submit" form="organisation-form" look="primary">
            {row === null ? t("form.add") : t("form.save")}
          </Button>
          <Button look="quiet" onPress={close}>
            {t("form.cancel")}
          </Button>
        </>
      )}
    >
      <form
        id="organisation-form"
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {mayKnow ? (
          <TextField
            label={t("form.name")}
            description={t("form.nameHelp")}
            value={name}
            onChange={(words) => {
              setName(words);
              setMissing(false);
            }}
            error={missing ? t("form.nameMissing") : null}
            autoFocus
          />
        ) : null}
        <div className="grid gap-5 sm:grid-cols-2">
          <Select
            label={t("form.kind")}
            selectedKey={kind}
            onSelectionChange={(key) => setKind(OrganisationKind.catch(kind).parse(key))}
          >
            {OrganisationKind.options.map((one) => (
              <Option key={one} id={one}>
                {t(`kind.${one}`)}
              </Option>
            ))}
          </Select>
          <Select
            label={t("form.region")}
            selectedKey={region ?? "none"}
            onSelectionChange={(key) => setRegion(Region.nullable().catch(null).parse(key))}
          >
            {(["none", ...Region.options] as const).map((one) => (
              <Option key={one} id={one}>
                {t(`region.${one}`)}
              </Option>
            ))}
          </Select>
        </div>
        <RadioGroup
          label={t("form.agreed")}
          value={named ? "yes" : "no"}
          onChange={(value) => setNamed(value === "yes")}
        >
          <Radio value="no">{t("form.agreedNo")}</Radio>
          <Radio value="yes">{t("form.agreedYes")}</Radio>
        </RadioGroup>
        {named ? (
          <TextField
            type="date"
            label={t("form.agreedOn")}
            optional
            value={namedOn}
            onChange={setNamedOn}
            className="max-w-48"
          />
        ) : null}
        {mayKnow ? (
          <TextArea
            label={t("form.aliases")}
            description={t("form.aliasesHelp")}
            optional
            rows={3}
            value={aliases}
            onChange={setAliases}
          />
        ) : null}
      </form>
    </Dialog>
  );
}
