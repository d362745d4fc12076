"use client";
/** What stands above a text: what it is, how much of it has been read, and the ways from here. */
import {
  ArrowLeft,
  ArrowRight,
  Check,
  EllipsisVertical,
  Eye,
  LayoutDashboard,
  ListChecks,
  PanelRight,
  RotateCcw,
  Search,
  X,
} from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { CorrectLink } from "#components/source/correct/link.tsx";
import { SpeakersLink } from "#components/source/speaker/link.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { LinkButton } from "#components/ui/link.tsx";
import { Menu, MenuItem, MenuTrigger } from "#components/ui/menu.tsx";
import { dayInWords } from "#lib/client/i18n/day.ts";
import type { SourceView } from "#lib/client/reader/use.ts";
import type { Way } from "#lib/client/reader/way.ts";
import { useFromRows } from "#lib/client/study/provider.tsx";
import type { Reading } from "#lib/domain/source/reading.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";

type Props = Readonly<{
  study: string;
  view: SourceView;
  reading: Reading;
  way: Way;
  count: number;
  beside: boolean;
  listing: boolean;
  onList: () => void;
  onFind: () => void;
  onPropose: (() => void) | null;
  /** Where this reader may look at originals one by one. */
  onReveal: (() => void) | null;
}>;

export function Header(props: Props) {
  const { study, view, reading, way, count, beside, listing, onList, onFind, onPropose, onReveal } = props;
  const t = useTranslations("reader");
  const passage = useTranslations("passage");
  const reveal = useTranslations("reveal");
  const locale = useLocale();
  const router = useRouter();
  const { row } = view;
  const near = useFromRows(
    ["source"],
    (rows) => {
      const all = [...rows.all("source")]
        .filter((other) => other.kind === row.kind)
        .toSorted((a, b) => a.number - b.number);
      const at = all.findIndex((other) => other.id === row.id);
      return { before: all[at - 1], after: all[at + 1] };
    },
    [row.id, row.kind],
  );
  const href = (id: string) => (beside ? `/studies/${study}/board?source=${id}` : `/studies/${study}/sources/${id}`);
  // Never "all" while a word is left, never "nothing" once one has been read.
  const per = way.share >= 1 ? 100 : way.share === 0 ? 0 : Math.max(1, Math.min(99, Math.round(way.share * 100)));
  const facts = [
    view.organisation,
    row.heldOn ? dayInWords(row.heldOn, locale) : "",
    row.minutes ? t("minutes", { count: row.minutes }) : "",
    ...reading.attributes.slice(0, 4).map(({ name, value }) => `${name}: ${value}`),
  ].filter(Boolean);
  return (
    <header className="relative flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2">
      <div className="min-w-0 flex-1 basis-48">
        <h1 className="flex items-baseline gap-2 text-lg leading-tight">
          <span className="shrink-0 text-soft tabular-nums">{view.code}</span>
          <bdi className="truncate">{view.title || t(`kind.${row.kind}`)}</bdi>
        </h1>
        <p className="truncate text-sm text-soft">
          {[t(per === 100 ? "readAll" : "readShare", { share: per }), ...facts].join(" · ")}
        </p>
      </div>
      <nav aria-label={t("neighbours")} className="flex items-center gap-1">
        {near.before ? (
          <LinkButton
            look="quiet"
            size="small"
            href={href(near.before.id)}
            aria-label={t("before", { source: sourceCode(near.before) })}
          >
            <ArrowLeft aria-hidden size={16} />
          </LinkButton>
        ) : null}
        {near.after ? (
          <LinkButton
            look="quiet"
            size="small"
            href={href(near.after.id)}
            aria-label={t("after", { source: sourceCode(near.after) })}
          >
            <ArrowRight aria-hidden size={16} />
          </LinkButton>
        ) : null}
      </nav>
      <div className="flex flex-wrap items-center gap-1">
        {beside || (row.kind !== "interview" && row.kind !== "document") ? null : (
          <SpeakersLink study={study} source={row.id} />
        )}
        {beside ? null : <CorrectLink study={study} source={row.id} />}
        <IconButton icon={Search} size="small" label={t("find.open")} keys="Ctrl+F" onPress={onFind} />
        <MenuTrigger>
          <IconButton icon={EllipsisVertical} size="small" label={t("more")} />
          <Menu
            onAction={(key) => {
              if (key === "propose") onPropose?.();
              if (key === "reveal") onReveal?.();
              if (key === "read") way.markAll(true);
              if (key === "unread") way.markAll(false);
            }}
          >
            {onPropose ? (
              <MenuItem id="propose" icon={ListChecks}>
                {passage("propose")}
              </MenuItem>
            ) : null}
            {onReveal ? (
              <MenuItem id="reveal" icon={Eye}>
                {reveal("open")}
              </MenuItem>
            ) : null}
            <MenuItem id="read" icon={Check} isDisabled={per === 100}>
              {t("markRead")}
            </MenuItem>
            <MenuItem id="unread" icon={RotateCcw} isDisabled={per === 0}>
              {t("markUnread")}
            </MenuItem>
          </Menu>
        </MenuTrigger>
        <Button
          look="quiet"
          size="small"
          aria-expanded={listing}
          onPress={onList}
          className={beside ? "" : "min-[68rem]:hidden"}
        >
          <PanelRight aria-hidden size={16} />
          {t("quotes", { count })}
        </Button>
        {beside ? (
          <IconButton
            icon={X}
            label={t("closeReader")}
            onPress={() => {
              const address = new URL(location.href);
              for (const name of ["source", "quote"]) address.searchParams.delete(name);
              router.push(`${address.pathname}${address.search}`);
            }}
          />
        ) : (
          <LinkButton look="plain" size="small" href={`/studies/${study}/board?source=${row.id}`}>
            <LayoutDashboard aria-hidden size={16} />
            {t("beside")}
          </LinkButton>
        )}
      </div>
      <span
        aria-hidden
        className="absolute inset-x-0 -bottom-px h-0.5 origin-left bg-accent rtl:origin-right"
        style={{ scale: `${way.share} 1` }}
      />
    </header>
  );
}
