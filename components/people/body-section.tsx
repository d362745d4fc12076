"use client";
/** One organisation: what it is, whether it may be named, how it was heard, and its people below. */
import { MoreHorizontal, Pencil, Trash2, Undo2, UserPlus } from "lucide-react";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuTrigger } from "#components/ui/menu.tsx";
import { dayInWords } from "#lib/client/i18n/day.ts";
import type { Body } from "./roster.ts";
import { bodyCode } from "#lib/domain/organisation/shape.ts";

type Props = Readonly<{
  body: Body;
  /** Its name, or its code for those who may not know the name. */
  name: string;
  aliases: string | null;
  mayChange: boolean;
  /** Withdraws it with everybody who took part for it; null where that cannot be, or is not theirs to do. */
  onWithdraw: (() => void) | null;
  onEdit: () => void;
  onAddParticipant: () => void;
  onRemove: () => void;
  children: React.ReactNode;
}>;

export function BodySection(props: Props) {
  const { body, name, aliases, mayChange, onWithdraw, onEdit, onAddParticipant, onRemove, children } = props;
  const t = useTranslations("people");
  const format = useFormatter();
  const locale = useLocale();
  const { row, interviews, responses } = body;
  const heard = t("sources", { interviews, responses, both: interviews > 0 && responses > 0 ? "yes" : "no" });
  const facts = [t(`kind.${row.kind}`), row.region ? t(`region.${row.region}`) : null, heard || null].filter(Boolean);
  const agreed = row.namedOn ? dayInWords(row.namedOn, locale) : null;
  const left = body.participants.length > 0 && body.participants.every(({ withdrawnOn }) => withdrawnOn !== null);
  const others = (aliases ?? "").split("\n").filter(Boolean);

  return (
    <article
      aria-label={name}
      className="grid gap-x-8 gap-y-3 border-b border-line py-5 lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]"
    >
      <header className="flex items-start justify-between gap-2">
        <div className="flex min-w-0 flex-col gap-0.5">
          <h3 className="font-semibold">
            {name === bodyCode(row) ? null : (
              <span className="me-2 font-normal text-soft tabular-nums">{bodyCode(row)}</span>
            )}
            {name}
          </h3>
          <p className="text-sm">{facts.join(" · ")}</p>
          <p className="text-sm text-soft">
            {left ? t("left") : row.named ? (agreed ? t("named", { date: agreed }) : t("namedUndated")) : t("unnamed")}
          </p>
          {others.length > 0 ? (
            <p className="text-sm text-soft">{t("alsoKnown", { names: format.list(others, { type: "unit" }) })}</p>
          ) : null}
        </div>
        {mayChange ? (
          <MenuTrigger>
            <IconButton icon={MoreHorizontal} label={t("actions", { name })} className="-mt-1" />
            <Menu
              placement="bottom end"
              onAction={(key) => {
                if (key === "edit") onEdit();
                else if (key === "add") onAddParticipant();
                else if (key === "withdraw") onWithdraw?.();
                else onRemove();
              }}
            >
              <MenuItem id="edit" icon={Pencil}>
                {t("edit")}
              </MenuItem>
              <MenuItem id="add" icon={UserPlus}>
                {t("addParticipant")}
              </MenuItem>
              {onWithdraw === null ? null : (
                <MenuItem id="withdraw" icon={Undo2} isDanger>
                  {t("withdraw")}
                </MenuItem>
              )}
              <MenuItem id="remove" icon={Trash2} isDanger>
                {t("remove")}
              </MenuItem>
            </Menu>
          </MenuTrigger>
        ) : null}
      </header>
      <div className="min-w-0">{children}</div>
    </article>
  );
}
