"use client";
/** Participants by their pseudonyms: who they are, for those who may know, and what they do. */
import { MoreHorizontal, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuTrigger } from "#components/ui/menu.tsx";
import { pseudonym } from "#lib/domain/participant/shape.ts";
import type { ParticipantRow } from "#lib/domain/participant/shape.ts";
import type { Speech } from "#lib/client/study/provider.tsx";
import { useLang } from "#lib/client/i18n/lang.ts";

type Props = Readonly<{
  label: string;
  rows: readonly ParticipantRow[];
  speech: Speech;
  mayKnow: boolean;
  mayChange: boolean;
  onEdit: (row: ParticipantRow) => void;
  onRemove: (row: ParticipantRow) => void;
}>;

export function ParticipantList({ label, rows, speech, mayKnow, mayChange, onEdit, onRemove }: Props) {
  const t = useTranslations("people");
  const locale = useLang();
  return (
    <ul aria-label={label} className="flex flex-col">
      {rows.map((row) => {
        const role = speech.wording(row.id, "role", locale);
        const name = mayKnow ? speech.name(row.name) : null;
        return (
          <li key={row.id} className="flex items-start gap-3 border-t border-line py-1.5 first:border-t-0 first:pt-0">
            <span className="w-10 shrink-0 font-semibold tabular-nums">{pseudonym(row)}</span>
            <div className="grid min-w-0 grow gap-x-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)_8rem]">
              {mayKnow ? <span className="truncate">{name ?? ""}</span> : null}
              <span>
                {role ? (
                  <span lang={role.lang}>{role.words}</span>
                ) : (
                  <span className="text-soft italic">{t("roleNone")}</span>
                )}
              </span>
              <span className="text-soft">{row.seniority ? t(`seniority.${row.seniority}`) : null}</span>
              {row.consent === "verbatim" ? null : (
                <span className="col-span-full text-sm text-warn">{t(`consent.${row.consent}`)}</span>
              )}
            </div>
            {mayChange ? (
              <MenuTrigger>
                <IconButton icon={MoreHorizontal} size="small" label={t("actions", { name: pseudonym(row) })} />
                <Menu placement="bottom end" onAction={(key) => (key === "edit" ? onEdit(row) : onRemove(row))}>
                  <MenuItem id="edit" icon={Pencil}>
                    {t("edit")}
                  </MenuItem>
                  <MenuItem id="remove" icon={Trash2} isDanger>
                    {t("remove")}
                  </MenuItem>
                </Menu>
              </MenuTrigger>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
