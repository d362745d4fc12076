"use client";
/** One study in the list: its title, how much it holds, when somebody last changed it, and what can be done with it. */
import { Archive, ArchiveRestore, EllipsisVertical, Settings, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { BareLink } from "#components/ui/link.tsx";
import { Menu, MenuItem, MenuTrigger } from "#components/ui/menu.tsx";
import { may } from "#lib/domain/member/shape.ts";
import type { Role } from "#lib/domain/member/shape.ts";

export type StudyEntry = Readonly<{
  id: string;
  title: string;
  titleLang: "en" | "cy";
  role: Role;
  archived: boolean;
  trashed: boolean;
  sources: number;
  quotes: number;
  themes: number;
  findings: number;
  /** When it was last changed, in words and as ISO 8601. */
  last: string;
  lastAt: string;
}>;

type Props = Readonly<{
  study: StudyEntry;
  onShelve: (study: StudyEntry, fields: Readonly<{ archived?: boolean; trashed?: boolean }>) => void;
  onErase: (study: StudyEntry) => void;
  /** The level of its heading: 2 right below the page's title, 3 within a section of its own. */
  level: 2 | 3;
}>;

const COUNTS = ["sources", "quotes", "themes", "findings"] as const;

export function StudyRow({ study, onShelve, onErase, level }: Props) {
  const Title = level === 2 ? "h2" : "h3";
  const t = useTranslations("studies");
  const common = useTranslations("common");
  const title = study.title || t("untitled");
  const owns = may(study.role, "managePeople");
  return (
    <li className="group relative flex items-start gap-2 border-b border-line py-4 last:border-0 hover:bg-sunk/60">
      <div className="min-w-0 grow ps-3">
        <Title className="text-lg leading-snug">
          {study.trashed ? (
            <span lang={study.titleLang} className="text-soft">
              {title}
            </span>
          ) : (
            // The link covers the row, so that all of it can be pressed; its name stays the title.
            <BareLink
              href={`/studies/${study.id}`}
              lang={study.titleLang}
              className="rounded-sm after:absolute after:inset-0 after:rounded-md focus-visible:ring-none focus-visible:after:ring-focus"
            >
              {title}
            </BareLink>
          )}
        </Title>
        <p className="mt-1 flex flex-wrap gap-x-3.5 gap-y-0.5 text-soft">
          {study.sources + study.quotes + study.themes + study.findings === 0 ? (
            <span>{t("nothing")}</span>
          ) : (
            COUNTS.map((what) => <span key={what}>{t(`count.${what}`, { count: study[what] })}</span>)
          )}
        </p>
        <p className="mt-1 text-sm text-soft">
          {t.rich("last", { when: study.last, time: (words) => <time dateTime={study.lastAt}>{words}</time> })}
          <span aria-hidden> · </span>
          {common(`role.${study.role}`)}
        </p>
      </div>
      {owns && study.trashed ? (
        <div className="z-1 flex shrink-0 flex-col gap-2 pe-2 sm:flex-row">
          <Button
            size="small"
            aria-label={t("restoreNamed", { title })}
            onPress={() => onShelve(study, { trashed: false })}
          >
            {t("restore")}
          </Button>
          <Button
            size="small"
            look="quiet"
            className="text-danger!"
            aria-label={t("eraseNamed", { title })}
            onPress={() => onErase(study)}
          >
            {t("erase")}
          </Button>
        </div>
      ) : null}
      {owns && !study.trashed ? (
        <div className="z-1 shrink-0 pe-2">
          <MenuTrigger>
            <IconButton icon={EllipsisVertical} label={t("menu", { title })} />
            <Menu placement="bottom end">
              <MenuItem id="settings" icon={Settings} href={`/studies/${study.id}/settings`}>
                {t("settings")}
              </MenuItem>
              {study.archived ? (
                <MenuItem id="unarchive" icon={ArchiveRestore} onAction={() => onShelve(study, { archived: false })}>
                  {t("unarchive")}
                </MenuItem>
              ) : (
                <MenuItem id="archive" icon={Archive} onAction={() => onShelve(study, { archived: true })}>
                  {t("archive")}
                </MenuItem>
              )}
              <MenuItem id="trash" icon={Trash2} onAction={() => onShelve(study, { trashed: true })}>
                {t("trash")}
              </MenuItem>
            </Menu>
          </MenuTrigger>
        </div>
      ) : null}
    </li>
  );
}
