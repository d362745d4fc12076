"use client";
/** The codebook: every tag with its colour and how often it is used; made, renamed, coloured and taken out here. */
import { Check, Pencil, Plus, Trash2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Link } from "#components/ui/link.tsx";
import { Menu, MenuItem, MenuTrigger } from "#components/ui/menu.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { Swatch } from "#components/ui/swatch.tsx";
import { Button as AriaButton } from "react-aria-components";

/** A tag with where it is used: the quotes that carry it. */
export type TagUse = Readonly<{
  id: string;
  name: string;
  hue: number; // 0: none
  quotes: readonly Readonly<{ id: string; source: string; code: string }>[];
  sources: number;
}>;

type Props = Readonly<{
  tags: readonly TagUse[];
  /** What a quote says; null until it is here. Asked for only where it is shown. */
  wordsOf: (quote: string) => Readonly<{ lang: string; words: string }> | null;
  canChange: boolean;
  onAdd: (name: string) => void;
  onRename: (tag: string, name: string) => void;
  onColour: (tag: string, hue: number | null) => void;
  onRemove: (tag: string) => void;
  quoteHref: (source: string, quote: string) => string;
}>;

const HUES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

export function Codebook({ tags, canChange, onAdd, quoteHref, ...actions }: Props) {
  const t = useTranslations("reader");
  const [wanted, setWanted] = useState("");
  const [name, setName] = useState("");
  const [open, setOpen] = useState<string | null>(null);
  const shown = useMemo(
    () => tags.filter((tag) => tag.name.toLowerCase().includes(wanted.trim().toLowerCase())),
    [tags, wanted],
  );
  const taken = tags.some((tag) => tag.name.trim().toLowerCase() === name.trim().toLowerCase());

  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        {canChange ? (
          <form
            className="flex grow items-end gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              if (!name.trim() || taken) return;
              onAdd(name.trim());
              setName("");
            }}
          >
            <label className="flex max-w-80 grow flex-col gap-1">
              <span className="text-sm font-semibold">{t("tagAddLabel")}</span>
              <input
                className="field-box focus-visible:ring-focus"
                value={name}
                maxLength={200}
                aria-describedby={taken && name.trim() ? "tag-taken" : undefined}
                onChange={(event) => setName(event.target.value)}
              />
            </label>
            <Button type="submit" look="plain" isDisabled={!name.trim() || taken}>
              <Plus aria-hidden size={16} />
              {t("tagAdd")}
            </Button>
            {taken && name.trim() ? (
              <span id="tag-taken" role="status" className="self-center text-sm text-warn">
                {t("tagTaken")}
              </span>
            ) : null}
          </form>
        ) : null}
        {tags.length > 8 ? (
          <SearchField label={t("tagSearch")} value={wanted} onChange={setWanted} className="w-64" />
        ) : null}
      </div>
      {tags.length === 0 ? (
        <EmptyState title={t("noTagsYet")}>
          <p>{t("noTagsYetHelp")}</p>
        </EmptyState>
      ) : (
        <ul className="flex flex-col border-t border-line" aria-label={t("tags")}>
          {shown.map((tag) => (
            <TagRow
              key={tag.id}
              tag={tag}
              canChange={canChange}
              open={open === tag.id}
              onOpen={() => setOpen(open === tag.id ? null : tag.id)}
              quoteHref={quoteHref}
              taken={tags}
              {...actions}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

type RowProps = Pick<Props, "wordsOf" | "canChange" | "onRename" | "onColour" | "onRemove" | "quoteHref"> &
  Readonly<{ tag: TagUse; open: boolean; onOpen: () => void; taken: readonly TagUse[] }>;

function TagRow({ tag, wordsOf, canChange, open, onOpen, onRename, onColour, onRemove, quoteHref, taken }: RowProps) {
  const t = useTranslations("reader");
  const common = useTranslations("common");
  const [draft, setDraft] = useState<string | null>(null);
  const clash =
    draft !== null &&
    taken.some((other) => other.id !== tag.id && other.name.trim().toLowerCase() === draft.trim().toLowerCase());

  function save() {
    if (draft === null || clash) return;
    if (draft.trim() && draft.trim() !== tag.name) onRename(tag.id, draft.trim());
    setDraft(null);
  }

  return (
    <li className="border-b border-line">
      <div className="flex min-h-11 items-center gap-2 py-1">
        {canChange ? (
          <MenuTrigger>
            <AriaButton
              aria-label={t("tagColour", { tag: tag.name, colour: tag.hue ? common(`hue.${tag.hue}`) : t("noColour") })}
              className="inline-flex size-8 shrink-0 items-center justify-center rounded-md ring-none data-focus-visible:ring-focus data-hovered:bg-sunk"
            >
              {tag.hue ? (
                <Swatch hue={tag.hue} size={18} />
              ) : (
                <span aria-hidden className="size-[18px] rounded-[3px] border border-dashed border-line-strong" />
              )}
            </AriaButton>
            <Menu
              aria-label={t("colour")}
              selectionMode="single"
              selectedKeys={[String(tag.hue)]}
              onAction={(key) => onColour(tag.id, key === "0" ? null : Number(key))}
            >
              <MenuItem id="0" textValue={t("noColour")}>
                {t("noColour")}
              </MenuItem>
              {HUES.map((hue) => (
                <MenuItem key={hue} id={String(hue)} textValue={common(`hue.${hue}`)}>
                  <span className="flex items-center gap-2">
                    <Swatch hue={hue} />
                    {common(`hue.${hue}`)}
                  </span>
                </MenuItem>
              ))}
            </Menu>
          </MenuTrigger>
        ) : (
          <span className="inline-flex size-8 shrink-0 items-center justify-center">
            {tag.hue ? <Swatch hue={tag.hue} size={18} /> : null}
          </span>
        )}
        {draft === null ? (
          <button
            type="button"
            aria-expanded={open}
            disabled={tag.quotes.length === 0}
            onClick={onOpen}
            className="flex min-h-8 min-w-0 grow flex-col justify-center gap-x-3 rounded px-1 text-start enabled:hover:bg-sunk sm:flex-row sm:items-center sm:justify-start"
          >
            <bdi className="max-w-full truncate">{tag.name}</bdi>
            <span className="shrink-0 sm:ms-auto text-sm text-soft tabular-nums">
              {tag.quotes.length > 0
                ? t("tagUses", { quotes: tag.quotes.length, sources: tag.sources })
                : t("tagUnused")}
            </span>
          </button>
        ) : (
          <form
            className="flex grow items-center gap-1"
            onSubmit={(event) => {
              event.preventDefault();
              save();
            }}
          >
            <input
              autoFocus // a person pressed *rename*: this is what they meant
              className="field-box focus-visible:ring-focus"
              aria-label={t("tagName")}
              aria-invalid={clash}
              maxLength={200}
              value={draft}
              onChange={(event) => setDraft(event.target.value)}
              onKeyDown={(event) => event.key === "Escape" && setDraft(null)}
            />
            {clash ? (
              <span role="status" className="shrink-0 text-sm text-warn">
                {t("tagTaken")}
              </span>
            ) : null}
            <IconButton type="submit" icon={Check} size="small" label={common("save")} isDisabled={clash} />
            <IconButton icon={X} size="small" label={common("cancel")} onPress={() => setDraft(null)} />
          </form>
        )}
        {canChange && draft === null ? (
          <>
            <IconButton
              icon={Pencil}
              size="small"
              label={t("tagRename", { tag: tag.name })}
              onPress={() => setDraft(tag.name)}
            />
            <IconButton
              icon={Trash2}
              size="small"
              label={t("tagRemove", { tag: tag.name })}
              onPress={() => onRemove(tag.id)}
            />
          </>
        ) : null}
      </div>
      {open ? (
        <ol className="mb-3 ms-10 flex flex-col gap-2 border-s-2 border-line ps-4">
          {tag.quotes.map((quote) => (
            <li key={quote.id} className="max-w-measure text-[0.9375rem]">
              <span lang={wordsOf(quote.id)?.lang} dir="auto" className="line-clamp-3 whitespace-pre-line">
                {wordsOf(quote.id)?.words ?? "…"}
              </span>
              <Link href={quoteHref(quote.source, quote.id)} className="text-sm">
                {t("inSource", { source: quote.code })}
              </Link>
            </li>
          ))}
        </ol>
      ) : null}
    </li>
  );
}
