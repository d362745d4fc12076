"use client";
/** Adds a participant or changes one. The pseudonym is the app's to give. Only what was changed is sent. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Option } from "#components/ui/option.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useRows, useStudy, useWords } from "#lib/client/study/provider.tsx";
import { writeWording } from "#lib/client/study/wording.ts";
import type { Lang } from "#lib/domain/field.ts";
import { may } from "#lib/domain/member/shape.ts";
import { Consent, Seniority, pseudonym } from "#lib/domain/participant/shape.ts";
import type { ParticipantRow } from "#lib/domain/participant/shape.ts";
import { bodyCode } from "#lib/domain/organisation/shape.ts";

type Props = Readonly<{
  row: ParticipantRow | null;
  organisation: string | null;
  /** What somebody new may be called. */
  called?: string;
  onAdded?: (id: string) => void;
  onClose: () => void;
}>;

export function ParticipantForm({ row, organisation, called = "", onAdded, onClose }: Props) {
  const t = useTranslations("people");
  const session = useStudy();
  const speech = useWords();
  const bodies = useRows("organisation").toSorted((a, b) => a.number - b.number);
  const mayKnow = may(session.me.role, "readOriginals");
  const known = { name: speech.name(row?.name) ?? called, contact: speech.name(row?.contact) ?? "" };
  const said = (lang: "en" | "cy") => (row ? (speech.exactly(row.id, "role", lang)?.words ?? "") : "");
  const [name, setName] = useState(known.name);
  const [contact, setContact] = useState(known.contact);
  const [body, setBody] = useState(organisation);
  const [role, setRole] = useState({ en: said("en"), cy: said("cy") });
  const [seniority, setSeniority] = useState<Seniority | null>(row?.seniority ?? null);
  const [consent, setConsent] = useState<Consent>(row?.consent ?? "verbatim");
  const [agreedOn, setAgreedOn] = useState(row?.agreedOn ?? "");
  const [agreedUntil, setAgreedUntil] = useState(row?.agreedUntil ?? "");

  const save = () => {
    const id = row?.id ?? crypto.randomUUID();
    const draft = session.draft();
    const sealed = (field: "name" | "contact", words: string) =>
      words.trim() === "" ? null : draft.name(id, field, words.trim());
    const days = { agreedOn: agreedOn || null, agreedUntil: agreedUntil || null };
    const fields = { organisation: body, seniority, consent, ...days };
    if (row === null) {
      const first = role.en.trim() !== "" ? "en" : role.cy.trim() !== "" ? "cy" : null;
      const words: { lang: Lang; phrase: string } | null = first && {
        lang: first,
        phrase: draft.phrase(first, role[first].trim()),
      };
      void draft.send({
        kind: "participant.add",
        id,
        fields: { ...fields, name: sealed("name", name), contact: sealed("contact", contact) },
        role: words,
      });
      if (first === "en") writeWording(session, id, "role", "cy", role.cy);
      onAdded?.(id);
    } else {
      const changed = {
        ...(body === row.organisation ? {} : { organisation: body }),
        ...(seniority === row.seniority ? {} : { seniority }),
        ...(consent === row.consent ? {} : { consent }),
        ...(days.agreedOn === row.agreedOn ? {} : { agreedOn: days.agreedOn }),
        ...(days.agreedUntil === row.agreedUntil ? {} : { agreedUntil: days.agreedUntil }),
        ...(name.trim() === known.name ? {} : { name: sealed("name", name) }),
        ...(contact.trim() === known.contact ? {} : { contact: sealed("contact", contact) }),
      };
      if (Object.keys(changed).length > 0) void draft.send({ kind: "participant.set", id, fields: changed });
      for (const lang of ["en", "cy"] as const) writeWording(session, id, "role", lang, role[lang]);
    }
    onClose();
  };

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={row === null ? t("form.participantNew") : t("form.participantEdit", { name: pseudonym(row) })}
      actions={(close) => (
        <>
          <Button type="submit" form="participant-form" look="primary">
            {row === null ? t("form.add") : t("form.save")}
          </Button>
          <Button look="quiet" onPress={close}>
            {t("form.cancel")}
          </Button>
        </>
      )}
    >
      <form
        id="participant-form"
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {mayKnow ? (
          <TextField
            label={t("form.name")}
            optional
            description={t("form.personNameHelp")}
            value={name}
            onChange={setName}
            autoFocus
          />
        ) : null}
        <Select
          label={t("form.organisation")}
          selectedKey={body ?? "none"}
          onSelectionChange={(key) => setBody(key === "none" ? null : String(key))}
        >
          <Option id="none">{t("form.organisationNone")}</Option>
          {bodies.map((one) => (
            <Option key={one.id} id={one.id}>
              {speech.name(one.name) ?? bodyCode(one)}
            </Option>
          ))}
        </Select>
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            label={t("form.roleEn")}
            optional
            value={role.en}
            onChange={(en) => setRole((now) => ({ ...now, en }))}
          />
          <TextField
            label={t("form.roleCy")}
            optional
            value={role.cy}
            onChange={(cy) => setRole((now) => ({ ...now, cy }))}
          />
          <Select
            label={t("form.seniority")}
            selectedKey={seniority ?? "none"}
            onSelectionChange={(key) => setSeniority(Seniority.nullable().catch(null).parse(key))}
          >
            {(["none", ...Seniority.options] as const).map((one) => (
              <Option key={one} id={one}>
                {t(`seniority.${one}`)}
              </Option>
            ))}
          </Select>
          <Select
            label={t("form.consent")}
            selectedKey={consent}
            onSelectionChange={(key) => setConsent(Consent.catch(consent).parse(key))}
          >
            {Consent.options.map((one) => (
              <Option key={one} id={one}>
                {t(`consent.${one}`)}
              </Option>
            ))}
          </Select>
          <TextField type="date" label={t("form.agreedOn")} optional value={agreedOn} onChange={setAgreedOn} />
          <TextField
            type="date"
            label={t("form.agreedUntil")}
            optional
            description={t("form.agreedUntilHelp")}
            value={agreedUntil}
            onChange={setAgreedUntil}
          />
        </div>
        {mayKnow ? (
          <TextField
            label={t("form.contact")}
            optional
            description={t("form.contactHelp")}
            value={contact}
            onChange={setContact}
          />
        ) : null}
      </form>
    </Dialog>
  );
}
