"use client";
/** Participants by their pseudonyms: who they are, for those who may know, and what they do. */
import { MoreHorizontal, Pencil, ScrollText, Trash2, Undo2 } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { ConsentLine } from "./consent-line.tsx";
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
  /** What may be done about somebody, in the order of the menu. */
  actsOn: (row: ParticipantRow) => readonly Act[];
  onAct: (act: Act, row: ParticipantRow) => void;
}>;

export type Act = "edit" | "withdraw" | "erased" | "remove";
const ICONS: Readonly<Record<Act, LucideIcon>> = { edit: Pencil, withdraw: Undo2, erased: ScrollText, remove: Trash2 };

export function ParticipantList({ label, rows, speech, mayKnow, actsOn, onAct }: Props) {
  const t = useTranslations("people");
  const locale = useLang();
  return (
    <ul aria-label={label} className="flex flex-col">
      {rows.map((row) => {
        const role = speech.wording(row.id, "role", locale);
        const name = mayKnow ? speech.name(row.name) : null;
        const acts = actsOn(row);
        return (
          <li key={row.id} className="flex items-start gap-3 border-t border-line py-1.5 first:border-t-0 first:pt-0">
            <span className="w-10 shrink-0 font-semibold tabular-nums">{pseudonym(row)}</span>
            <div className="grid min-w-0 grow gap-x-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)_8rem]">
              {mayKnow ? <span className="truncate">{name ?? ""}</span> : null}
              <span>
                {role ? (
                  <span lang={role.lang}>{role.words}</span>
                ) : row.withdrawnOn === null ? (
                  <span className="text-soft italic">{t("roleNone")}</span>
                ) : null}
              </span>
              <span className="text-soft">{row.seniority ? t(`seniority.${row.seniority}`) : null}</span>
              <ConsentLine row={row} />
            </div>
            {acts.length > 0 ? (
              <MenuTrigger>
                <IconButton icon={MoreHorizontal} size="small" label={t("actions", { name: pseudonym(row) })} />
                <Menu
                  placement="bottom end"
                  onAction={(key) => {
                    const act = acts.find((one) => one === key);
                    if (act) onAct(act, row);
                  }}
                >
                  {acts.map((act) => (
                    <MenuItem key={act} id={act} icon={ICONS[act]} isDanger={act === "withdraw" || act === "remove"}>
                      {t(act)}
                    </MenuItem>
                  ))}
                </Menu>
              </MenuTrigger>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
